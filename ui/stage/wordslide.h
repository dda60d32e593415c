#pragma once

#include "ui/stage/codeslide.h"
#include "ui/stage/slides.h"

namespace tenfold {

/// Draws the words and lists of `slide` into `room`, as large as all of them fit; `code` stands below the
/// words where it is not null: only its right side, the mistake.
void paintWordSlide(QPainter &painter, const QRectF &room, const Slide &slide, const Theme &theme,
                    const CodeSlide *code);
/// What the type of that is multiplied with.
qreal wordScale(const QRectF &room, const Slide &slide, const Theme &theme, bool hasCode);

/// The paragraphs in as many pages of `room` as they need.
QList<QStringList> pagesIn(const QRectF &room, const QStringList &paragraphs, const Theme &theme);

} // namespace tenfold
