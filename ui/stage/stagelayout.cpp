// Where everything stands on a slide.

#include "ui/stage/frame.h"
#include "ui/stage/stagepicture.h"
#include "ui/timeline/painter.h"

#include <algorithm>

namespace tenfold {

using namespace stage;

/// A height in which the rows of the variant in focus can be read, and those of all where that takes no more
/// than `most`; from the start of a run there is room for those of the variant that the numbers speak of, so
/// that nothing jumps when it begins.
static qreal roomyHeight(const Scene &scene, const Theme &theme, const QString &focus, qreal width,
                         qreal most)
{
    TimelinePainter painter;
    painter.theme = theme;
    TimelinePainter::Window window;
    window.focus = focus;
    const qreal all = painter.neededHeight(width, scene, window, TimelinePainter::Fold::Never);
    const qreal needed =
        all <= most ? all
                    : std::min(all, painter.neededHeight(width, scene, window, TimelinePainter::Fold::Ease));
    const auto rows = static_cast<int>(painter.rows().size());
    int expected = rows;
    if (const auto &variants = scene.scenario()->variants; variants.size() > 1 && !scene.outcomes.empty())
        expected = 1 + std::min(8, scene.scenario()->workersOf(variants[1], scene.outcomes.front().values));
    return needed + std::max(0, expected - rows) * painter.lanePitch();
}

/// The least height in which something of every variant, and a few rows of the one in focus, can be read;
/// that of all rows that are to come from the start of a run.
static qreal lowestHeight(const Scene &scene, const Theme &theme, const QString &focus, qreal width)
{
    TimelinePainter painter;
    painter.theme = theme;
    TimelinePainter::Window window;
    window.focus = focus;
    const qreal needed = painter.neededHeight(width, scene, window, TimelinePainter::Fold::Low);
    const auto rows = static_cast<int>(painter.rows().size());
    int expected = rows;
    if (const auto &variants = scene.scenario()->variants; variants.size() > 1 && !scene.outcomes.empty()) {
        const int workers = scene.scenario()->workersOf(variants[1], scene.outcomes.front().values);
        expected = static_cast<int>(scene.outcomes.size()) - 1 + std::clamp(workers, 1, 4);
    }
    return needed + std::max(0, expected - rows) * painter.lanePitch();
}

bool StagePicture::hasNumbers(Slide::Kind kind)
{
    return kind == Slide::Kind::Results || kind == Slide::Kind::View || kind == Slide::Kind::Replay ||
           kind == Slide::Kind::Explanation;
}

Theme StagePicture::themeFor(QSizeF size) const
{
    Theme theme = theme_;
    theme.factor = std::clamp(theme_.factor, 0.7, 1.35) * factorFor(size);
    return theme;
}

StagePicture::Layout StagePicture::layOut(const QRectF &target, const Slide &slide, const Scene &shown) const
{
    const Scene &scene = shown.atEnd(); // nothing moves in a replay but what it plays
    Layout at;
    at.theme = themeFor(target.size());
    const auto heightOf = [&](qreal points, QFont::Weight weight = QFont::Normal) {
        return QFontMetricsF(at.theme.font(points, weight)).height();
    };
    QRectF rest = target.adjusted(margin, margin / 2, -margin, -8);
    const auto take = [&](qreal height, qreal space) {
        QRectF taken = rest;
        taken.setHeight(height);
        rest.setTop(taken.bottom() + space);
        return taken;
    };
    at.title = take(heightOf(20, QFont::Bold), gap);
    const QString note = this->note(slide, scene);
    if (!note.isEmpty()) {
        const QFontMetricsF metrics(at.theme.font(12, QFont::DemiBold));
        at.message = take(metrics.boundingRect(rest, Qt::TextWordWrap, note).height(), gap);
    }
    if (slide.kind == Slide::Kind::Replay) { // as high whatever it says
        at.sentencePoints = 13;
        at.sentence = take(2 * heightOf(at.sentencePoints, QFont::Bold) + 14 * at.theme.factor, gap);
    } else if (const QString sentence = this->sentence(slide, scene); !sentence.isEmpty()) {
        const qreal most = 0.28 * target.height();
        at.sentence = take(most, 0);
        const qreal pads = 18 * at.theme.factor;
        qreal height = 0;
        for (at.sentencePoints = 18; at.sentencePoints >= 8; --at.sentencePoints) {
            const QFontMetricsF metrics(at.theme.font(at.sentencePoints, QFont::Bold));
            height = metrics.boundingRect(sentenceRoom(at), Qt::TextWordWrap, sentence).height() + pads;
            // In one line where that takes no small type.
            if (height <= most && (at.sentencePoints <= 15 || height < 2 * metrics.height() + pads))
                break;
        }
        at.sentence.setHeight(std::min(height, most));
        rest.setTop(at.sentence.bottom() + gap);
    }
    if (!hasNumbers(slide.kind)) {
        at.chart = rest;
        return at;
    }
    const QRectF below = rest;
    const auto putNumbers = [&](bool areLow) {
        rest = below;
        at.areNumbersLow = areLow;
        const QRectF row = take(areLow ? heightOf(16, QFont::Bold) + 6 * at.theme.factor
                                       : heightOf(11) + heightOf(26, QFont::Bold) + 14 * at.theme.factor,
                                gap);
        const qreal width = (row.width() - 2 * gap) / 3;
        for (std::size_t i = 0; i < at.numbers.size(); ++i)
            at.numbers[i] = {row.left() + static_cast<qreal>(i) * (width + gap), row.top(), width,
                             row.height()};
        if (const QString caveat = scene.summary.caveat.text(); !caveat.isEmpty()) {
            const QFontMetricsF metrics(at.theme.font(11, QFont::DemiBold));
            at.caveat = take(metrics.boundingRect(rest, Qt::TextWordWrap, caveat).height(), gap);
        }
    };
    // Beside a view they are remembered from the slide before: a line is enough, and it has the rest.
    putNumbers(slide.kind == Slide::Kind::View || slide.kind == Slide::Kind::Replay);

    const View *view = slide.of.isEmpty() ? nullptr : scenario_.view(slide.of);
    const bool isOfExecutions = view && view->kind == ViewKind::Executions; // no timeline is about them
    if (!slide.hasTimeline() || isOfExecutions) {
        at.chart = rest;
        return at;
    }

    // Chart and timeline share what is left as they need it. Where that is too little for both, the numbers
    // need no more than a line; where it is still, the timeline gives way.
    const auto bars = static_cast<qreal>(std::max<std::size_t>(2, scene.outcomes.size()));
    const qreal chart = std::max(5.7, bars + 2.7) * heightOf(12); // the same for every step
    const qreal leastChart = std::max(chart_->readableHeight(rest.width() - 4) + 4, 4.4 * heightOf(12));
    const qreal leastTimeline = lowestHeight(scene, at.theme, focus_, rest.width()) + 4;
    const auto fits = [&] { return leastChart + gap + leastTimeline <= rest.height(); };
    if (!fits())
        putNumbers(true);
    if (!fits()) {
        putNumbers(false);
        if (rest.height() < leastChart)
            putNumbers(true);
        at.chart = rest;
        return at;
    }
    const qreal room = rest.height() - gap;
    const qreal timeline = roomyHeight(scene, at.theme, focus_, rest.width(), room - chart);
    const qreal spare = room - chart - timeline;
    // Where the rows are too many for the room, they get what the chart leaves.
    const qreal low = std::max(0.36 * room, std::min({chart, 0.5 * room, room - timeline}));
    const qreal high = spare < 0 ? low : chart + 0.45 * spare;
    const qreal withAxis = leastChart + 1.5 * heightOf(11); // which it has where there is room
    at.chart = take(std::clamp(std::max(high, withAxis), leastChart, room - leastTimeline), gap);
    at.timeline = rest;
    return at;
}

} // namespace tenfold
