#pragma once

#include "ui/charts/chartpicture.h"

class QStackedBarSeries;

namespace tenfold {

class ColumnMarks;

/// Measures side by side: a group of columns per outcome, a column per measure, the value above each.
class ColumnsView : public ChartPicture
{
    Q_OBJECT
public:
    explicit ColumnsView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    QString numbers() const override;
    QString data() const override;

protected:
    void fit() override;

private:
    friend class ColumnMarks;
    struct Group
    {
        QString title;
        VariantKind kind;
        int number;
        std::vector<std::optional<double>> values; ///< by measure; empty while there is none
    };
    std::size_t columns() const { return groups_.size() * measures(); }
    std::size_t measures() const { return static_cast<std::size_t>(view_.sources.size()); }
    /// Where a column stands on the axis; a free place lies between the groups.
    std::size_t placeOf(std::size_t group, std::size_t measure) const
    {
        return group * (measures() + 1) + measure;
    }
    /// The first of several measures is the palest, the last one has the full colour.
    QColor shade(const QColor &colour, std::size_t measure) const;
    void rebuild();
    void restyle();

    const View view_;
    std::vector<Group> groups_;
    std::vector<Measure> titles_; ///< of the measures, as the scenario has them
    QStackedBarSeries *series_;
    QValueAxis *places_;
    QValueAxis *values_;
    ColumnMarks *marks_;
    double tallest_ = 1; ///< of the columns that end; one that never does goes out through the top
    bool hasEndless_ = false;
    int titleLines_ = 2; ///< below the plot
};

} // namespace tenfold
