#pragma once

#include "ui/charts/chartpicture.h"
#include "ui/graph/taskgraph.h"
#include "ui/graph/waitgraph.h"

namespace tenfold {

class ChartMarks;

/// Who waits for whom (source "waits-for") as a ring, or which task depends on which ("depends-on") in layers
/// with the critical path lit; of one outcome, at the scene's instant.
class GraphView : public ChartPicture
{
    Q_OBJECT
public:
    explicit GraphView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    QString numbers() const override;

protected:
    void fit() override;

private:
    friend class ChartMarks;
    bool isOfTasks() const;
    void paintMarks(QPainter &painter) const;
    std::vector<LegendKey> legend() const;
    std::vector<LegendKey> waitsLegend() const;
    std::vector<LegendKey> tasksLegend() const;

    const View view_;
    bool hasOutcome_ = false;
    QString variant_;
    VariantKind kind_ = VariantKind::Parallel;
    int number_ = 0;
    WaitGraph waits_;
    TaskGraph tasks_;
    ChartMarks *marks_;
};

} // namespace tenfold
