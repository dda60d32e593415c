#include "ui/sweepbar.h"

#include "core/run/sweep.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tenfold {

SweepBar::SweepBar(const Parameter &parameter, QWidget *parent)
    : QWidget(parent),
      parameter_(parameter),
      title_(new QLabel),
      values_(new QLineEdit(sweepText(sweepLadder(parameter)))),
      sweep_(new QPushButton)
{
    values_->setObjectName(QStringLiteral("sweep values"));
    sweep_->setObjectName(QStringLiteral("sweep"));
    title_->setBuddy(values_);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 6);
    layout->addWidget(title_);
    layout->addWidget(values_, 1);
    layout->addWidget(sweep_);
    connect(sweep_, &QPushButton::clicked, this, &SweepBar::ask);
    connect(values_, &QLineEdit::returnPressed, this, &SweepBar::ask);
}

void SweepBar::ask()
{
    QString error;
    const QList<int> list = parseSweep(parameter_, values_->text(), &error);
    if (list.isEmpty())
        Q_EMIT refused(error + u'.');
    else
        Q_EMIT asked(parameter_.id, list);
}

void SweepBar::setTheme(const Theme &theme)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{title_, values_, sweep_})
        widget->setFont(theme.font(11));
}

void SweepBar::retranslate()
{
    const QString unit = parameter_.unit.isEmpty() ? QString() : u' ' + parameter_.unit;
    title_->setText(parameter_.title.text() + unit + u':');
    sweep_->setText(tr("Sweep"));
    sweep_->setToolTip(tr("Run the ticked variants at each of these values"));
    values_->setAccessibleName(tr("Values of %1, with commas between them").arg(parameter_.title.text()));
}

} // namespace tenfold
