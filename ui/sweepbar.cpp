#include "ui/sweepbar.h"

#include "core/run/sweep.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tenfold {

SweepBar::SweepBar(const Scenario &scenario, const QString &over, QWidget *parent)
    : QWidget(parent),
      scenario_(scenario),
      over_(new QComboBox),
      values_(new QLineEdit),
      sweep_(new QPushButton)
{
    over_->setObjectName(QStringLiteral("sweep over"));
    values_->setObjectName(QStringLiteral("sweep values"));
    sweep_->setObjectName(QStringLiteral("sweep"));
    for (const Parameter &parameter : scenario.parameters) {
        if (parameter.isSwept())
            over_->addItem(QString(), parameter.id);
    }
    over_->setCurrentIndex(over_->findData(over));
    over_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    over_->setMinimumContentsLength(8);
    over_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    values_->setText(sweepText(sweepLadder(parameter())));
    values_->setEnabled(!scenario.isOfFile);
    sweep_->setEnabled(!scenario.isOfFile);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 6);
    layout->addWidget(over_, 1);
    layout->addWidget(values_, 1);
    layout->addWidget(sweep_);
    connect(over_, &QComboBox::activated, this, [this] {
        values_->setText(sweepText(sweepLadder(parameter())));
        retranslate();
        Q_EMIT overChanged(parameter().id);
    });
    connect(sweep_, &QPushButton::clicked, this, &SweepBar::ask);
    connect(values_, &QLineEdit::returnPressed, this, &SweepBar::ask);
}

const Parameter &SweepBar::parameter() const
{
    return *scenario_.parameter(over_->currentData().toString());
}

void SweepBar::ask()
{
    QString error;
    const QList<int> list = parseSweep(parameter(), values_->text(), &error, Reader::Window);
    if (list.isEmpty())
        Q_EMIT refused(error);
    else
        Q_EMIT asked(parameter().id, list);
}

void SweepBar::setTheme(const Theme &theme)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{over_, values_, sweep_})
        widget->setFont(theme.font(11));
}

void SweepBar::retranslate()
{
    for (int i = 0; i < over_->count(); ++i) {
        const Parameter &swept = *scenario_.parameter(over_->itemData(i).toString());
        const QString title = swept.title.text(), unit = swept.unit.text();
        over_->setItemText(i, unit.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, unit));
    }
    over_->setAccessibleName(tr("Parameter to sweep over"));
    sweep_->setText(tr("Sweep"));
    sweep_->setToolTip(tr("Run the ticked variants at each of these values"));
    values_->setAccessibleName(tr("Values of %1, separated by commas").arg(parameter().title.text()));
}

} // namespace tenfold
