// Where everything stands on a slide, and what of a run has room there.

#include "ui/stage/frame.h"
#include "ui/stage/stagepicture.h"
#include "ui/timeline/painter.h"

#include <algorithm>
#include <set>

namespace tenfold {

using namespace stage;

/// The outcome that is looked at: the one under way, else a mistake that was made, else the one that the
/// numbers speak of.
static std::size_t mattersMost(const Scene &scene)
{
    const auto &all = scene.outcomes;
    const auto last = [&](auto &&is) {
        return static_cast<std::size_t>(all.rend() - std::find_if(all.rbegin(), all.rend(), is));
    };
    if (const std::size_t running = last([](const Outcome &o) { return o.status() == Status::Running; }))
        return running - 1;
    if (const std::size_t mistake = last([&](const Outcome &o) {
            return scene.variantOf(o)->isMistake() && o.status() != Status::Pending;
        }))
        return mistake - 1;
    return std::min<std::size_t>(1, all.size() - 1); // the reference is first, variants[1] behind it
}

static Scene only(const Scene &scene, const std::set<std::size_t> &outcomes)
{
    Scene part = scene;
    part.outcomes.clear();
    part.summary.figures.clear(); // one per outcome, in their order
    for (const std::size_t i : outcomes) {
        part.outcomes.push_back(scene.outcomes[i]);
        if (i < scene.summary.figures.size())
            part.summary.figures.push_back(scene.summary.figures[i]);
    }
    return part;
}

/// The outcomes that the timeline could show, the most first.
static std::vector<std::set<std::size_t>> timelineChoices(const Scene &scene)
{
    std::set<std::size_t> all;
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i)
        all.insert(i);
    std::vector<std::set<std::size_t>> choices{all};
    if (all.empty())
        return choices;
    const std::size_t focus = mattersMost(scene);
    if (focus > 1) {
        choices.push_back({0, 1, focus});
        if (scene.variantOf(scene.outcomes[focus])->isMistake()) // against the right way
            choices.push_back({1, focus});
    }
    choices.push_back({0, focus});
    return choices;
}

/// A height in which the rows of `scene` can be read; from the start of a run there is room for those of the
/// variant that the numbers speak of, so that nothing jumps when it begins.
static qreal readableHeight(const Scene &scene, const Theme &theme, qreal width)
{
    TimelinePainter painter;
    painter.theme = theme;
    const QRectF any(0, 0, width, 400);
    const qreal needed = any.height() + painter.missingHeight(any, scene, {});
    const auto rows = static_cast<int>(painter.rows().size());
    int expected = rows;
    if (const auto &variants = scene.scenario()->variants; variants.size() > 1 && !scene.outcomes.empty())
        expected = 1 + std::min(8, scene.scenario()->workersOf(variants[1], scene.outcomes.front().values));
    return needed + std::max(0, expected - rows) * painter.comfortablePitch();
}

bool StagePicture::hasNumbers(Slide::Kind kind)
{
    return kind == Slide::Kind::Results || kind == Slide::Kind::View || kind == Slide::Kind::Explanation;
}

StagePicture::Layout StagePicture::layOut(const QRectF &target, Slide::Kind kind) const
{
    Layout at;
    at.theme = theme_;
    at.theme.factor = std::clamp(theme_.factor, 0.7, 1.35) * factorFor(target.size());
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
    const QString note = this->note();
    if (!note.isEmpty()) {
        const QFontMetricsF metrics(at.theme.font(12, QFont::DemiBold));
        at.message = take(metrics.boundingRect(rest, Qt::TextWordWrap, note).height(), gap);
    }
    if (kind == Slide::Kind::Sweep && slide_.words.isEmpty())
        at.sentence = take(1.9 * heightOf(18, QFont::Bold), gap);
    if (!hasNumbers(kind)) {
        at.chart = rest;
        return at;
    }
    const QRectF row = take(heightOf(11) + heightOf(26, QFont::Bold) + 14 * at.theme.factor, gap);
    const qreal width = (row.width() - 2 * gap) / 3;
    for (std::size_t i = 0; i < at.numbers.size(); ++i)
        at.numbers[i] = {row.left() + static_cast<qreal>(i) * (width + gap), row.top(), width, row.height()};

    const View *view = figure_.kind == FigureId::Kind::View ? scenario_.view(figure_.part) : nullptr;
    if (view && view->kind == ViewKind::Executions) { // no timeline is about them
        at.chart = rest;
        return at;
    }

    // Chart and timeline share what is left as they need it.
    const auto bars = static_cast<qreal>(std::max<std::size_t>(2, scene_.outcomes.size()));
    const qreal chart = std::max(5.7, bars + 2.7) * heightOf(12); // the same for every step
    const qreal room = rest.height() - gap;
    qreal timeline = 0;
    for (const std::set<std::size_t> &choice : timelineChoices(scene_)) {
        at.shown = only(scene_, choice);
        timeline = readableHeight(at.shown, at.theme, rest.width());
        // Rows a little lower than is comfortable are better than no comparison.
        if (0.85 * timeline <= room - chart)
            break;
    }
    const qreal spare = room - chart - timeline;
    // Where the rows are too many for the room, they get what the chart leaves.
    const qreal high = spare < 0 ? std::min(chart, 0.5 * room) : chart + 0.45 * spare;
    at.chart = take(std::max(1.0, high), gap);
    at.timeline = rest;
    return at;
}

} // namespace tenfold
