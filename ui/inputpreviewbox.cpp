#include "ui/inputpreviewbox.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tenfold {

InputPreviewBox::InputPreviewBox(QWidget *parent) : QFrame(parent), sentence_(new QLabel)
{
    setObjectName(QStringLiteral("card"));
    sentence_->setObjectName(QStringLiteral("preview-sentence"));
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(sentence_);
    hide();
}

/// Few pages ever show one.
void InputPreviewBox::makeTable()
{
    table_ = new QTableWidget;
    table_->setObjectName(QStringLiteral("preview"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    table_->setFont(font_);
    layout()->addWidget(table_);
    retranslate();
}

void InputPreviewBox::show(const InputPreview &preview)
{
    setVisible(!preview.isEmpty());
    if (preview == preview_)
        return;
    preview_ = preview;
    if (!table_)
        makeTable();
    sentence_->setText(preview.sentence);
    table_->clear();
    table_->setColumnCount(static_cast<int>(preview.titles.size()));
    table_->setRowCount(static_cast<int>(preview.rows.size()));
    table_->setHorizontalHeaderLabels(preview.titles);
    for (int row = 0; row < table_->rowCount(); ++row) {
        for (int column = 0; column < static_cast<int>(preview.rows[row].size()); ++column) {
            auto *item = new QTableWidgetItem(preview.rows[row][column].simplified());
            QFont font = item->font();
            font.setBold(column == preview.chosen);
            item->setFont(font);
            table_->setItem(row, column, item);
        }
    }
    table_->setVisible(table_->columnCount() > 0);
    fitTable();
}

/// All of its rows are seen, and the column that is meant.
void InputPreviewBox::fitTable()
{
    table_->resizeColumnsToContents();
    table_->resizeRowsToContents();
    int height = table_->horizontalHeader()->sizeHint().height() + 2 * table_->frameWidth();
    for (int row = 0; row < table_->rowCount(); ++row)
        height += table_->rowHeight(row);
    table_->setFixedHeight(height + table_->horizontalScrollBar()->sizeHint().height());
    if (const QTableWidgetItem *item = table_->item(0, preview_.chosen))
        table_->scrollToItem(item);
}

void InputPreviewBox::setTheme(const Theme &theme)
{
    font_ = theme.font(11);
    sentence_->setFont(font_);
    if (!table_)
        return;
    table_->setFont(font_);
    fitTable();
}

void InputPreviewBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InputPreviewBox::retranslate()
{
    if (table_)
        table_->setAccessibleName(tr("First rows of the file"));
}

} // namespace tenfold
