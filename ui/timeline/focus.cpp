#include "ui/timeline/focus.h"

#include <algorithm>
#include <utility>

namespace tenfold {

int focusOf(const Scene &scene, const QString &chosen)
{
    int last = -1, headline = -1, mistake = -1;
    const auto &variants = scene.scenario()->variants;
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        const Repeat *repeat = outcome.shown();
        if (!repeat || !repeat->trace)
            continue;
        last = static_cast<int>(i);
        if (!chosen.isEmpty() && outcome.variant == chosen)
            return last;
        if (scene.variantOf(outcome)->isMistake())
            mistake = last;
        if (variants.size() > 1 && outcome.variant == variants[1].id)
            headline = last;
    }
    return mistake >= 0 ? mistake : headline >= 0 ? headline : last;
}

/// Puts the rows of an outcome into one.
static void addTo(TimelineRow &strip, const TimelineRow &row)
{
    const auto chain = row.chain();
    strip.lanes.insert(strip.lanes.end(), chain.begin(), chain.end());
    strip.lanes.insert(strip.lanes.end(), row.lanes.begin(), row.lanes.end());
    if (row.loop)
        strip.loop = row.loop;
}

/// The rows of the outcome in focus.
class FocusRows
{
public:
    FocusRows(std::vector<TimelineRow> &rows, QString title, int mostLanes, int mostLocks)
        : rows_(rows),
          first_(rows.size()),
          title_(std::move(title)),
          lanesLeft_(mostLanes),
          locksLeft_(mostLocks)
    {}
    ~FocusRows()
    {
        putRest();
        if (!locks_.empty()) {
            const QString title =
                hasLocks_ ? translate("Timeline", "%1 more locks") : translate("Timeline", "%1 locks");
            rows_.push_back({.kind = TimelineRow::Kind::Rest,
                             .title = title.arg(locks_.size()),
                             .name = locks_.join(u'\n'),
                             .outcome = outcome_});
        }
        if (rows_.size() > first_)
            rows_[first_].group = title_;
    }
    void add(const TimelineRow &row)
    {
        outcome_ = row.outcome;
        switch (row.kind) {
        case TimelineRow::Kind::Lane:
            if (lanesLeft_-- <= 0) {
                ++restRows_;
                const auto chain = row.chain();
                rest_.insert(rest_.end(), chain.begin(), chain.end());
                return;
            }
            rows_.push_back(row);
            rows_.back().isTitled = true;
            return;
        case TimelineRow::Kind::SubRow:
            return rows_.push_back(row);
        case TimelineRow::Kind::Rest:
            if (row.loop)
                return rows_.push_back(row);
            for (const Lane *lane : row.lanes)
                add({.title = laneTitle(*lane), .outcome = row.outcome, .lane = lane});
            return;
        case TimelineRow::Kind::Lock:
            putRest();
            if (locksLeft_-- > 0) {
                rows_.push_back(row);
                hasLocks_ = true;
            } else
                locks_ << row.title;
            return;
        case TimelineRow::Kind::Heading:
        case TimelineRow::Kind::Strip:
            return;
        }
    }

private:
    void putRest()
    {
        if (rest_.empty())
            return;
        rows_.push_back({.kind = TimelineRow::Kind::Rest,
                         .title = translate("Timeline", "and %1 more").arg(restRows_),
                         .outcome = outcome_,
                         .lanes = std::exchange(rest_, {})});
    }

    std::vector<TimelineRow> &rows_;
    const std::size_t first_;
    const QString title_;
    int lanesLeft_, locksLeft_;
    int outcome_ = 0;
    int restRows_ = 0;
    bool hasLocks_ = false;
    std::vector<const Lane *> rest_;
    QStringList locks_;
};

std::vector<TimelineRow> foldedRows(const std::vector<TimelineRow> &all, const Scene &scene, int focus,
                                    int mostLanes, int mostLocks)
{
    std::vector<TimelineRow> rows;
    for (auto row = all.begin(); row != all.end();) {
        const int outcome = row->outcome;
        const QString title =
            scene.variantOf(scene.outcomes[static_cast<std::size_t>(outcome)])->title.text();
        const auto end = std::find_if(
            row, all.end(), [outcome](const TimelineRow &other) { return other.outcome != outcome; });
        if (outcome == focus) {
            const bool isLoop = std::any_of(row, end, [](const TimelineRow &other) { return other.loop; });
            FocusRows own(rows, isLoop ? translate("Timeline", "%1 (one thread)").arg(title) : title,
                          mostLanes, mostLocks);
            for (; row != end; ++row)
                own.add(*row);
            continue;
        }
        TimelineRow strip{.kind = TimelineRow::Kind::Strip, .title = title, .outcome = outcome};
        for (; row != end; ++row)
            addTo(strip, *row);
        rows.push_back(std::move(strip));
    }
    return rows;
}

/// Whose place `lane` took; -1 where it is the first there.
static std::int32_t heritageOf(const Lane &lane)
{
    if (lane.role() != LaneRole::Process)
        return -1;
    for (std::size_t i = 0; i < lane.links().size(); ++i) {
        if (lane.links()[i].kind == LinkKind::HandsOver)
            return lane.links()[i].fromLane;
    }
    return -1;
}

void joinHeirs(std::vector<TimelineRow> &rows)
{
    std::vector<TimelineRow> joined;
    for (TimelineRow &row : rows) {
        const std::int32_t from = row.kind == TimelineRow::Kind::Lane ? heritageOf(*row.lane) : -1;
        const auto before = std::ranges::find_if(joined, [&](const TimelineRow &other) {
            const auto chain = other.chain();
            return from >= 0 && other.outcome == row.outcome && !chain.empty() &&
                   chain.back()->index() == from;
        });
        if (before != joined.end())
            before->heirs.push_back(row.lane);
        else
            joined.push_back(std::move(row));
    }
    rows = std::move(joined);
}

int placeOf(const Lane &lane)
{
    const auto lanes = lane.trace().lanes();
    const Lane *first = &lane;
    for (std::int32_t from = heritageOf(*first); from >= 0; from = heritageOf(*first)) {
        const auto found = std::ranges::find(lanes, from, &Lane::index);
        if (found == lanes.end())
            break;
        first = *found;
    }
    return static_cast<int>(std::ranges::count_if(lanes, [&](const Lane *other) {
        return other->role() == lane.role() && !*other->name().text && other->index() <= first->index() &&
               heritageOf(*other) < 0;
    }));
}

/// "W1"; empty for one that its variant's title names.
static QString shortTitle(const Lane &lane)
{
    const LaneName name = lane.name();
    if (!*name.text && lane.role() != LaneRole::Main)
        return translate("Timeline", "W%1", "a worker, short").arg(placeOf(lane));
    return *name.text && name.group > 0 ? translate("Timeline", "%1 %2 · W%3")
                                              .arg(translate("lane", name.text))
                                              .arg(name.group)
                                              .arg(lane.number())
                                        : QString();
}

void shorten(std::vector<TimelineRow> &rows)
{
    for (TimelineRow &row : rows) {
        if (row.kind != TimelineRow::Kind::Lane || (!row.isTitled && row.title != laneTitle(*row.lane)))
            continue;
        row.name = laneTitle(*row.lane);
        if (const QString title = shortTitle(*row.lane); !title.isEmpty())
            row.title = title;
        else if (row.title != row.name) // the variant's, which stands beside it
            row.title.clear();
    }
}

QString titleIn(const Scene &scene, const Lane &lane)
{
    int others = 0; // that are no reference
    const Outcome *own = nullptr;
    for (const Outcome &outcome : scene.outcomes) {
        const Repeat *repeat = outcome.shown();
        if (repeat && repeat->trace.get() == &lane.trace())
            own = &outcome;
        others += scene.variantOf(outcome)->kind != VariantKind::Sequential;
    }
    const QString variant = own ? scene.variantOf(*own)->title.text() : QString();
    if (lane.role() == LaneRole::Main || (own && scene.variantOf(*own)->kind == VariantKind::Sequential))
        return variant;
    const QString title = shortTitle(lane).isEmpty() ? laneTitle(lane) : shortTitle(lane);
    return others > 1 ? translate("Timeline", "%1 %2", "a variant, its lane").arg(variant, title) : title;
}

} // namespace tenfold
