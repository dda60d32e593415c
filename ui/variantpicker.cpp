#include "ui/variantpicker.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace tenfold {

static QVBoxLayout *addColumn(QHBoxLayout *columns, QLabel *heading)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(heading);
    columns->addLayout(column);
    return column;
}

VariantPicker::VariantPicker(const Scenario &scenario, QWidget *parent)
    : QWidget(parent), scenario_(scenario), right_(new QLabel), wrong_(new QLabel)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    QVBoxLayout *right = addColumn(columns, right_);
    QVBoxLayout *wrong = addColumn(columns, wrong_);
    for (const Variant &variant : scenario.variants) {
        auto *tick = new QCheckBox;
        tick->setObjectName(variant.id);
        tick->setEnabled(variant.kind != VariantKind::Sequential || !ticks_.empty());
        (variant.isMistake() ? wrong : right)->addWidget(tick);
        connect(tick, &QCheckBox::toggled, this, &VariantPicker::changed);
        ticks_.push_back(tick);
    }
    right->addStretch();
    wrong->addStretch();
    wrong_->setVisible(std::ranges::any_of(scenario.variants, &Variant::isMistake));
    setVariants(scenario.tickedVariants());
    retranslate();
}

QStringList VariantPicker::variants() const
{
    QStringList ids;
    for (const QCheckBox *tick : ticks_) {
        if (tick->isChecked())
            ids << tick->objectName();
    }
    return ids;
}

void VariantPicker::setVariants(const QStringList &ids)
{
    const QStringList before = variants();
    {
        const QSignalBlocker once(this);
        for (QCheckBox *tick : ticks_)
            tick->setChecked(tick == ticks_.front() || ids.contains(tick->objectName()));
    }
    if (variants() != before)
        Q_EMIT changed();
}

QString VariantPicker::inWords() const
{
    QStringList titles;
    for (const QCheckBox *tick : ticks_) {
        if (tick->isChecked())
            titles << tick->text();
    }
    return titles.join(tr(", ", "between variants"));
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
    for (std::size_t i = 0; i < ticks_.size(); ++i) {
        const Variant &variant = scenario_.variants[i];
        ticks_[i]->setText(variant.title.text());
        // Rich text, so that the tool tip wraps.
        ticks_[i]->setToolTip(QStringLiteral("<p>%1</p>").arg(variant.why.text().toHtmlEscaped()));
        ticks_[i]->setAccessibleDescription(variant.why.text());
    }
}

} // namespace tenfold
