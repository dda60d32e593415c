#pragma once

#include "ui/interleavings/drawnexecution.h"
#include "ui/interleavings/sheet.h"

namespace tenfold {

/// Where a click chooses an execution, or (a number of 0) a step of the one that is drawn.
struct Target
{
    QRectF area;
    Count number = 0;
    int step = 0;
};

/// All executions by what they end with. Few are drawn one by one, as a letter for each step; of many, how
/// many there are.
class EndingsPicture
{
public:
    explicit EndingsPicture(std::shared_ptr<const Executions> all, Remedy remedy);

    /// Draws them with the drawn one and its neighbour marked; what can be clicked is added to `targets`.
    void paint(Sheet &sheet, const QRectF &area, const DrawnExecution &drawn,
               std::vector<Target> &targets) const;
    /// A row of text for each ending.
    QString numbers() const;
    /// Those that it was made for.
    const std::shared_ptr<const Executions> &executions() const { return all_; }

    static constexpr int mostBricks = 20;

private:
    struct Column
    {
        Ending ending;
        Count count = 0;
        std::vector<std::pair<Count, Execution>> bricks; ///< where there are few
    };
    QRectF paintRemedy(Sheet &sheet, const QRectF &area) const;
    bool paintBricks(Sheet &sheet, const QRectF &area, const DrawnExecution &drawn,
                     std::vector<Target> &targets) const;
    void paintColumn(Sheet &sheet, const QRectF &area, const Column &column, const QRectF &bricks) const;
    void paintBrick(Sheet &sheet, const QRectF &brick, const Execution &execution, qreal letter) const;
    void paintBars(Sheet &sheet, const QRectF &area, const DrawnExecution &drawn) const;

    std::shared_ptr<const Executions> all_;
    Remedy remedy_;
    std::vector<Column> columns_;
    std::size_t longest_ = 0; ///< steps
};

} // namespace tenfold
