#pragma once

#include "ui/interleavings/endings.h"
#include "ui/picture.h"

namespace tenfold {

/// All executions of a small program by what they end with, and one of them step by step. Left, Right, Home
/// and End choose the step, Up and Down the execution, as a click does.
class ExecutionsView : public Picture
{
    Q_OBJECT
public:
    explicit ExecutionsView(const View &view, QWidget *parent = nullptr);

    void show(const Scene &scene) override;
    void setTheme(const Theme &theme) override;
    void retranslate() override;
    void render(QPainter &painter, const QRectF &target) override;
    QString numbers() const override;

    /// The texts that were drawn last.
    const std::vector<SheetText> &texts() const { return texts_; }
    /// What can be clicked, as it was drawn last.
    const std::vector<Target> &targets() const { return targets_; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void fit();
    void paint(QPainter &painter, const QRectF &target, bool hasButtons);
    void choose(const Target &target);
    int step() const { return drawn_->stepAt(instant_); }
    const Target *targetAt(const QPointF &point) const;

    const View view_;
    Theme theme_;
    std::optional<DrawnExecution> drawn_;
    std::unique_ptr<EndingsPicture> endings_;
    std::optional<Nanoseconds> instant_;
    std::vector<SheetText> texts_;
    std::vector<Target> targets_;
};

} // namespace tenfold
