#include "core/workloads/compute/pixels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace tenfold {
namespace {

using Colour = std::array<double, 3>;

struct Balloon
{
    double x, y, radius; ///< in heights of the picture
    Colour colour;
};

Colour mix(const Colour &a, const Colour &b, double share)
{
    Colour mixed{};
    for (std::size_t i = 0; i < 3; ++i)
        mixed[i] = a[i] + (b[i] - a[i]) * share;
    return mixed;
}

} // namespace

QByteArray paintedPixels(int width, int height, quint64 seed, int number)
{
    std::mt19937_64 random(seed * 1'000'003 + static_cast<quint64>(number));
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
    };
    const auto colour = [&](double low, double high) {
        return Colour{between(low, high), between(low, high), between(low, high)};
    };
    const Colour zenith = colour(20, 120), horizon = colour(150, 230), ground = colour(20, 90);
    const double wave = between(2, 6), phase = between(0, 6), hill = between(0.6, 0.8);
    std::vector<Balloon> balloons;
    for (int i = 0; i < 7; ++i)
        balloons.push_back(
            {between(0, double(width) / height), between(0.05, 0.6), between(0.05, 0.14), colour(40, 240)});

    QByteArray pixels(qsizetype{3} * width * height, Qt::Uninitialized);
    auto *at = reinterpret_cast<unsigned char *>(pixels.data());
    std::uint32_t grain = static_cast<std::uint32_t>(random());
    std::vector<double> hills(static_cast<std::size_t>(width));
    for (int x = 0; x < width; ++x)
        hills[static_cast<std::size_t>(x)] = hill + 0.07 * std::sin(wave * x / height + phase);
    for (int row = 0; row < height; ++row) {
        const double y = double(row) / height;
        const Colour sky = mix(zenith, horizon, y);
        std::vector<const Balloon *> here; // those that this row crosses
        for (const Balloon &balloon : balloons) {
            if (std::abs(y - balloon.y) < balloon.radius)
                here.push_back(&balloon);
        }
        for (int column = 0; column < width; ++column) {
            const double x = double(column) / height;
            const Colour *seen = y > hills[static_cast<std::size_t>(column)] ? &ground : &sky;
            for (const Balloon *balloon : here) {
                const double dx = x - balloon->x, dy = y - balloon->y;
                if (dx * dx + dy * dy < balloon->radius * balloon->radius)
                    seen = &balloon->colour;
            }
            grain = grain * 1664525 + 1013904223; // as film has it: something for the blur to do
            const double noise = static_cast<double>(grain >> 27) - 16;
            for (const double channel : *seen)
                *at++ = static_cast<unsigned char>(std::clamp(channel + noise, 0.0, 255.0));
        }
    }
    return pixels;
}

} // namespace tenfold
