#include "ui/stage/codeslide.h"

#include "core/catalog/pattern.h"
#include "ui/code/idioms.h"
#include "ui/fonts.h"
#include "ui/stage/frame.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <array>

namespace tenfold {

using namespace stage;

/// The first sentence of `text`, and what follows.
static std::pair<QString, QString> firstSentence(const QString &text)
{
    for (const char16_t *end : {u"。", u". "}) {
        if (const qsizetype at = text.indexOf(QStringView(end)); at >= 0)
            return {text.left(at + 1), text.mid(at + 1).trimmed()};
    }
    return {text, {}};
}

static bool isBare(const std::vector<CodeRow> &rows, CodeRow::Cell CodeRow::*side)
{
    return std::ranges::all_of(rows, [&](const CodeRow &row) { return (row.*side).text.isEmpty(); });
}

/// What the GIL is to the Python beside it, which may compute in processes where C++ has threads.
static QString gilCaptionOf(const Scenario &scenario, const Pattern &pattern)
{
    if (!pattern.gilCaption.text().isEmpty())
        return pattern.gilCaption.text();
    if (QByteArrayView(scenario.python).contains("ProcessPoolExecutor("))
        return findPattern(QStringLiteral("processes"))->gilCaption.text();
    return say(QT_TRANSLATE_NOOP("tenfold::Stage", "GIL: one thread computes at a time"));
}

/// The C++ of the right way, with that of what it calls, in the order in which most of it stands beside the
/// same in Python.
static std::vector<CodeUnit> inTheOrderOf(const std::vector<CodeUnit> &python, const QString &source,
                                          const QStringList &body, auto &&unitsIn)
{
    const auto unitsOfPart = [&](const QStringList &part) { return unitsIn(part, CodeLanguage::Cpp); };
    const std::array<QStringList, 2> helpers = helpersOf(source, body);
    const std::array parts{unitsOfPart(waitsOf(source, body)), unitsOfPart(body), unitsOfPart(helpers[0]),
                           unitsOfPart(helpers[1])};
    std::vector<CodeUnit> best;
    int most = -1;
    for (const bool hasWaits : {false, true}) { // where they stand beside nothing, others have the room
        std::array<std::size_t, 4> order{0, 1, 2, 3};
        do {
            std::vector<CodeUnit> units;
            for (const std::size_t part : order) {
                if (part > 0 || hasWaits)
                    units.insert(units.end(), parts[part].begin(), parts[part].end());
            }
            if (const int worth = worthOfPairs(python, units); worth > most) {
                most = worth;
                best = std::move(units);
            }
        } while (std::ranges::next_permutation(order).found);
    }
    return best;
}

std::optional<CodeSlide> codeSlideOf(const Scenario &scenario, const QString &mistake, bool isCppFirst,
                                     int columns)
{
    const Pattern *pattern = findPattern(scenario.pattern);
    if (!pattern || scenario.variants.size() < 2)
        return {};
    const QString source = sourceOf(scenario);
    const Variant &right = scenario.variants[1];
    const QStringList body = bodyOf(source, right.id);
    CodeSlide slide;
    const QStringList own = idiomsOf(pattern->id);
    const auto unitsIn = [&](const QStringList &code, CodeLanguage language) {
        std::vector<CodeUnit> units = unitsOf(code, language, columns);
        for (CodeUnit &unit : units)
            unit.isOwn = own.contains(unit.idiom);
        return units;
    };
    if (mistake.isEmpty()) {
        const auto python = unitsIn(rightPython(QString::fromUtf8(scenario.python)), CodeLanguage::Python);
        const auto cpp = inTheOrderOf(python, source, body, unitsIn);
        slide.left = {QStringLiteral("Python"), gilCaptionOf(scenario, *pattern), CodeLanguage::Python};
        slide.right = {QStringLiteral("C++"),
                       say(QT_TRANSLATE_NOOP("tenfold::Stage", "no GIL: all compute at once"))};
        slide.rows = isCppFirst ? sideBySide(cpp, python, CodeSlide::mostRows)
                                : sideBySide(python, cpp, CodeSlide::mostRows);
        if (isCppFirst)
            std::swap(slide.left, slide.right);
        slide.sentence = pattern->gil.text();
        slide.more = pattern->gilMore.text();
        for (const QString &idiom : own) {
            const auto numbered = std::ranges::find_if(
                slide.rows, [&](const CodeRow &r) { return r.left.number > 0 && r.left.idiom == idiom; });
            if (slide.number == 0 && numbered != slide.rows.end())
                slide.number = numbered->left.number;
        }
    } else {
        const Variant &wrong = *scenario.variant(mistake);
        const QStringList wrongBody = bodyOf(source, wrong.id);
        // Beside the right way that is most like it, so that the difference is seen: what the pattern is
        // about counts most, and the first one is left for a clear reason only.
        const Variant *like = &right;
        QStringList likeBody = body;
        const auto worthOf = [&](const QStringList &other) {
            const auto a = unitsIn(other, CodeLanguage::Cpp);
            const auto b = unitsIn(wrongBody, CodeLanguage::Cpp);
            return commonUnits(a, b) + 10 * ownPairs(a, b);
        };
        std::size_t most = worthOf(body) + 1;
        for (const Variant &other : scenario.variants) {
            if (other.kind != VariantKind::Parallel)
                continue;
            const QStringList otherBody = bodyOf(source, other.id);
            if (const std::size_t worth = worthOf(otherBody); worth > most) {
                most = worth;
                like = &other;
                likeBody = otherBody;
            }
        }
        QStringList made = mistakeIn(source, wrongBody);
        for (const QString &line : mistakeIn(source, likeBody))
            made.removeAll(line);
        slide.left = {like->title.text(),
                      like == &right ? say(QT_TRANSLATE_NOOP("tenfold::Stage", "the right way")) : QString()};
        slide.right = {wrong.title.text(), say(QT_TRANSLATE_NOOP("tenfold::Stage", "the mistake")),
                       CodeLanguage::Cpp, true};
        slide.rows = compared(unitsOf(likeBody, CodeLanguage::Cpp, columns),
                              unitsOf(wrongBody + made, CodeLanguage::Cpp, columns), CodeSlide::mostRows);
        std::tie(slide.sentence, slide.more) = firstSentence(wrong.why.text());
    }
    if (isBare(slide.rows, &CodeRow::left) || isBare(slide.rows, &CodeRow::right))
        return {};
    return slide;
}

static qreal gutter(const Theme &theme)
{
    return 26 * theme.factor;
}

qreal codeWidth(qreal width, const Theme &theme)
{
    return (width - gap) / 2 - gutter(theme) - 8;
}

static const QString cutSign = QStringLiteral(" ⋯");

QFont slideCodeFont(qreal factor, qreal width)
{
    QFont font = codeFont();
    font.setPointSizeF(CodeSlide::points / 1.5 * factor);
    for (const QString &family : font.families()) {
        QFont narrow = font;
        narrow.setFamilies(QStringList{family} + font.families());
        if (QFontMetricsF(narrow).horizontalAdvance(u'0') * CodeSlide::mostColumns +
                QFontMetricsF(narrow).horizontalAdvance(cutSign) <=
            width)
            return narrow;
    }
    return font;
}

int codeColumns(qreal width, const Theme &theme, int most)
{
    const QFontMetricsF metrics(slideCodeFont(theme.factor, width));
    const qreal room = width - metrics.horizontalAdvance(cutSign);
    return std::clamp(static_cast<int>(room / metrics.horizontalAdvance(u'0')), 16, most);
}

qreal codeHeight(const Theme &theme)
{
    return QFontMetricsF(theme.font(13, QFont::DemiBold)).height() + 24 * theme.factor +
           CodeSlide::mostRows * 1.1 * QFontMetricsF(slideCodeFont(theme.factor, 0)).height();
}

/// Side of a slide: its title, and its rows, each where it belongs.
static void paintSide(QPainter &painter, const QRectF &card, const CodeSlide &slide,
                      const CodeSlide::Side &side, CodeRow::Cell CodeRow::*cell, const Theme &theme)
{
    paintCard(painter, card, theme);
    const qreal edge = 14 * theme.factor;
    const QFont bold = theme.font(13, QFont::DemiBold);
    const QFontMetricsF head(bold);
    const QRectF top(card.left() + edge, card.top() + 7 * theme.factor, card.width() - 1.5 * edge,
                     head.height());
    painter.setFont(bold);
    painter.setPen(theme.text);
    const QString title = head.elidedText(side.title, Qt::ElideRight, top.width());
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, title);
    const QFontMetricsF small(theme.font(11));
    if (head.horizontalAdvance(title) + edge + small.horizontalAdvance(side.caption) < top.width()) {
        painter.setFont(theme.font(11));
        painter.setPen(theme.muted);
        painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, side.caption);
    }

    QTextDocument document;
    Highlighter highlighter(&document, side.language);
    QStringList texts;
    for (const CodeRow &row : slide.rows)
        texts << (row.*cell).text;
    document.setPlainText(texts.join(u'\n'));
    highlighter.setTheme(theme);

    const QFont code = slideCodeFont(theme.factor, card.width() - gutter(theme) - 8);
    const QFontMetricsF metrics(code);
    const qreal first = top.bottom() + 9 * theme.factor;
    const qreal pitch = (card.bottom() - 8 * theme.factor - first) / CodeSlide::mostRows;
    QTextBlock block = document.begin();
    for (std::size_t i = 0; i < slide.rows.size() && block.isValid(); ++i, block = block.next()) {
        const CodeRow::Cell &here = slide.rows[i].*cell;
        const bool isMissing = here.text.isEmpty() && here.isMarked && side.isMistake;
        if (here.text.isEmpty() && !isMissing)
            continue;
        const bool goesOn = i + 1 < slide.rows.size() && (slide.rows[i + 1].*cell).isMarked &&
                            (slide.rows[i + 1].*cell).number == 0 &&
                            !(slide.rows[i + 1].*cell).text.isEmpty();
        const QRectF line(card.left() + 1, first + pitch * static_cast<qreal>(i), card.width() - 2,
                          pitch - (goesOn ? 0 : 0.14 * pitch));
        if (here.isMarked) {
            QColor tint = theme.of(side.isMistake ? VariantKind::Mistake : VariantKind::Parallel);
            tint.setAlphaF(theme.dark ? 0.3F : 0.17F);
            painter.fillRect(line, tint);
            if (side.isMistake) {
                tint.setAlphaF(0.35F);
                QRectF hatched = line;
                hatched.setWidth(gutter(theme));
                painter.fillRect(hatched, QBrush(tint, Qt::BDiagPattern));
            }
        }
        const qreal middle = line.top() + 0.43 * pitch;
        if (here.number > 0 || (here.isMarked && side.isMistake && here.number == 0)) {
            const QPointF centre(card.left() + gutter(theme) / 2 + 2, middle);
            const qreal radius = 9.5 * theme.factor;
            if (here.number > 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.of(VariantKind::Parallel));
                painter.drawEllipse(centre, radius, radius);
            }
            painter.setPen(here.number > 0 ? theme.card : theme.text);
            painter.setFont(theme.font(11, QFont::Bold));
            painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                             Qt::AlignCenter,
                             here.number > 0 ? QString::number(here.number) : QStringLiteral("✗"));
        }
        if (isMissing) {
            const bool isFirst =
                i == 0 || !(slide.rows[i - 1].*cell).text.isEmpty() || !(slide.rows[i - 1].*cell).isMarked;
            painter.setPen(theme.muted);
            painter.setFont(theme.font(12));
            if (isFirst)
                painter.drawText(QRectF(card.left() + gutter(theme) + 4, middle - line.height() / 2,
                                        line.width(), line.height()),
                                 Qt::AlignVCenter, say(QT_TRANSLATE_NOOP("tenfold::Stage", "missing here")));
            continue;
        }
        QTextLayout layout(here.text, code);
        layout.setFormats(block.layout()->formats());
        layout.beginLayout();
        QTextLine text = layout.createLine();
        text.setLineWidth(1e6);
        layout.endLayout();
        painter.setPen(theme.text);
        painter.save();
        painter.setClipRect(line, Qt::IntersectClip);
        const QPointF start(card.left() + gutter(theme) + 4, middle - metrics.height() / 2);
        layout.draw(&painter, start);
        if (here.isCut) { // as editors show what is folded
            painter.setFont(code);
            painter.setPen(theme.muted);
            painter.drawText(start + QPointF(text.naturalTextWidth(), metrics.ascent()), cutSign);
        }
        painter.restore();
    }
}

void paintMistake(QPainter &painter, const QRectF &card, const CodeSlide &slide, const Theme &theme)
{
    CodeSlide own = slide;
    std::erase_if(own.rows, [](const CodeRow &row) { return row.right.text.isEmpty(); });
    paintSide(painter, card, own, own.right, &CodeRow::right, theme);
}

void paintCodeSlide(QPainter &painter, const QRectF &room, const CodeSlide &slide, const Theme &theme)
{
    const QFont bold = theme.font(13, QFont::DemiBold);
    const QFont plain = theme.font(13);
    const qreal edge = 12 * theme.factor;
    const qreal sign = slide.number > 0 ? 22 * theme.factor : 0;
    QRectF words(room.left() + edge + sign, 0, room.width() - 2 * edge - sign, room.height() / 2);
    const auto heightOf = [&](const QFont &font, const QString &text) {
        return text.isEmpty() ? 0 : QFontMetricsF(font).boundingRect(words, Qt::TextWordWrap, text).height();
    };
    const qreal loud = heightOf(bold, slide.sentence);
    qreal quiet = heightOf(plain, slide.more);
    if (loud + quiet > 0.3 * room.height()) // the code comes first
        quiet = 0;
    const qreal space = quiet > 0 ? 4 * theme.factor : 0;
    QRectF card = room;
    card.setTop(room.bottom() - (loud + quiet + space + 15 * theme.factor));
    const QRectF codes(room.topLeft(), QPointF(room.right(), card.top() - gap));
    const qreal width = (codes.width() - gap) / 2;
    paintSide(painter, {codes.left(), codes.top(), width, codes.height()}, slide, slide.left, &CodeRow::left,
              theme);
    paintSide(painter, {codes.right() - width, codes.top(), width, codes.height()}, slide, slide.right,
              &CodeRow::right, theme);
    paintCard(painter, card, theme);
    painter.setPen(Qt::NoPen);
    const QColor colour = theme.of(slide.right.isMistake ? VariantKind::Mistake : VariantKind::Parallel);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(card.left(), card.top() + 8, 5, card.height() - 16), 2, 2);
    words.moveTop(card.top() + 7 * theme.factor);
    if (slide.number > 0) {
        const qreal radius = 9.5 * theme.factor;
        const QPointF centre(card.left() + edge + radius, words.top() + QFontMetricsF(bold).height() / 2);
        painter.drawEllipse(centre, radius, radius);
        painter.setFont(theme.font(11, QFont::Bold));
        painter.setPen(theme.card);
        painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                         Qt::AlignCenter, QString::number(slide.number));
    }
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(words, Qt::TextWordWrap, slide.sentence);
    if (quiet <= 0)
        return;
    words.moveTop(words.top() + loud + space);
    painter.setFont(plain);
    painter.setPen(theme.muted);
    painter.drawText(words, Qt::TextWordWrap, slide.more);
}

} // namespace tenfold
