#include "ui/figureid.h"

#include "core/catalog/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tenfold {

using Kind = FigureId::Kind;

/// The words of all kinds but View, which has none.
static const std::array words{std::pair(Kind::Page, "page"), std::pair(Kind::Elapsed, "elapsed"),
                              std::pair(Kind::Time, "time"), std::pair(Kind::Timeline, "timeline"),
                              std::pair(Kind::Sweep, "sweep")};

static bool takesPart(Kind kind)
{
    return kind == Kind::Page || kind == Kind::Timeline || kind == Kind::Sweep;
}

QString FigureId::toString() const
{
    if (kind == Kind::View)
        return part;
    const auto *word = std::ranges::find(words, kind, [](const auto &pair) { return pair.first; });
    const QString name = QLatin1String(word->second);
    return part.isEmpty() ? name : name + u':' + part;
}

FigureId FigureId::parse(const QString &name)
{
    const qsizetype colon = name.indexOf(u':');
    const QString word = name.left(colon);
    const QString part = colon < 0 ? QString() : name.mid(colon + 1);
    for (const auto &[kind, own] : words) {
        const bool isComplete = colon < 0 ? kind != Kind::Sweep : takesPart(kind) && !part.isEmpty();
        if (word == QLatin1String(own) && isComplete)
            return {kind, part};
    }
    return {Kind::View, name};
}

QString FigureId::fileName() const
{
    return toString().replace(u':', u'-');
}

QList<FigureId> figuresOf(const Scenario &scenario)
{
    QList<FigureId> figures{{Kind::Page}};
    for (const View &view : scenario.views)
        figures << FigureId{Kind::Page, view.id};
    figures << FigureId{Kind::Elapsed};
    for (const View &view : scenario.views)
        figures << FigureId{Kind::View, view.id};
    figures << FigureId{Kind::Time} << FigureId{Kind::Timeline};
    for (const Variant &variant : scenario.variants)
        figures << FigureId{Kind::Timeline, variant.id};
    return figures;
}

bool hasFigure(const Scenario &scenario, const FigureId &figure)
{
    return figure.kind == Kind::Sweep ? scenario.parameter(figure.part) != nullptr
                                      : figuresOf(scenario).contains(figure);
}

QString figureTitle(const Scenario &scenario, const FigureId &figure)
{
    switch (figure.kind) {
    case Kind::Page:
        return figure.part.isEmpty() ? translate("Export", "Whole page")
                                     : translate("Export", "Whole page with \"%1\"")
                                           .arg(scenario.view(figure.part)->title.text());
    case Kind::Elapsed:
        return translate("Export", "Elapsed time");
    case Kind::View:
        break;
    case Kind::Time:
        return translate("Export", "Where the time went");
    case Kind::Timeline:
        return figure.part.isEmpty() ? translate("Export", "Worker timeline")
                                     : translate("Export", "Worker timeline: %1")
                                           .arg(scenario.variant(figure.part)->title.text());
    case Kind::Sweep:
        return translate("Export", "Sweep: %1").arg(scenario.parameter(figure.part)->title.text());
    }
    return scenario.view(figure.part)->title.text();
}

FigureId sweepFigure(const Scenario &scenario, const QString &parameter)
{
    const auto own = std::ranges::find_if(scenario.views, [&](const View &view) {
        return view.kind == ViewKind::Sweep && view.sources.contains(parameter);
    });
    return own != scenario.views.end() ? FigureId{Kind::View, own->id} : FigureId{Kind::Sweep, parameter};
}

View viewOf(const Scenario &scenario, const FigureId &figure)
{
    const FigureId own = figure.kind == Kind::Sweep ? sweepFigure(scenario, figure.part) : figure;
    if (own.kind == Kind::View)
        return *scenario.view(own.part);
    View made;
    made.kind = ViewKind::Sweep;
    made.title = scenario.title;
    made.sources = QStringList{figure.part};
    return made;
}

QString sweptIn(const Scenario &scenario, const FigureId &figure)
{
    if (figure.kind == Kind::Sweep)
        return figure.part;
    const View *view = figure.kind == Kind::View ? scenario.view(figure.part) : nullptr;
    return view && view->kind == ViewKind::Sweep ? view->sources.value(0) : QString();
}

} // namespace tenfold
