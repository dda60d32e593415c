#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>

class QLabel;

namespace tenfold {

/// The three big numbers: the reference's time, variants[1]'s and the speed-up. They count while a run is on.
class BigNumbers : public QWidget
{
    Q_OBJECT
public:
    explicit BigNumbers(const Scenario &scenario, QWidget *parent = nullptr);

    void show(const Scene &scene);
    using QWidget::show;
    void setTheme(const Theme &theme);
    void retranslate();

private:
    struct Number
    {
        QLabel *title;
        QLabel *value;
    };
    void set(Number &number, const QString &text);

    const Scenario &scenario_;
    std::array<Number, 3> numbers_;
};

} // namespace tenfold
