#include "ui/bignumbers.h"

#include "core/analysis/format.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tenfold {

/// Keeps a label out of the layout: its text changes 10 times a second, and the page would be laid out anew
/// each time.
class Steady : public QWidget
{
public:
    explicit Steady(QLabel *label) : label_(label) { label->setParent(this); }
    void setFont(const QFont &font)
    {
        label_->setFont(font);
        const QFontMetrics metrics(font);
        setMinimumWidth(metrics.horizontalAdvance(QStringLiteral("88.88 s")));
    }
    /// The line of the font, not that of a fallback for one character; in a low page less of what is empty
    /// above and below digits.
    void setLow(bool low) { setFixedHeight(qRound(QFontMetrics(label_->font()).height() * (low ? 0.8 : 1))); }

protected:
    void resizeEvent(QResizeEvent *) override { label_->setGeometry(rect()); }

private:
    QLabel *label_;
};

BigNumbers::BigNumbers(const Scenario &scenario, QWidget *parent) : QWidget(parent), scenario_(scenario)
{
    static constexpr std::array names{"sequential-number", "parallel-number", "speedup-number"};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        auto *card = new QFrame;
        card->setObjectName(QStringLiteral("card"));
        auto *column = new QBoxLayout(QBoxLayout::TopToBottom, card);
        column->setContentsMargins(14, 8, 14, 8);
        column->setSpacing(0);
        auto *value = new QLabel;
        numbers_[i] = {column, new QLabel, value, new Steady(value)};
        numbers_[i].value->setObjectName(QLatin1String(names[i]));
        column->addWidget(numbers_[i].title);
        column->addWidget(numbers_[i].steady);
        row->addWidget(card, 1);
    }
    show(Scene{});
}

static QString secondsOf(const Scene &scene, const Variant &variant)
{
    const auto outcome = std::ranges::find(scene.outcomes, variant.id, &Outcome::variant);
    const Repeat *repeat = outcome == scene.outcomes.end() ? nullptr : outcome->shown();
    if (!repeat || !repeat->trace || repeat->status == Status::Failed || repeat->status == Status::Cancelled)
        return QStringLiteral("–");
    return formatSeconds(outcome->secondsAt(scene.instantOf(*repeat->trace)));
}

std::array<BigNumber, 3> BigNumbers::of(const Scenario &scenario, const Scene &scene, const Theme &theme)
{
    std::array<BigNumber, 3> numbers{{{{}, {}, theme.of(VariantKind::Sequential)},
                                      {{}, {}, theme.of(VariantKind::Parallel)},
                                      {tr("Speed-up"), {}, theme.gain}}};
    for (std::size_t i = 0; i < std::min<std::size_t>(2, scenario.variants.size()); ++i) {
        numbers[i].title = scenario.variants[i].title.text();
        numbers[i].value = secondsOf(scene, scenario.variants[i]);
    }
    const Figures *headline = scene.summary.headline(scenario);
    const auto running = [](const Outcome &o) {
        return o.status() == Status::Running || o.status() == Status::Pending;
    };
    const bool comes = std::ranges::any_of(scene.outcomes, running) && headline;
    numbers[2].value = headline && headline->speedup ? formatSpeedup(*headline->speedup)
                       : comes                       ? QStringLiteral("…")
                                                     : QStringLiteral("–");
    return numbers;
}

void BigNumbers::show(const Scene &scene)
{
    const auto all = of(scenario_, scene, theme_);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        numbers_[i].title->setText(all[i].title);
        numbers_[i].value->setText(all[i].value);
        numbers_[i].value->setAccessibleName(all[i].title);
        numbers_[i].value->setAccessibleDescription(all[i].value);
    }
}

void BigNumbers::setLow(bool low)
{
    if (std::exchange(isLow_, low) != low)
        arrange();
}

void BigNumbers::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BigNumbers::arrange()
{
    int widest = 0;
    for (const Number &number : numbers_)
        widest = std::max(widest, number.title->sizeHint().width() + number.steady->minimumWidth());
    const bool isBeside = isLow_ && widest + 28 <= (width() - 20) / 3;
    for (const Number &number : numbers_) {
        number.layout->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        const int side = isBeside ? 10 : 14;
        number.layout->setContentsMargins(side, isLow_ ? 4 : 8, side, isLow_ ? 4 : 8);
        number.layout->setSpacing(isBeside ? 8 : 0);
        number.steady->setLow(isLow_);
        number.value->setAlignment((isBeside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

void BigNumbers::setTheme(const Theme &theme)
{
    theme_ = theme;
    const auto all = of(scenario_, {}, theme);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        QPalette palette = theme.palette();
        palette.setColor(QPalette::WindowText, theme.muted);
        numbers_[i].title->setPalette(palette);
        numbers_[i].title->setFont(theme.font(11));
        palette.setColor(QPalette::WindowText, all[i].colour);
        numbers_[i].value->setPalette(palette);
        numbers_[i].steady->setFont(theme.font(26, QFont::Bold));
    }
    arrange();
}

} // namespace tenfold
