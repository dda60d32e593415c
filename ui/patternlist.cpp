#include "ui/patternlist.h"

#include "core/catalog/pattern.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace tenfold {

constexpr int margin = 6;

/// The chosen one is a plate with round corners.
class PatternDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const bool isChosen = item.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(item.palette.highlight());
            painter->drawRoundedRect(item.rect, 6, 6);
        }
        painter->setPen(item.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text));
        painter->setFont(item.font);
        const QRect room = item.rect.adjusted(edge, 0, -edge, 0);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          item.fontMetrics.elidedText(item.text, Qt::ElideRight, room.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        return {item.fontMetrics.horizontalAdvance(item.text) + 2 * edge,
                item.fontMetrics.height() * 17 / 10};
    }

private:
    static constexpr int edge = 10;
};

PatternList::PatternList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new PatternDelegate(this));
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base); // beside the items too
    setAutoFillBackground(true);
    setViewportMargins(margin, margin, margin, margin);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (std::size_t i = 0; i < catalog().size(); ++i)
        addItem(QString());
    // A screen reader selects, by which Qt makes nothing current; a click and a key do both, one after the
    // other.
    connect(
        this, &QListWidget::itemSelectionChanged, this,
        [this] {
            if (const QModelIndexList chosen = selectedIndexes(); !chosen.isEmpty())
                setCurrentRow(chosen.first().row());
        },
        Qt::QueuedConnection);
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
    setMinimumWidth(sizeHintForColumn(0) + fontMetrics().height() + 2 * margin);
}

} // namespace tenfold
