#pragma once

#include "ui/fonts.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>

namespace tenfold {

/// What `paint(painter, target)` draws, as SVG.
template<typename Paint> QString svgOf(const QSize &size, Paint &&paint)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter(&generator);
    paint(painter, QRectF(QPointF(), size));
    painter.end();
    return QString::fromUtf8(buffer.data());
}

/// A text of a picture.
struct Text
{
    QString text;
    QRectF box; // of what is inked, about
};

/// Whether `text` in `box` goes on with `before` in another script.
inline bool isPart(const Text &before, const QString &text, const QRectF &box)
{
    const auto isForeign = [](QChar c) { return c.unicode() > 0x2fff; };
    return std::abs(before.box.bottom() - box.bottom()) < 0.5 &&
           std::abs(before.box.right() - box.left()) < 8 &&
           (std::ranges::any_of(before.text, isForeign) || std::ranges::any_of(text, isForeign));
}

inline QList<Text> textsOf(const QString &svg)
{
    static const QRegularExpression element(
        QStringLiteral("<text [^>]*x=\"([-0-9.]+)\" "
                       "y=\"([-0-9.]+)\"[^>]*font-size=\"([0-9.]+)\"[^>]*font-weight=\"([0-9]+)\""
                       "[^>]*>([^<]*)</text>"));
    QList<Text> texts;
    for (auto match = element.globalMatch(svg); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        QFont font = uiFont();
        font.setPixelSize(qRound(found.captured(3).toDouble()));
        font.setWeight(static_cast<QFont::Weight>(found.captured(4).toInt()));
        const QFontMetricsF metrics(font);
        const QString text = found.captured(5)
                                 .replace(QLatin1String("&gt;"), QLatin1String(">"))
                                 .replace(QLatin1String("&lt;"), QLatin1String("<"))
                                 .replace(QLatin1String("&quot;"), QLatin1String("\""))
                                 .replace(QLatin1String("&amp;"), QLatin1String("&"));
        const QRectF box(found.captured(1).toDouble(), found.captured(2).toDouble() - metrics.capHeight(),
                         metrics.horizontalAdvance(text), metrics.capHeight());
        // A text of two scripts is written in parts, each at the end of the one before.
        if (!texts.isEmpty() && isPart(texts.last(), text, box)) {
            texts.last().text += text;
            texts.last().box |= box;
        } else
            texts << Text{text, box};
    }
    return texts;
}

/// Two texts that lie on one another: "this / that"; empty where there are none.
inline QString overlapIn(const QList<Text> &texts)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (texts[i].box.intersects(texts[j].box))
                return texts[i].text + QStringLiteral(" / ") + texts[j].text;
        }
    }
    return {};
}

} // namespace tenfold
