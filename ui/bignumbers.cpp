#include "ui/bignumbers.h"

#include "core/analysis/format.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tenfold {

BigNumbers::BigNumbers(const Scenario &scenario, QWidget *parent) : QWidget(parent), scenario_(scenario)
{
    static constexpr std::array names{"sequential-number", "parallel-number", "speedup-number"};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        auto *card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(14, 8, 14, 8);
        column->setSpacing(0);
        numbers_[i] = {new QLabel, new QLabel};
        numbers_[i].value->setObjectName(QLatin1String(names[i]));
        column->addWidget(numbers_[i].title);
        column->addWidget(numbers_[i].value);
        row->addWidget(card, 1);
    }
    retranslate();
    show(Scene{});
}

static QString secondsOf(const Scene &scene, const Variant &variant)
{
    const auto outcome = std::ranges::find(scene.outcomes, variant.id, &Outcome::variant);
    const Repeat *repeat = outcome == scene.outcomes.end() ? nullptr : outcome->shown();
    if (!repeat || !repeat->trace || repeat->status == Status::Failed)
        return QStringLiteral("–");
    return formatSeconds(outcome->secondsAt(scene.instantOf(*repeat->trace)));
}

void BigNumbers::show(const Scene &scene)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(2, scenario_.variants.size()); ++i)
        set(numbers_[i], secondsOf(scene, scenario_.variants[i]));
    const Figures *headline = scene.summary.headline(scenario_);
    const auto running = [](const Outcome &o) {
        return o.status() == Status::Running || o.status() == Status::Pending;
    };
    const bool comes = std::ranges::any_of(scene.outcomes, running) && headline;
    set(numbers_[2], headline && headline->speedup ? formatSpeedup(*headline->speedup)
                     : comes                       ? QStringLiteral("…")
                                                   : QStringLiteral("–"));
}

void BigNumbers::set(Number &number, const QString &text)
{
    number.value->setText(text);
    number.value->setAccessibleName(number.title->text());
    number.value->setAccessibleDescription(text);
}

void BigNumbers::setTheme(const Theme &theme)
{
    const std::array colours{theme.of(VariantKind::Sequential), theme.of(VariantKind::Parallel), theme.gain};
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        QPalette palette = theme.palette();
        palette.setColor(QPalette::WindowText, theme.muted);
        numbers_[i].title->setPalette(palette);
        numbers_[i].title->setFont(theme.font(11));
        palette.setColor(QPalette::WindowText, colours[i]);
        numbers_[i].value->setPalette(palette);
        numbers_[i].value->setFont(theme.font(26, QFont::Bold));
        // The line of the font, not that of a fallback for one character: nothing jumps while numbers change.
        numbers_[i].value->setFixedHeight(QFontMetrics(theme.font(26, QFont::Bold)).height());
    }
}

void BigNumbers::retranslate()
{
    for (std::size_t i = 0; i < std::min<std::size_t>(2, scenario_.variants.size()); ++i)
        numbers_[i].title->setText(scenario_.variants[i].title.text());
    numbers_[2].title->setText(tr("Speed-up"));
}

} // namespace tenfold
