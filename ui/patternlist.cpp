#include "ui/patternlist.h"

#include "core/catalog/pattern.h"

#include <QEvent>

namespace tenfold {

PatternList::PatternList(QWidget *parent) : QListWidget(parent)
{
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (std::size_t i = 0; i < catalog().size(); ++i)
        addItem(QString());
    retranslate();
}

void PatternList::setTheme(const Theme &theme)
{
    for (int i = 0; i < count(); ++i) {
        const bool isBuilt = !catalog()[static_cast<std::size_t>(i)].scenarios.empty();
        item(i)->setForeground(isBuilt ? theme.text : theme.muted);
    }
    fitWidth();
}

void PatternList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QItemSelectionModel::SelectionFlags PatternList::selectionCommand(const QModelIndex &index,
                                                                  const QEvent *) const
{
    return index.isValid() ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate;
}

void PatternList::retranslate()
{
    setAccessibleName(tr("Patterns"));
    for (int i = 0; i < count(); ++i) {
        const Pattern &pattern = catalog()[static_cast<std::size_t>(i)];
        const QString title = pattern.title.text();
        // U+2007 is as wide as a digit: the titles begin at one place.
        const QString number = QStringLiteral("%1").arg(i + 1, 2, 10, QChar(0x2007));
        item(i)->setText(number + QStringLiteral("   ") + title);
        const bool isBuilt = !pattern.scenarios.empty();
        item(i)->setToolTip(isBuilt ? pattern.summary.text() : tr("%1 (to come)").arg(title));
        item(i)->setData(Qt::AccessibleTextRole, isBuilt ? title : tr("%1 (to come)").arg(title));
        item(i)->setData(Qt::AccessibleDescriptionRole, pattern.summary.text());
    }
    fitWidth();
}

void PatternList::fitWidth()
{
    setMinimumWidth(sizeHintForColumn(0) + fontMetrics().height() + 2 * frameWidth());
}

} // namespace tenfold
