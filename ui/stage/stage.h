#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>

namespace tenfold {

class StagePicture;

/// The presentation: a scenario at projector size in steps. Numbers, elapsed bars and timeline; each view in
/// the place of the bars; the explanation in large type, in as many pages as it needs. Before a run: its
/// question. The scene is that of the window, live during a run.
class Stage : public QWidget
{
    Q_OBJECT
public:
    explicit Stage(QWidget *parent = nullptr);
    ~Stage() override;

    /// Shows `scene`; another scenario than before begins at its first step.
    void show(const Scene &scene);
    using QWidget::show;
    void setTheme(const Theme &theme);
    void retranslate();
    /// What went wrong, in the page's words.
    void say(const QString &sentences);
    /// Steps forward (1) or back (-1), as far as there are steps.
    void goBy(int steps);
    /// A black screen; the next key or click ends it and does nothing else.
    void setBlank(bool blank);

    int step() const { return step_; }
    int steps() const { return static_cast<int>(all_.size()); }
    bool isBlank() const { return isBlank_; }

Q_SIGNALS:
    /// Esc was pressed and nobody else wanted it.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Step
    {
        QString view;      ///< in the place of the bars; empty: the bars
        QString heading;   ///< of the words
        QStringList words; ///< in the place of all pictures; empty: pictures
    };
    std::vector<Step> makeSteps() const;
    bool isWorthAStep(const View &view) const;
    void showStep();

    Scene scene_;
    Theme theme_;
    QStringList views_; ///< those of the scenario that can be drawn
    std::unique_ptr<StagePicture> picture_;
    std::vector<Step> all_;
    int step_ = 0;
    bool isBlank_ = false;
};

} // namespace tenfold
