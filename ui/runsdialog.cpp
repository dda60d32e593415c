#include "ui/runsdialog.h"

#include "core/analysis/difference.h"
#include "core/analysis/format.h"
#include "core/analysis/verdict.h"
#include "ui/pagewords.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <functional>

namespace tenfold {

static QTableWidget *tableOf(const char *name, int columnCount)
{
    auto *table = new QTableWidget(0, columnCount);
    table->setObjectName(QLatin1String(name));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

/// Takes no more than is kept of a name or a note.
class LabelDelegate : public QStyledItemDelegate
{
public:
    LabelDelegate(int note, std::function<void()> opened, QObject *parent)
        : QStyledItemDelegate(parent), note_(note), opened_(std::move(opened))
    {}
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setMaxLength(
                static_cast<int>(index.column() == note_ ? RunLabel::mostNote : RunLabel::mostName));
        opened_();
        return editor;
    }

private:
    const int note_; ///< the column
    const std::function<void()> opened_;
};

RunsDialog::RunsDialog(RunList &runs, QWidget *parent)
    : QDialog(parent),
      runs_(runs),
      list_(tableOf("runs", columns)),
      rows_(tableOf("differences", 5)),
      bounds_(new QLabel),
      heading_(new QLabel),
      sentence_(new QLabel),
      show_(addButton("runs-show")),
      pin_(addButton("runs-pin")),
      rename_(addButton("runs-rename")),
      note_(addButton("runs-note")),
      delete_(addButton("runs-delete")),
      save_(addButton("runs-save")),
      close_(addButton("runs-close"))
{
    setObjectName(QStringLiteral("runs-dialog"));
    build();
    const auto onClick = [this](QPushButton *button, auto &&act) {
        connect(button, &QPushButton::clicked, this, [this, act] {
            if (const KeptRun *run = runs_.find(chosen()))
                act(*run);
        });
    };
    onClick(show_, [this](const KeptRun &run) { Q_EMIT showAsked(run.id); });
    onClick(pin_, [this](const KeptRun &run) { runs_.setPinned(run.id, !run.isPinned); });
    onClick(rename_, [this](const KeptRun &) { list_->editItem(list_->item(list_->currentRow(), Name)); });
    onClick(note_, [this](const KeptRun &) { list_->editItem(list_->item(list_->currentRow(), Note)); });
    onClick(delete_, [this](const KeptRun &run) { Q_EMIT deleteAsked(run.id); });
    onClick(save_, [this](const KeptRun &run) { Q_EMIT saveAsked(run.id); });
    connect(close_, &QPushButton::clicked, this, &QWidget::close);
    auto *erase = new QShortcut(QKeySequence::Delete, list_);
    erase->setContext(Qt::WidgetShortcut); // not while a name is typed
    connect(erase, &QShortcut::activated, delete_, &QPushButton::click);
    connect(list_, &QTableWidget::cellDoubleClicked, this, [this](int, int column) {
        if (column != Name && column != Note) // which are edited
            show_->click();
    });
    connect(list_, &QTableWidget::currentCellChanged, this, [this] {
        if (!isFilling_)
            showState();
    });
    connect(list_, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (isFilling_)
            return;
        const int id = list_->item(item->row(), Pinned)->data(Qt::UserRole).toInt();
        const QString text = item->text();
        // Afterwards: the list is filled anew, while the field is still open.
        QMetaObject::invokeMethod(
            this,
            [this, id, text, column = item->column()] {
                const QString problem = column == Name ? runs_.setName(id, text) : runs_.setNote(id, text);
                fill(); // as it is kept
                if (!problem.isEmpty())
                    bounds_->setText(problem);
            },
            Qt::QueuedConnection);
    });
    auto *delegate = new LabelDelegate(
        Note, [this] { isEditing_ = true; }, list_);
    list_->setItemDelegate(delegate);
    connect(delegate, &QAbstractItemDelegate::closeEditor, this, [this] {
        isEditing_ = false;
        QMetaObject::invokeMethod(this, &RunsDialog::fill, Qt::QueuedConnection);
    });
    connect(&runs_, &RunList::changed, this, &RunsDialog::fill);
    retranslate();
    resize(QSize(900, 620).boundedTo(parent->size() - QSize(80, 80)).expandedTo({560, 400}));
}

QPushButton *RunsDialog::addButton(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false); // Return belongs to the name that is typed
    return button;
}

void RunsDialog::build()
{
    bounds_->setObjectName(QStringLiteral("runs-bounds"));
    heading_->setObjectName(QStringLiteral("runs-heading"));
    sentence_->setObjectName(QStringLiteral("runs-sentence"));
    for (QLabel *label : {bounds_, heading_, sentence_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    rows_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *upper = new QHBoxLayout;
    for (QPushButton *button : {show_, pin_, rename_, note_, delete_, save_})
        upper->addWidget(button);
    upper->addStretch();
    auto *lower = new QHBoxLayout;
    lower->addStretch();
    lower->addWidget(close_);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list_, 3);
    layout->addWidget(bounds_);
    layout->addLayout(upper);
    layout->addSpacing(6);
    layout->addWidget(heading_);
    layout->addWidget(sentence_);
    layout->addWidget(rows_, 2);
    layout->addLayout(lower);
}

int RunsDialog::chosen() const
{
    const QTableWidgetItem *item =
        list_->currentRow() < 0 ? nullptr : list_->item(list_->currentRow(), Pinned);
    return item ? item->data(Qt::UserRole).toInt() : 0;
}

void RunsDialog::choose(int id)
{
    for (int row = 0; row < list_->rowCount(); ++row) {
        if (list_->item(row, Pinned)->data(Qt::UserRole).toInt() == id)
            list_->setCurrentCell(row, Title);
    }
}

/// "Sequential 2.80 s · Threads 0.81 s"; of a sweep the values.
static QString timesOf(const Recording &recording)
{
    if (recording.outcomes.empty() && !recording.sweeps.empty())
        return sweepText(recording.sweeps.begin()->second.request.sweptValues);
    QStringList times;
    for (const Outcome &outcome : recording.outcomes)
        times << QStringLiteral("%1 %2").arg(recording.scenario()->variant(outcome.variant)->title.text(),
                                             outcome.status() == Status::Finished
                                                 ? formatSeconds(outcome.medianSeconds())
                                                 : titleOf(outcome.status()));
    return times.join(QStringLiteral(" · "));
}

void RunsDialog::fillRow(int row, const KeptRun &run)
{
    const auto put = [&](Column column, const QString &text) {
        auto *item = new QTableWidgetItem(text);
        const bool isOwn = column == Name || column == Note;
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled |
                       (isOwn ? Qt::ItemIsEditable : Qt::NoItemFlags));
        item->setToolTip(plainTip(text));
        list_->setItem(row, column, item);
        return item;
    };
    QTableWidgetItem *pinned = put(Pinned, run.isPinned ? tr("pinned") : QString());
    pinned->setData(Qt::UserRole, run.id);
    put(Time, QLocale::c().toString(run.time, QStringLiteral("HH:mm:ss")));
    put(Title, run.recording->scenario()->title.text());
    put(Name, run.title());
    put(Note, run.label().note);
    put(File, run.isSaved() ? run.file : tr("in no file"));
    put(Times, timesOf(*run.recording));
}

/// The newest first. What is being typed stays in its row: the list is filled once that is over.
void RunsDialog::fill()
{
    if (isEditing_)
        return;
    const int before = chosen();
    isFilling_ = true;
    const auto count = static_cast<int>(runs_.runs().size());
    list_->setRowCount(count);
    for (int row = 0; row < count; ++row)
        fillRow(row, runs_.runs()[static_cast<std::size_t>(count - 1 - row)]);
    list_->resizeColumnsToContents();
    list_->setColumnWidth(Note, std::max(list_->columnWidth(Note), 120));
    choose(before);
    if (chosen() == 0 && count > 0)
        list_->setCurrentCell(0, Title);
    isFilling_ = false;
    showState();
}

void RunsDialog::showState()
{
    const KeptRun *run = runs_.find(chosen());
    for (QPushButton *button : {show_, pin_, rename_, note_, delete_, save_})
        button->setEnabled(run);
    if (run && run->isSweep()) {
        pin_->setEnabled(false);
        pin_->setToolTip(tr("A sweep cannot be pinned: it is not drawn behind runs."));
    } else
        pin_->setToolTip({});
    pin_->setText(run && run->isPinned ? tr("Un&pin") : tr("&Pin"));
    const QString kept =
        tr("At most %1 runs and %2 MB are kept: of those that are not pinned the oldest goes, "
           "one that is in a file first.")
            .arg(runs_.mostRuns())
            .arg(runs_.mostBytes() / 1'000'000);
    bounds_->setText(runs_.gone() == 0 ? kept
                                       : followedBy(kept, tr("So many have gone: %1.").arg(runs_.gone())));
    showDifference();
}

void RunsDialog::showDifference()
{
    const KeptRun *run = runs_.find(chosen());
    const bool isRun = run && !run->isSweep();
    const auto pinned = isRun ? runs_.pinnedOf(*run->recording->scenario()) : nullptr;
    const bool isCompared = pinned && pinned != run->recording;
    heading_->setVisible(isCompared);
    rows_->setVisible(isCompared);
    if (!isCompared) {
        sentence_->setText(
            !run     ? tr("Nothing was run yet.")
            : !isRun ? tr("This is a sweep: it can be shown again and saved, but not pinned or "
                          "compared.")
            : pinned ? tr("This run is pinned: the others of its scenario are drawn over it, and "
                          "compared with it here.")
                     : tr("Pin a run to see it behind the others of its scenario, and in what "
                          "they differ from it."));
        return;
    }
    const Difference difference = differenceOf(*pinned, *run->recording);
    heading_->setText(
        tr("%1 compared with the pinned run (%2)").arg(run->title(), runs_.holding(*pinned)->title()));
    sentence_->setText(sayDifference(difference));
    rows_->setRowCount(static_cast<int>(difference.rows.size()));
    for (int row = 0; row < rows_->rowCount(); ++row) {
        const DifferenceWords words = wordsOf(difference, difference.rows[static_cast<std::size_t>(row)]);
        int column = 0;
        for (const QString &text : {words.what, words.variant, words.then, words.now, words.change}) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(plainTip(text));
            rows_->setItem(row, column++, item);
        }
    }
    rows_->resizeColumnsToContents();
}

void RunsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsDialog::retranslate()
{
    setWindowTitle(tr("Runs"));
    list_->setAccessibleName(tr("Runs"));
    rows_->setAccessibleName(tr("Differences"));
    list_->setHorizontalHeaderLabels(
        {tr("Pinned"), tr("Time"), tr("Scenario"), tr("Name"), tr("Note"), tr("File"), tr("Times")});
    rows_->setHorizontalHeaderLabels(
        {tr("Difference"), tr("Variant"), tr("Pinned run"), tr("This run"), tr("Change")});
    show_->setText(tr("&Show"));
    rename_->setText(tr("&Rename"));
    note_->setText(tr("N&ote"));
    delete_->setText(tr("&Delete"));
    save_->setText(tr("Sa&ve…"));
    close_->setText(tr("&Close"));
    fill();
}

} // namespace tenfold
