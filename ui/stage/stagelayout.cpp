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
static qreal readableHeight(const Scene &scene, const Theme &theme, const QString &focus, qreal width,
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

bool StagePicture::hasNumbers(Slide::Kind kind)
{
    return kind == Slide::Kind::Results || kind == Slide::Kind::View || kind == Slide::Kind::Explanation;
}

Theme StagePicture::themeFor(QSizeF size) const
{
    Theme theme = theme_;
    theme.factor = std::clamp(theme_.factor, 0.7, 1.35) * factorFor(size);
    return theme;
}

StagePicture::Layout StagePicture::layOut(const QRectF &target, const Slide &slide, const Scene &scene) const
{
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
    if (const QString sentence = this->sentence(slide, scene); !sentence.isEmpty()) {
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
    // Beside a view they are remembered from the slide before: a line is enough, and it has the rest.
    at.areNumbersLow = slide.kind == Slide::Kind::View;
    const QRectF row =
        take(at.areNumbersLow ? heightOf(16, QFont::Bold) + 6 * at.theme.factor
                              : heightOf(11) + heightOf(26, QFont::Bold) + 14 * at.theme.factor,
             gap);
    const qreal width = (row.width() - 2 * gap) / 3;
    for (std::size_t i = 0; i < at.numbers.size(); ++i)
        at.numbers[i] = {row.left() + static_cast<qreal>(i) * (width + gap), row.top(), width, row.height()};

    if (const QString caveat = scene.summary.caveat.text(); !caveat.isEmpty()) {
        const QFontMetricsF metrics(at.theme.font(11, QFont::DemiBold));
        at.caveat = take(metrics.boundingRect(rest, Qt::TextWordWrap, caveat).height(), gap);
    }

    const View *view = slide.of.isEmpty() ? nullptr : scenario_.view(slide.of);
    const bool isOfExecutions = view && view->kind == ViewKind::Executions; // no timeline is about them
    if (slide.kind != Slide::Kind::Results || isOfExecutions) {
        at.chart = rest;
        return at;
    }

    // Chart and timeline share what is left as they need it.
    const auto bars = static_cast<qreal>(std::max<std::size_t>(2, scene.outcomes.size()));
    const qreal chart = std::max(5.7, bars + 2.7) * heightOf(12); // the same for every step
    const qreal room = rest.height() - gap;
    if (constexpr int leastRows = 4;
        room < chart + leastRows * heightOf(12)) { // one of them that can be read
        at.chart = rest;
        return at;
    }
    const qreal timeline = readableHeight(scene, at.theme, focus_, rest.width(), room - chart);
    const qreal spare = room - chart - timeline;
    // Where the rows are too many for the room, they get what the chart leaves.
    const qreal low = std::max(0.36 * room, std::min({chart, 0.5 * room, room - timeline}));
    const qreal high = spare < 0 ? low : chart + 0.45 * spare;
    at.chart = take(std::max(1.0, high), gap);
    at.timeline = rest;
    return at;
}

} // namespace tenfold
