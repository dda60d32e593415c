#include "ui/graph/graphpainter.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPath>

namespace tenfold {

QColor mixed(const QColor &from, const QColor &to, int percent)
{
    const auto mix = [percent](int a, int b) { return (a * (100 - percent) + b * percent) / 100; };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

namespace {

class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const Theme &theme, const QColor &fill)
        : painter_(painter), theme_(theme), fill_(fill)
    {}

    void paint(const GraphEdge &edge)
    {
        if (edge.line.size() < 2)
            return;
        const QColor ink = edge.isStrong ? theme_.text : mixed(theme_.muted, theme_.card, 30);
        const QPointF tip = edge.line.last();
        const qreal size = (edge.isStrong ? 12 : 9) * theme_.factor;
        // The line ends within the head, or it would be seen beside the tip.
        QPolygonF line = edge.line;
        while (line.size() > 2 && QLineF(line[line.size() - 2], tip).length() < size * 0.8)
            line.removeAt(line.size() - 2);
        const QLineF last(line[line.size() - 2], tip);
        const QPointF along = (last.p2() - last.p1()) / std::max(0.1, last.length()) * size;
        line.last() = tip - along * 0.7;
        QPen pen(ink, (edge.isStrong ? 3 : 1.4) * theme_.factor, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (edge.isDashed)
            pen.setDashPattern({3.2, 2});
        painter_.setPen(pen);
        painter_.setBrush(Qt::NoBrush);
        painter_.drawPolyline(line);
        const QPointF across(-along.y() * 0.42, along.x() * 0.42);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(ink);
        painter_.drawPolygon(QPolygonF{tip, tip - along + across, tip - along - across});
        if (!edge.words.isEmpty())
            write(edge.words, edge.wordsBox, theme_.font(11, edge.isStrong ? QFont::DemiBold : QFont::Normal),
                  edge.isStrong ? theme_.text : theme_.muted);
    }

    void paint(const GraphNode &node)
    {
        using Form = GraphNode::Form;
        const bool isTask = node.form >= Form::TaskDone;
        const bool isFilled = node.form == Form::TaskDone || (node.form == Form::Worker && node.isStrong);
        QColor ground = isFilled ? fill_ : theme_.card;
        if (node.form == Form::Worker && !node.isStrong)
            ground = mixed(theme_.lock, theme_.card, 75);
        if (node.form == Form::TaskRuns)
            ground = mixed(fill_, theme_.card, 70);
        QPen pen(node.isStrong ? theme_.text : theme_.muted, (node.isStrong ? 2 : 1.2) * theme_.factor);
        if (isTask && node.isStrong)
            pen.setWidthF(2.6 * theme_.factor);
        if (node.form == Form::TaskRuns || node.form == Form::TaskBlocked)
            pen = QPen(node.isStrong ? theme_.text : fill_, 2.6 * theme_.factor, Qt::SolidLine, Qt::FlatCap);
        if (node.form == Form::TaskWaits || node.form == Form::TaskBlocked)
            pen.setDashPattern(node.form == Form::TaskWaits ? QList<qreal>{4, 3} : QList<qreal>{2.5, 1.2});
        painter_.setPen(pen);
        painter_.setBrush(ground);
        const bool hasBegun = node.form == Form::TaskRuns || node.form == Form::TaskBlocked;
        const bool isRound = node.form == Form::Worker || hasBegun;
        const qreal radius = isRound                                               ? node.box.height() / 2
                             : node.form == Form::TaskWaits || node.text.isEmpty() ? 0
                                                                                   : 5 * theme_.factor;
        painter_.drawRoundedRect(node.box, radius, radius);
        if (node.text.isEmpty())
            return;
        const QColor onFill = qGray(ground.rgb()) > 135 ? QColor(0x10, 0x13, 0x16) : QColor(Qt::white);
        const bool isFaint = !node.isStrong && !isFilled && !hasBegun;
        write(node.text, node.box, nodeFont(theme_, node.points), isFaint ? theme_.muted : onFill);
    }

    void paint(const GraphText &text)
    {
        write(text.text, text.box, theme_.font(text.points, text.isBold ? QFont::DemiBold : QFont::Normal),
              text.isMuted ? theme_.muted : theme_.text);
    }

private:
    void write(const QString &text, const QRectF &box, const QFont &font, const QColor &ink)
    {
        painter_.setFont(font);
        painter_.setPen(ink);
        painter_.drawText(box.adjusted(-8, 0, 8, 0), Qt::AlignCenter | Qt::TextSingleLine, text);
    }

    QPainter &painter_;
    const Theme &theme_;
    const QColor fill_;
};

} // namespace

void paintGraph(QPainter &painter, const GraphLayout &layout, const Theme &theme, const QColor &fill,
                const QColor &band)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(band, 2 * bandReach(theme), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &line : layout.band)
        painter.drawPolyline(line);
    GraphPainter draw(painter, theme, fill);
    for (const GraphEdge &edge : layout.edges)
        draw.paint(edge);
    for (const GraphNode &node : layout.nodes)
        draw.paint(node);
    for (const GraphText &text : layout.texts)
        draw.paint(text);
    painter.restore();
}

} // namespace tenfold
