#include "ui/charts/chartpicture.h"

#include "ui/charts/axes.h"
#include "ui/charts/fitting.h"

#include <QAbstractTextDocumentLayout>
#include <QChartView>
#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTextDocument>
#include <QVBoxLayout>
#include <QValueAxis>

namespace tenfold {

ChartPicture::ChartPicture(QWidget *parent)
    : Picture(parent), heading_(new QLabel), view_(new QChartView), chart_(view_->chart())
{
    heading_->setWordWrap(true);
    heading_->setTextFormat(Qt::RichText);
    heading_->setContentsMargins(12, 6, 8, 0);
    heading_->setMinimumWidth(1);
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setBackgroundBrush(Qt::NoBrush);
    view_->viewport()->setAutoFillBackground(false);
    view_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    view_->setMinimumSize(0, 0);
    view_->setFocusPolicy(Qt::NoFocus);
    view_->viewport()->setFocusPolicy(Qt::NoFocus); // it has one of its own
    view_->setAcceptDrops(false);                   // the page takes them
    view_->setAttribute(Qt::WA_TransparentForMouseEvents);
    chart_->setBackgroundVisible(false);
    chart_->setPlotAreaBackgroundVisible(false);
    chart_->setMargins(QMargins(6, 4, 10, 4));
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->legend()->hide();
    chart_->setAnimationOptions(QChart::NoAnimation);
    chart_->setLocalizeNumbers(true); // the axes' as formatFixed() has them
    chart_->setLocale(QLocale(QLocale::English));
    // A picture that was not seen yet has its size before the chart in it.
    connect(chart_, &QGraphicsWidget::geometryChanged, this, [this] {
        if (!isRendering_)
            fit();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading_);
    layout->addWidget(view_, 1);
    setMinimumSize(200, 150);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartPicture::setTheme(const Theme &theme)
{
    theme_ = theme;
    heading_->setFont(theme.font(12));
    QPalette palette = heading_->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    heading_->setPalette(palette);
    const auto axes = chart_->axes();
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsFont(theme.font(11));
        axis->setLabelsColor(theme.muted);
        axis->setGridLineColor(theme.grid);
        axis->setLinePenColor(theme.grid);
        axis->setShadesVisible(false);
        axis->setTruncateLabels(false);
        axis->setTitleVisible(false);
    }
}

void ChartPicture::styleAxis(QValueAxis &axis, double end, int mostTicks, double begin) const
{
    const double step = niceStep(end - begin, mostTicks);
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(0);
    // The interval first where the range grows, last where it shrinks: never a million ticks in between.
    if (axis.tickInterval() < step)
        axis.setTickInterval(step);
    axis.setRange(begin * (1 + 1e-9), end * (1 + 1e-9)); // or rounding would drop the last tick
    axis.setTickInterval(step);
    const QString format = QStringLiteral("%.%1f").arg(decimalsOf(step));
    if (axis.labelFormat() != format) // the same again lays out all labels anew
        axis.setLabelFormat(format);
}

void ChartPicture::setHeading(const QString &title, const QString &accessibleName,
                              const std::vector<LegendKey> &keys, const QString &brief)
{
    title_ = title;
    brief_ = brief;
    keys_ = keys;
    heading_->setText(headingFor(width()));
    QStringList read{title}; // without what keeps words together, which a screen reader would spell
    for (const LegendKey &key : keys)
        read << key.text;
    heading_->setAccessibleName(read.join(QStringLiteral(", ")));
    setAccessibleName(accessibleName);
}

/// How many lines `title` and a legend behind it take, about: what breaks between words takes more.
int ChartPicture::linesOf(const QString &title, qreal width, const std::vector<LegendKey> &keys) const
{
    const QFontMetricsF metrics(heading_->font());
    const qreal room =
        std::max<qreal>(1, width - heading_->contentsMargins().left() - heading_->contentsMargins().right());
    QFont bold = heading_->font();
    bold.setBold(true);
    const qreal whole = QFontMetricsF(bold).horizontalAdvance(title);
    int lines = qCeil(whole / room);
    qreal x = whole - (lines - 1) * room;
    for (const LegendKey &key : keys) {
        const qreal entry = metrics.horizontalAdvance(QStringLiteral("    ") + key.symbol + key.text);
        lines += x + entry > room ? 1 : 0;
        x = x + entry > room ? entry : x + entry;
    }
    return lines;
}

QString ChartPicture::headingFor(qreal width) const
{
    const bool isBrief =
        !brief_.isEmpty() && (linesOf(brief_, width, keys_) < linesOf(title_, width, keys_) ||
                              linesOf(title_, width, {}) > linesOf(brief_, width, {}));
    QString html = QStringLiteral("<b>%1</b>").arg((isBrief ? brief_ : title_).toHtmlEscaped());
    // A legend breaks between its entries only.
    for (const LegendKey &key : keys_) {
        if (key.symbol.isEmpty()) {
            html += QStringLiteral("&nbsp;&nbsp; <span style='color:%1'>%2</span>")
                        .arg(key.colour.name(), key.text.toHtmlEscaped());
            continue;
        }
        html += QStringLiteral(
                    "&nbsp;&nbsp; <span style='color:%1'>%2</span>&nbsp;<span style='color:%3'>%4</span>")
                    .arg(key.colour.name(), inOnePiece(key.symbol).toHtmlEscaped(), theme_.muted.name(),
                         inOnePiece(key.text).toHtmlEscaped());
    }
    return html;
}

void ChartPicture::setLeastChartHeight(qreal height)
{
    // As if the page had no scroll bar: what takes a line more beside one would keep it there for ever.
    const int wide = width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent) / 2 + 1;
    // Asking a rich text for its height lays it out twice.
    const HeadingKey key{heading_->text(), std::max(200, wide), theme_.factor, theme_.base.family()};
    if (std::exchange(headingKey_, key) != key)
        headingHeight_ = heading_->heightForWidth(std::get<int>(key));
    const int least = headingHeight_ + static_cast<int>(height * theme_.factor);
    if (least != minimumHeight())
        setMinimumHeight(least);
}

void ChartPicture::setSmooth(bool smooth)
{
    view_->setRenderHint(QPainter::Antialiasing, smooth);
}

void ChartPicture::resizeEvent(QResizeEvent *event)
{
    Picture::resizeEvent(event);
    if (!brief_.isEmpty() && event->size().width() != event->oldSize().width())
        heading_->setText(headingFor(width()));
    fit();
}

void ChartPicture::writeHeading(QTextDocument &heading, qreal width) const
{
    heading.setDocumentMargin(0);
    heading.setDefaultFont(heading_->font());
    heading.setHtml(headingFor(width));
    heading.setTextWidth(width - heading_->contentsMargins().left() - heading_->contentsMargins().right());
}

qreal ChartPicture::headingHeight(qreal width) const
{
    QTextDocument heading;
    writeHeading(heading, width);
    return heading_->contentsMargins().top() + heading.size().height();
}

void ChartPicture::render(QPainter &painter, const QRectF &target)
{
    QTextDocument heading;
    writeHeading(heading, target.width());
    const QMarginsF margins(heading_->contentsMargins());
    painter.save();
    painter.translate(target.left() + margins.left(), target.top() + margins.top());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, theme_.text);
    heading.documentLayout()->draw(&painter, context);
    painter.restore();

    QRectF rest = target;
    rest.setTop(target.top() + margins.top() + heading.size().height());
    const QScopedValueRollback once(isRendering_, true);
    const QSizeF before = chart_->size();
    chart_->resize(rest.size());
    chart_->layout()->activate();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    fit();
    chart_->layout()->activate();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush); // Qt Charts draws a dashed line as a path, which would be filled
    chart_->scene()->render(&painter, rest, QRectF(QPointF(), rest.size()), Qt::IgnoreAspectRatio);
    painter.restore();
    chart_->resize(before);
    fit();
}

} // namespace tenfold
