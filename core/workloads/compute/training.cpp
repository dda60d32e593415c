#include "core/workloads/compute/training.h"

#include "core/sync/stopped.h"
#include "core/trace/trace.h"
#include "core/workloads/compute/digits.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace tenfold {
namespace {

constexpr std::size_t features = 64, classes = 10;
using Scores = std::array<double, classes>;

/// A uniform number from 0 to 1: the standard's own distributions differ between libraries.
double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

class SoftmaxRegression
{
public:
    explicit SoftmaxRegression(std::mt19937_64 &random)
    {
        for (Scores &weights : weights_) {
            for (double &weight : weights)
                weight = (uniform(random) - 0.5) * 0.1;
        }
    }

    /// Which digit it takes this one for.
    int guess(const Digit &digit) const
    {
        const Scores scores = scored(digit);
        return static_cast<int>(std::ranges::max_element(scores) - scores.begin());
    }
    /// The cross entropy of what it takes this one for.
    double loss(const Digit &digit) const
    {
        return -std::log(std::max(likelihoods(digit)[static_cast<std::size_t>(digit.digit)], 1e-300));
    }
    /// A step down the gradient of one sample's cross entropy.
    void learn(const Digit &digit, double rate)
    {
        Scores gradient = likelihoods(digit);
        gradient[static_cast<std::size_t>(digit.digit)] -= 1;
        for (std::size_t f = 0; f < features; ++f)
            step(weights_[f], gradient, rate * digit.pixels[f]);
        step(bias_, gradient, rate);
    }

private:
    static void step(Scores &weights, const Scores &gradient, double size)
    {
        for (std::size_t c = 0; c < classes; ++c)
            weights[c] -= size * gradient[c];
    }
    Scores scored(const Digit &digit) const
    {
        Scores scores = bias_;
        for (std::size_t f = 0; f < features; ++f) {
            for (std::size_t c = 0; c < classes; ++c)
                scores[c] += digit.pixels[f] * weights_[f][c];
        }
        return scores;
    }

    /// How likely it is each of the digits: the softmax of the scores.
    Scores likelihoods(const Digit &digit) const
    {
        Scores values = scored(digit);
        const double most = std::ranges::max(values); // keeps exp() in range
        double sum = 0;
        for (double &value : values)
            sum += value = std::exp(value - most);
        for (double &value : values)
            value /= sum;
        return values;
    }

    std::array<Scores, features> weights_;
    Scores bias_{};
};

void shuffle(std::vector<const Digit *> &digits, std::mt19937_64 &random)
{
    for (std::size_t i = digits.size(); i > 1; --i)
        std::swap(digits[i - 1], digits[random() % i]);
}

} // namespace

Trained train(const Training &training, const std::stop_token &stop)
{
    std::vector<const Digit *> samples, heldOut;
    for (std::size_t i = 0; const Digit &digit : handwrittenDigits())
        (i++ % 5 == 4 ? heldOut : samples).push_back(&digit);

    Lane *lane = Lane::current();
    const std::int32_t series =
        lane ? lane->seriesIndex("loss " + std::to_string(training.model), SeriesKind::Gauge) : 0;
    std::mt19937_64 random(training.seed);
    SoftmaxRegression model(random);
    Trained trained{features, static_cast<int>(samples.size()), 0, 0};
    for (int epoch = 0; epoch < training.epochs; ++epoch) {
        shuffle(samples, random);
        for (std::size_t i = 0; const Digit *digit : samples) {
            if (i++ % 64 == 0 && stop.stop_requested())
                throw Stopped();
            model.learn(*digit, training.rate);
        }
        trained.loss = 0;
        for (const Digit *digit : heldOut)
            trained.loss += model.loss(*digit) / static_cast<double>(heldOut.size());
        if (lane)
            lane->sample(series, trained.loss);
    }
    const auto known = std::ranges::count_if(
        heldOut, [&](const Digit *digit) { return model.guess(*digit) == digit->digit; });
    trained.accuracy = static_cast<double>(known) / static_cast<double>(heldOut.size());
    return trained;
}

QCborArray Training::toCbor() const
{
    return {model, rate, epochs, QString::number(seed)}; // CBOR integers are signed
}

Training Training::fromCbor(const QCborArray &array)
{
    return {static_cast<int>(array[0].toInteger()), array[1].toDouble(),
            static_cast<int>(array[2].toInteger()), array[3].toString().toULongLong()};
}

QCborArray Trained::toCbor() const
{
    return {features, samples, accuracy, loss};
}

Trained Trained::fromCbor(const QCborArray &array)
{
    return {static_cast<int>(array[0].toInteger()), static_cast<int>(array[1].toInteger()),
            array[2].toDouble(), array[3].toDouble()};
}

QCborValue trainTask(const QCborValue &training, const std::stop_token &stop)
{
    return train(Training::fromCbor(training.toArray()), stop).toCbor();
}

} // namespace tenfold
