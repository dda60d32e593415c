#pragma once

#include <QCborArray>

#include <stop_token>

namespace tenfold {

/// What is to be learned, and how.
struct Training
{
    int model = 1; ///< the loss after each epoch is sampled as the gauge "loss <model>"
    double rate = 0.1;
    int epochs = 1;
    quint64 seed = 1; ///< decides the first weights and the order of the samples

    QCborArray toCbor() const;
    static Training fromCbor(const QCborArray &array);
};

struct Trained
{
    int features = 0, samples = 0; ///< that it learned from
    double accuracy = 0;           ///< share of the held-out digits that it knows
    double loss = 0;               ///< mean cross entropy of the held-out digits

    QCborArray toCbor() const;
    static Trained fromCbor(const QCborArray &array);
};

/// Learns the handwritten digits by softmax regression: stochastic gradient descent, one sample after the
/// other. Every fifth digit is held out, and tells the accuracy. The same training gives the same numbers.
/// Throws Stopped.
Trained train(const Training &training, const std::stop_token &stop = {});
/// The same as a task of a worker process, from Training to Trained. Name "train".
QCborValue trainTask(const QCborValue &training, const std::stop_token &stop);

} // namespace tenfold
