#include "ui/stage/wordslide.h"

#include "core/analysis/format.h"
#include "ui/stage/frame.h"

#include <QPainter>

#include <cmath>

namespace tenfold {

using namespace stage;

static constexpr qreal wordPoints = 15;
static constexpr qreal questionPoints = 22;
static constexpr qreal mostScale = 1.35;
static constexpr qreal leastScale = 0.3;

namespace {

/// The words of a slide in type of a size: measured, and drawn, by the same steps.
class WordPainter
{
public:
    /// Without a painter nothing is drawn.
    WordPainter(QPainter *painter, const Slide &slide, const Theme &theme, qreal scale)
        : painter_(painter), slide_(slide), theme_(theme), scale_(scale)
    {}

    QFont font(qreal points, QFont::Weight weight = QFont::Normal) const
    {
        return theme_.font(points * scale_, weight);
    }

    /// Puts `text` at the top of `rest`, which it is taken from, and says how high it is.
    qreal put(QRectF &rest, const QFont &font, const QColor &colour, const QString &text, qreal after = 0.5)
    {
        const QFontMetricsF metrics(font);
        const QString whole = unbroken(text);
        const QRectF box =
            metrics.boundingRect(QRectF(rest.topLeft(), QSizeF(rest.width(), 1e5)), Qt::TextWordWrap, whole);
        isTooWide_ |= box.width() > rest.width() + 1;
        if (painter_) {
            painter_->setFont(font);
            painter_->setPen(colour);
            painter_->drawText(QRectF(rest.topLeft(), QSizeF(rest.width(), box.height() + 1)),
                               Qt::TextWordWrap, whole);
        }
        const qreal height = box.height() + after * metrics.height();
        rest.setTop(rest.top() + height);
        return height;
    }

    qreal putWords(QRectF rest)
    {
        const qreal top = rest.top();
        if (!slide_.heading.isEmpty())
            put(rest, font(13, QFont::DemiBold), theme_.text, slide_.heading);
        for (const QString &paragraph : slide_.words) {
            const bool isLast = &paragraph == &slide_.words.constLast();
            const bool isQuestion = slide_.heading.isEmpty() && &paragraph == &slide_.words.constFirst();
            put(rest, font(isQuestion ? questionPoints : wordPoints),
                slide_.heading.isEmpty() && !isQuestion ? theme_.muted : theme_.text, paragraph,
                isLast ? 0 : 0.5);
        }
        return rest.top() - top;
    }

    qreal putHint(QRectF rest)
    {
        return slide_.hint.isEmpty() ? 0 : put(rest, font(13), theme_.muted, slide_.hint, 0);
    }

    qreal putList(QRectF rest, const Slide::List &list)
    {
        const qreal top = rest.top();
        put(rest, font(13, QFont::DemiBold), theme_.text,
            list.heading.isEmpty() ? QStringLiteral(" ") : list.heading, 0.6);
        for (const Slide::Item &item : list.items)
            putItem(rest, item);
        return rest.top() - top;
    }

    bool isTooWide() const { return isTooWide_; }

private:
    /// What belongs to it stands at the right of it where there is room, else below.
    void putItem(QRectF &rest, const Slide::Item &item)
    {
        const QFontMetricsF metrics(font(wordPoints));
        const QFontMetricsF small(font(13));
        const qreal sign = item.kind ? metrics.height() : 0;
        if (painter_ && item.kind)
            paintSign({rest.left(), rest.top() + 0.16 * metrics.height(), 0.68 * metrics.height(),
                       0.68 * metrics.height()},
                      item);
        QRectF words = rest.adjusted(sign, 0, 0, 0);
        const qreal more = small.horizontalAdvance(item.more);
        const bool isBeside = !item.more.isEmpty() &&
                              metrics.horizontalAdvance(item.text) + metrics.height() + more <= words.width();
        if (isBeside && painter_) {
            painter_->setFont(font(13));
            painter_->setPen(theme_.muted);
            painter_->drawText(QRectF(words.left(), words.top(), words.width(), metrics.height()),
                               Qt::AlignRight | Qt::AlignVCenter, item.more);
        }
        const bool isBelow = !item.more.isEmpty() && !isBeside;
        put(words, font(wordPoints), theme_.text, item.text, isBelow ? 0.05 : 0.4);
        if (isBelow)
            put(words, font(13), theme_.muted, item.more, 0.5);
        rest.setTop(words.top());
    }

    void paintSign(const QRectF &box, const Slide::Item &item)
    {
        const QColor colour = theme_.of(*item.kind, item.number);
        painter_->setPen(Qt::NoPen);
        painter_->setBrush(colour);
        painter_->drawRoundedRect(box, 3, 3);
        if (*item.kind == VariantKind::Mistake) {
            painter_->setBrush(QBrush(theme_.hatch(), Qt::BDiagPattern));
            painter_->drawRoundedRect(box, 3, 3);
        }
    }

    QPainter *painter_;
    const Slide &slide_;
    const Theme &theme_;
    const qreal scale_;
    bool isTooWide_ = false;
};

/// Where the parts of a slide stand: cards, and the hint below them.
struct WordRooms
{
    QRectF words;
    std::vector<QRectF> lists;
    QRectF code, hint;
    bool fits = true;
};

WordRooms roomsIn(const QRectF &room, const Slide &slide, const Theme &theme, qreal scale, bool hasCode)
{
    WordPainter measure(nullptr, slide, theme, scale);
    const QRectF inside = insideOf({0, 0, room.width(), 1000}, theme);
    const qreal sides = 1000 - inside.height();
    WordRooms rooms;
    rooms.hint = insideOf(room, theme);
    QRectF cards = room;
    if (const qreal hint = measure.putHint(rooms.hint); hint > 0) {
        rooms.hint.setTop(room.bottom() - hint);
        cards.setBottom(rooms.hint.top() - 0.7 * gap);
    }
    rooms.words = cards;
    const qreal words = measure.putWords(inside) + sides;
    const auto lists = static_cast<qreal>(slide.lists.size());
    if (slide.lists.empty() && !hasCode) {
        rooms.fits = words <= cards.height() && !measure.isTooWide();
        return rooms;
    }
    rooms.words.setHeight(words);
    const QRectF below(QPointF(cards.left(), rooms.words.bottom() + gap), cards.bottomRight());
    qreal needed = 0;
    const qreal width = (below.width() - (lists - 1) * gap) / std::max(1.0, lists);
    for (std::size_t i = 0; i < slide.lists.size() && !hasCode; ++i) {
        rooms.lists.emplace_back(below.left() + static_cast<qreal>(i) * (width + gap), below.top(), width,
                                 below.height());
        const QRectF in = insideOf({0, 0, width, 1000}, theme);
        needed = std::max(needed, measure.putList(in, slide.lists[i]) + sides);
    }
    if (hasCode) {
        rooms.code = below;
        needed = codeHeight(theme);
    }
    rooms.fits = needed <= below.height() && !measure.isTooWide();
    return rooms;
}

} // namespace

qreal wordScale(const QRectF &room, const Slide &slide, const Theme &theme, bool hasCode)
{
    qreal scale = mostScale;
    while (scale > leastScale && !roomsIn(room, slide, theme, scale, hasCode).fits)
        scale -= 0.05;
    return scale;
}

void paintWordSlide(QPainter &painter, const QRectF &room, const Slide &slide, const Theme &theme,
                    const CodeSlide *code)
{
    const qreal scale = wordScale(room, slide, theme, code);
    const WordRooms rooms = roomsIn(room, slide, theme, scale, code);
    WordPainter words(&painter, slide, theme, scale);
    paintCard(painter, rooms.words, theme);
    words.putWords(insideOf(rooms.words, theme));
    for (std::size_t i = 0; i < rooms.lists.size(); ++i) {
        paintCard(painter, rooms.lists[i], theme);
        words.putList(insideOf(rooms.lists[i], theme), slide.lists[i]);
    }
    if (code)
        paintMistake(painter, rooms.code, *code, theme);
    words.putHint(rooms.hint);
}

QList<QStringList> pagesIn(const QRectF &room, const QStringList &paragraphs, const Theme &theme)
{
    const QRectF inside = insideOf(room, theme);
    const QFontMetricsF metrics(theme.font(wordPoints));
    const qreal most = inside.height() - 1.5 * QFontMetricsF(theme.font(13, QFont::DemiBold)).height();
    QList<QStringList> pages;
    qreal left = -1;
    for (const QString &paragraph : paragraphs) {
        const qreal height =
            metrics.boundingRect(QRectF(0, 0, inside.width(), 1e5), Qt::TextWordWrap, unbroken(paragraph))
                .height();
        if (pages.isEmpty() || height > left) {
            pages << QStringList();
            left = most;
        }
        pages.last() << paragraph;
        left -= height + metrics.height() / 2;
    }
    return pages;
}

} // namespace tenfold
