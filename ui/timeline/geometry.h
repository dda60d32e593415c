#pragma once

#include <QtGlobal>

namespace tenfold {

/// The stretch of time that a timeline shows, in seconds, and the pixels that it takes. Pure arithmetic.
struct TimeScale
{
    double begin = 0;
    double end = 1;
    qreal left = 0;
    qreal width = 1;

    qreal x(double seconds) const { return left + (seconds - begin) / (end - begin) * width; }
    double seconds(qreal x) const { return begin + (x - left) / width * (end - begin); }
    /// The pixel column of an instant, from 0 to columns(); clamped.
    int column(double seconds) const;
    int columns() const;

    /// Shows `factor` times as much around the instant at `x`, within 0 to `whole` seconds and not below a
    /// microsecond.
    TimeScale zoomed(double factor, qreal about, double whole) const;
    /// Moved by `pixels` to the right, within 0 to `whole` seconds.
    TimeScale panned(qreal pixels, double whole) const;

    bool operator==(const TimeScale &) const = default;
};

/// Rows of equal height below one another. Pure arithmetic.
struct RowScale
{
    qreal top = 0;
    qreal pitch = 1;
    int rows = 0;

    qreal y(int row) const { return top + row * pitch; }
    /// The row at `y`; -1 above the first and below the last.
    int row(qreal y) const;
    /// The pitch with which `rows` fit into `height`, at most `greatest`.
    static qreal pitchFor(int rows, qreal height, qreal greatest);
};

} // namespace tenfold
