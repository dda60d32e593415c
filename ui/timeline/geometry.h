#pragma once

#include <QtGlobal>

#include <vector>

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

/// Rows below one another, each as high as it needs. Pure arithmetic.
class RowScale
{
public:
    RowScale() = default;
    RowScale(qreal top, const std::vector<qreal> &heights);

    int rows() const { return static_cast<int>(edges_.size()) - 1; }
    qreal y(int row) const { return edges_[static_cast<std::size_t>(row)]; }
    qreal pitch(int row) const { return y(row + 1) - y(row); }
    qreal middle(int row) const { return (y(row) + y(row + 1)) / 2; }
    /// The row at `y`; -1 above the first and below the last.
    int row(qreal y) const;

private:
    std::vector<qreal> edges_{0}; ///< of each row the upper one, of the last the lower one as well
};

} // namespace tenfold
