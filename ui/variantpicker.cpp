#include "ui/variantpicker.h"

#include "core/analysis/format.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace tenfold {

QKeySequence keyOfMistake(int number)
{
    static constexpr std::array keys{Qt::Key_F6 | Qt::NoModifier, Qt::SHIFT | Qt::Key_F6,
                                     Qt::CTRL | Qt::Key_F6};
    const auto index = static_cast<std::size_t>(number);
    return index < keys.size() ? QKeySequence(keys[index]) : QKeySequence();
}

VariantPicker::VariantPicker(const Scenario &scenario, QWidget *parent)
    : QWidget(parent), scenario_(scenario), right_(new QLabel), wrong_(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto addGroup = [&](QLabel *heading) {
        auto *group = new QGridLayout;
        group->setHorizontalSpacing(8);
        group->setVerticalSpacing(2);
        group->setColumnStretch(0, 1);
        layout->addWidget(heading);
        layout->addLayout(group);
        return group;
    };
    QGridLayout *right = addGroup(right_);
    layout->addSpacing(6);
    QGridLayout *wrong = addGroup(wrong_);
    layout->addStretch();
    for (const Variant &variant : scenario.variants)
        addRow(variant.isMistake() ? *wrong : *right, variant);
    wrong_->setVisible(std::ranges::any_of(scenario.variants, &Variant::isMistake));
    setVariants(scenario.tickedVariants());
    retranslate();
}

void VariantPicker::addRow(QGridLayout &group, const Variant &variant)
{
    Row row;
    row.tick = new QCheckBox;
    row.tick->setObjectName(variant.id);
    row.tick->setEnabled(variant.kind != VariantKind::Sequential || !rows_.empty());
    connect(row.tick, &QCheckBox::toggled, this, &VariantPicker::changed);
    const int line = group.rowCount();
    group.addWidget(row.tick, line, 0);
    if (variant.isMistake() && scenario_.variants.size() > 1) {
        row.breakIt =
            addButton(QStringLiteral("break-") + variant.id, {scenario_.variants[1].id, variant.id});
        group.addWidget(row.breakIt, line, 1);
        row.action = new QAction(this);
        row.action->setShortcut(keyOfMistake(static_cast<int>(mistakes_.size())));
        connect(row.action, &QAction::triggered, row.breakIt, &QAbstractButton::click);
        mistakes_ << row.action;
        row.why = new QLabel;
        row.why->setWordWrap(true);
        row.why->setTextFormat(Qt::PlainText);
        row.why->setContentsMargins(24, 0, 0, 6);
        row.why->setMinimumWidth(1);
        group.addWidget(row.why, line + 1, 0, 1, 3);
    }
    row.only = addButton(QStringLiteral("only-") + variant.id, {variant.id});
    group.addWidget(row.only, line, 2);
    rows_.push_back(row);
}

/// A button that asks for a run of `variants`; the ticks stay, they are what Run runs.
QAbstractButton *VariantPicker::addButton(const QString &name, const QStringList &variants)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, variants] { Q_EMIT runAsked(variants); });
    return button;
}

QStringList VariantPicker::variants() const
{
    QStringList ids;
    for (const Row &row : rows_) {
        if (row.tick->isChecked())
            ids << row.tick->objectName();
    }
    return ids;
}

void VariantPicker::setVariants(const QStringList &ids)
{
    const QStringList before = variants();
    {
        const QSignalBlocker once(this);
        for (const Row &row : rows_)
            row.tick->setChecked(&row == &rows_.front() || ids.contains(row.tick->objectName()));
    }
    if (variants() != before)
        Q_EMIT changed();
}

QString VariantPicker::inWords() const
{
    QStringList titles;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].tick->isChecked())
            titles << scenario_.variants[i]
                          .title.text(); // the ticks may not have been told of a new language yet
    }
    return listed(titles);
}

void VariantPicker::setTheme(const Theme &theme)
{
    QPalette muted = theme.palette();
    muted.setColor(QPalette::WindowText, theme.muted);
    for (const Row &row : rows_) {
        if (row.why)
            row.why->setPalette(muted);
        for (QAbstractButton *button : {row.breakIt, row.only}) {
            if (button)
                button->setIcon(theme.icon(QStringLiteral("run")));
        }
    }
}

void VariantPicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VariantPicker::retranslate()
{
    right_->setText(QStringLiteral("<b>%1</b>").arg(tr("Variants").toHtmlEscaped()));
    wrong_->setText(QStringLiteral("<b>%1</b>").arg(tr("Break it: common mistakes").toHtmlEscaped()));
    const auto name = [](QAbstractButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setToolTip(QStringLiteral("<p>%1</p>").arg(tip.toHtmlEscaped())); // so that it wraps
        button->setAccessibleDescription(tip);
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Variant &variant = scenario_.variants[i];
        const Row &row = rows_[i];
        name(row.tick, variant.title.text(), variant.why.text());
        const QString reference = scenario_.variants.front().title.text();
        name(row.only, tr("Only this"),
             i == 0 ? tr("Runs %1 and nothing else").arg(reference)
                    : tr("Runs %1, and %2 to compare with").arg(variant.title.text(), reference));
        row.only->setAccessibleName(tr("Only %1").arg(variant.title.text()));
        if (!row.breakIt)
            continue;
        row.why->setText(variant.why.text());
        name(row.breakIt, tr("Break it"),
             tr("Runs the right way (%1) and this mistake").arg(scenario_.variants[1].title.text()));
        row.breakIt->setAccessibleName(tr("Break it: %1").arg(variant.title.text()));
        row.action->setText(variant.title.text());
        row.action->setIconText(tr("Break it: %1").arg(variant.title.text()));
        row.action->setToolTip(variant.why.text());
    }
}

} // namespace tenfold
