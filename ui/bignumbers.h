#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;

namespace tenfold {

class Steady;

/// One of the three big numbers in words.
struct BigNumber
{
    QString title;
    QString value; ///< "2.11 s"; "–" when there is none, "…" when it comes
    QColor colour;
};

/// The three big numbers: the reference's time, that of variants[1] (or of the only other one that was run)
/// and its speed-up, green where something was gained. Where one mistake was made: the right way, the mistake
/// and what it did. Or the measures that the scenario has in their place. They count while a run is on.
/// Summary::caveat stands below.
class BigNumbers : public QWidget
{
    Q_OBJECT
public:
    explicit BigNumbers(const Scenario &scenario, QWidget *parent = nullptr);

    /// What they say of `scene`, a scene of `scenario` or an empty one, in the language of the moment.
    static std::array<BigNumber, 3> of(const Scenario &scenario, const Scene &scene, const Theme &theme);

    void show(const Scene &scene);
    using QWidget::show;
    void setTheme(const Theme &theme);
    /// Title and value beside one another, where there is room for both: for a page that is low.
    void setLow(bool low);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    struct Number
    {
        QBoxLayout *layout;
        QLabel *title;
        QLabel *value;
        Steady *steady; ///< around the value
    };
    const Scenario &scenario_;
    Scene scene_;
    Theme theme_;
    std::array<Number, 3> numbers_;
    QLabel *caveat_; ///< why they are not what they look like; hidden without
    bool isLow_ = false;
};

} // namespace tenfold
