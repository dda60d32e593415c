#pragma once

#include "ui/fonts.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTransform>

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
    QRectF box;      // of what is inked, about: capitals
    QRectF ink = {}; // as it is: Japanese, and what reaches below the line
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
        QStringLiteral("transform=\"matrix\\(([^)]*)\\)\"|<text [^>]*x=\"([-0-9.]+)\" "
                       "y=\"([-0-9.]+)\"[^>]*font-size=\"([0-9.]+)\"[^>]*font-weight=\"([0-9]+)\""
                       "[^>]*>([^<]*)</text>"));
    QList<Text> texts;
    QTransform at; // of what follows
    for (auto match = element.globalMatch(svg); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (const QStringList m = found.captured(1).split(u','); m.size() == 6) {
            at = QTransform(m[0].toDouble(), m[1].toDouble(), m[2].toDouble(), m[3].toDouble(),
                            m[4].toDouble(), m[5].toDouble());
            continue;
        }
        QFont font = uiFont();
        font.setPixelSize(qRound(found.captured(4).toDouble()));
        font.setWeight(static_cast<QFont::Weight>(found.captured(5).toInt()));
        const QFontMetricsF metrics(font);
        const QString text = found.captured(6)
                                 .replace(QLatin1String("&gt;"), QLatin1String(">"))
                                 .replace(QLatin1String("&lt;"), QLatin1String("<"))
                                 .replace(QLatin1String("&quot;"), QLatin1String("\""))
                                 .replace(QLatin1String("&amp;"), QLatin1String("&"));
        if (std::ranges::all_of(text, [](QChar c) { return c == QChar(0x2060) || c.isSpace(); }))
            continue; // joins words, and has no place
        const QPointF base(found.captured(2).toDouble(), found.captured(3).toDouble());
        const QRectF box = at.mapRect(QRectF(base.x(), base.y() - metrics.capHeight(),
                                             metrics.horizontalAdvance(text), metrics.capHeight()));
        // The soft edge is no part of it.
        const QRectF ink = at.mapRect(metrics.tightBoundingRect(text).adjusted(0, 1, 0, -1).translated(base));
        // A text of two scripts is written in parts, each at the end of the one before.
        if (!texts.isEmpty() && isPart(texts.last(), text, box)) {
            texts.last().text += text;
            texts.last().box |= box;
            texts.last().ink |= ink;
        } else
            texts << Text{text, box, ink};
    }
    return texts;
}

/// Two texts that lie on one another: "this / that"; empty where there are none. Of `what` is read: the box,
/// or the ink.
inline QString overlapIn(const QList<Text> &texts, QRectF Text::*what = &Text::box)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if ((texts[i].*what).intersects(texts[j].*what))
                return texts[i].text + QStringLiteral(" / ") + texts[j].text;
        }
    }
    return {};
}

} // namespace tenfold
