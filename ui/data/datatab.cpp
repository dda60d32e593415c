#include "ui/data/datatab.h"

#include "core/analysis/verdict.h"
#include "ui/data/outcomemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tenfold {

DataTab::DataTab(const Scenario &scenario, QWidget *parent)
    : QWidget(parent),
      verdicts_(new QLabel),
      view_(new QTableView),
      model_(new OutcomeModel(scenario, this)),
      order_(new OutcomeOrder(this))
{
    scene_.request.scenario = &scenario;
    setObjectName(QStringLiteral("data"));
    verdicts_->setObjectName(QStringLiteral("verdicts"));
    verdicts_->setWordWrap(true);
    verdicts_->setTextFormat(Qt::RichText);
    verdicts_->setContentsMargins(10, 6, 8, 2);
    verdicts_->setMinimumSize(1, 1); // else a text that wraps asks for the height of its narrowest form
    verdicts_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    order_->setSourceModel(model_);
    view_->setModel(order_);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setAlternatingRowColors(true);
    view_->setSortingEnabled(true);
    view_->setWordWrap(false);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setTabKeyNavigation(false);
    view_->horizontalHeader()->setSortIndicatorClearable(true);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view_->horizontalHeader()->setStretchLastSection(true);
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // 10,000 rows are not measured
    view_->setMinimumSize(0, 0);
    view_->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(verdicts_);
    layout->addWidget(view_, 1);
    connect(verdicts_, &QLabel::linkActivated, this, &DataTab::pick);
    retranslate();
}

void DataTab::show(const Scene &scene)
{
    scene_ = scene;
    showVerdicts();
    showRows();
}

void DataTab::pick(const QString &variant)
{
    variant_ = variant;
    showVerdicts();
    showRows();
    Q_EMIT chosen();
}

/// The picked variant; else the one that the big numbers speak of, or whatever there is.
const Outcome *DataTab::picked() const
{
    const auto find = [&](const QString &id) {
        const auto found = std::ranges::find(scene_.outcomes, id, &Outcome::variant);
        return found == scene_.outcomes.end() ? nullptr : &*found;
    };
    if (const Outcome *own = find(variant_))
        return own;
    const auto &variants = scene_.scenario()->variants;
    const Outcome *headline = variants.size() > 1 ? find(variants[1].id) : nullptr;
    return headline ? headline : scene_.outcomes.empty() ? nullptr : &scene_.outcomes.front();
}

/// The rows of the last repeat that has ended: a running one has none yet, but in a replay, where it is known
/// when they came.
void DataTab::showRows()
{
    const Outcome *outcome = picked();
    const Repeat *repeat = outcome ? outcome->shown() : nullptr;
    if (repeat && repeat->status == Status::Running && !scene_.whole) {
        const auto ended = std::ranges::find_if(outcome->repeats,
                                                [](const Repeat &r) { return r.status == Status::Finished; });
        repeat = ended == outcome->repeats.end() ? nullptr : &*ended;
    }
    const std::shared_ptr<const Trace> trace = repeat ? repeat->trace : nullptr;
    const std::optional<Nanoseconds> instant = scene_.whole ? scene_.instant : std::nullopt;
    if (trace == shown_ && trace && instant == shownAt_)
        return;
    shownAt_ = instant;
    const bool isOther = view_->property("variant").toString() != (outcome ? outcome->variant : QString());
    view_->setProperty("variant", outcome ? outcome->variant : QString());
    shown_ = trace;
    model_->show(repeat ? repeat->results.table.rows : QList<QVariantList>(), isOther);
    if (!std::exchange(isWide_, isWide_ || model_->rowCount() > 0) && isWide_) {
        view_->horizontalHeader()->setResizeContentsPrecision(100);
        view_->resizeColumnsToContents();
    }
}

QString DataTab::verdictOf(const Outcome &outcome) const
{
    switch (outcome.status()) {
    case Status::Pending:
    case Status::Running:
    case Status::Cancelled:
        return titleOf(outcome.status());
    case Status::Failed:
    case Status::Stuck:
        return QStringLiteral("<b>✗</b> ") + titleOf(outcome.status());
    case Status::Finished:
        break;
    }
    if (&outcome == &scene_.outcomes.front())
        return tr("reference");
    if (scene_.outcomes.front().status() != Status::Finished)
        return tr("nothing to compare with");
    return outcome.sameResult()
               ? QStringLiteral("<b style='color:%1'>✓</b> %2")
                     .arg((scene_.summary.caveat ? theme_.text : theme_.gain).name(), tr("same result: yes"))
               : QStringLiteral("<b>✗</b> %1").arg(tr("same result: no"));
}

/// The variants as links in a line that wraps; the picked one is bold.
void DataTab::showVerdicts()
{
    QStringList items;
    const auto inOnePiece = [](QString text) { return text.replace(u' ', QChar(QChar::Nbsp)); };
    for (const Outcome &outcome : scene_.outcomes) {
        const QString title = inOnePiece(scene_.variantOf(outcome)->title.text()).toHtmlEscaped();
        const QString name = &outcome == picked()
                                 ? QStringLiteral("<b>%1</b>").arg(title)
                                 : QStringLiteral("<a href='%1' style='color:%2'>%3</a>")
                                       .arg(outcome.variant, theme_.of(VariantKind::Parallel).name(), title);
        items << QStringLiteral("%1&nbsp;<span style='color:%2'>%3</span>")
                     .arg(name, theme_.muted.name(), verdictOf(outcome));
    }
    const QString html = items.isEmpty() ? tr("The results of a run appear here.").toHtmlEscaped()
                                         : items.join(QStringLiteral(" &nbsp; "));
    if (html != verdicts_->text())
        verdicts_->setText(html);
}

void DataTab::setTheme(const Theme &theme)
{
    theme_ = theme;
    verdicts_->setFont(theme.font(11));
    view_->setFont(theme.font(11));
    const bool hasImages = std::ranges::any_of(scene_.scenario()->columns,
                                               [](const Column &c) { return c.kind == ColumnKind::Image; });
    const int text = QFontMetrics(theme.font(11)).height() + 4;
    view_->verticalHeader()->setDefaultSectionSize(hasImages ? qRound(52 * theme.factor) : text);
    view_->setIconSize(QSize(qRound(96 * theme.factor), qRound(48 * theme.factor)));
    model_->setTheme(theme);
    showVerdicts();
}

void DataTab::retranslate()
{
    view_->setAccessibleName(tr("Data"));
    verdicts_->setAccessibleName(tr("Variants and whether they gave the same result"));
    model_->retranslate();
    showVerdicts();
}

bool DataTab::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT chosen();
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept(); // else Ctrl+C would be the window's and copy a picture
        if (event->type() == QEvent::KeyPress)
            QGuiApplication::clipboard()->setText(selectionAsText());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// A cell as text: one line, one column.
static QString plain(const QModelIndex &index)
{
    QVariant value = index.data(OutcomeModel::ValueRole);
    if (value.typeId() == QMetaType::QImage || value.typeId() == QMetaType::QByteArray)
        return {};
    if (value.typeId() == QMetaType::Double && !std::isfinite(value.toDouble()))
        return {}; // missing, to a spreadsheet
    return value.toString().simplified();
}

QString DataTab::selectionAsText() const
{
    QModelIndexList cells = view_->selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end()); // by row, then by column
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells[i].row() == cells[i - 1].row() ? u'\t' : u'\n';
        text += plain(cells[i]);
    }
    return text;
}

QString DataTab::asText() const
{
    QStringList titles;
    for (const Column &column : scene_.scenario()->columns)
        titles << column.title.text();
    QString text = titles.join(u'\t') + u'\n';
    for (int row = 0; row < order_->rowCount(); ++row) {
        for (int column = 0; column < order_->columnCount(); ++column)
            text += (column > 0 ? QStringLiteral("\t") : QString()) + plain(order_->index(row, column));
        text += u'\n';
    }
    return text;
}

} // namespace tenfold
