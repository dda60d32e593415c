#pragma once

#include "ui/interleavings/endings.h"
#include "ui/interleavings/executiontable.h"

namespace tenfold {

/// One execution, step by step: a lane for each thread, below it the values after each step, a column a step.
/// What is to come is pale; the neighbour is dashed where it differs.
class StepsPicture
{
public:
    StepsPicture(const DrawnExecution &drawn, int step) : drawn_(drawn), step_(step) {}

    /// `hasButtons`: with what can be clicked beside the steps.
    void paint(Sheet &sheet, const QRectF &area, bool hasButtons, std::vector<Target> &targets);
    /// The height in which nothing has to be left out; for words of three lines.
    qreal leastHeight(const Theme &theme) const;
    /// A row of text for each step and for each variable.
    QString numbers() const;

private:
    struct Layout
    {
        qreal line = 0;   ///< of text
        QRectF grid;      ///< heads, lanes and rows
        qreal labels = 0; ///< width of the labels
        qreal column = 0; ///< width of a column; column 0 is before the first step
        int first = 1;    ///< the first step that is shown
        int shown = 0;    ///< how many are
        qreal lane = 0;   ///< height
        qreal row = 0;
        int rows = 0;       ///< that are shown, with the ghost's
        qreal scrubber = 0; ///< height; 0: none
        QRectF words;

        qreal lanesTop() const { return grid.top() + line + 4; }
        qreal x(int step) const { return step == 0 ? grid.left() + labels : x0() + (step - first) * column; }
        qreal x0() const { return grid.left() + labels + column * 0.7; }
        qreal width(int step) const { return step == 0 ? column * 0.7 : column; }
        bool shows(int step) const { return step == 0 || (step >= first && step < first + shown); }
    };
    Layout layOut(const Sheet &sheet, const QRectF &area) const;
    void paintHeader(Sheet &sheet, const QRectF &area, bool hasButtons, std::vector<Target> &targets) const;
    void paintHeads(Sheet &sheet, const Layout &at, std::vector<Target> &targets) const;
    void paintLanes(Sheet &sheet, const Layout &at) const;
    void paintGhost(Sheet &sheet, const Layout &at) const;
    void paintRows(Sheet &sheet, const Layout &at) const;
    void paintScrubber(Sheet &sheet, const Layout &at, bool hasButtons, std::vector<Target> &targets) const;
    void paintWords(Sheet &sheet, const Layout &at) const;
    QRectF block(const Layout &at, int thread, int step) const;
    void paintBlock(Sheet &sheet, const QRectF &box, const ExecutionTable::Step &step,
                    const QColor &ink) const;
    QColor ghostColour(const Theme &theme) const;
    bool hasGhostRow() const;
    bool isLow(const Layout &at) const;

    const DrawnExecution &drawn_;
    const int step_;
    const ExecutionTable table_ = tableOf(*drawn_.trace);
    const ExecutionTable ghost_ = drawn_.ghost ? tableOf(*drawn_.ghost) : ExecutionTable();
};

} // namespace tenfold
