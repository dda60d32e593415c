#pragma once

#include "core/catalog/words.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

// What the slides of the presentation have in common.
namespace tenfold::stage {

inline constexpr qreal margin = 12;
inline constexpr qreal gap = 10;

/// The factor of the type for a picture of `size`: nothing on a projector is under 16 points.
inline qreal factorFor(QSizeF size)
{
    const qreal scale = std::min(size.width() / 1280, size.height() / 720);
    return std::max(0.5, 1.5 + (scale < 1 ? 1.2 : 0.8) * (scale - 1));
}

/// In the language of the moment.
inline QString say(const char *text)
{
    return translate("tenfold::Stage", text);
}

inline void paintCard(QPainter &painter, const QRectF &card, const Theme &theme)
{
    painter.setPen(QPen(theme.grid, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

inline QRectF insideOf(const QRectF &card, const Theme &theme)
{
    return card.adjusted(14 * theme.factor, 9 * theme.factor, -14 * theme.factor, -9 * theme.factor);
}

} // namespace tenfold::stage
