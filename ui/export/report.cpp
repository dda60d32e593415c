#include "core/analysis/format.h"
#include "core/analysis/sweepbest.h"
#include "core/analysis/verdict.h"
#include "core/catalog/pattern.h"
#include "core/run/command.h"
#include "ui/bignumbers.h"
#include "ui/data/outcomemodel.h"
#include "ui/export/export.h"
#include "ui/language.h"
#include "ui/timeline/rows.h"

#include <QDateTime>
#include <QDir>
#include <QSysInfo>

#include <algorithm>
#include <cmath>

namespace tenfold {

/// Writes the page: text first, then each run with its pictures.
class ReportWriter
{
    Q_DECLARE_TR_FUNCTIONS(Report)
public:
    ReportWriter(const Theme &theme, const QString &folder) : theme_(theme), folder_(folder) {}

    QString write(const std::vector<Scene> &scenes);

private:
    QString scenario(const Scene &scene);
    QString picture(const Scene &scene, const FigureId &id, const QString &title, QSize size);
    QString parameters(const Scene &scene) const;
    QString table(const Scene &scene) const;
    QString results(const Scene &scene, const Outcome &outcome) const;
    QString head(const std::vector<Scene> &scenes) const;
    QString style() const;
    static QString tag(const char *name, const QString &html)
    {
        return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(name), html);
    }

    const Theme theme_;
    const QDir folder_;
    QString complaint_;
};

static QString row(const char *cell, const QStringList &cells)
{
    QString html;
    for (const QString &text : cells)
        html += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(cell), text.toHtmlEscaped());
    return QStringLiteral("<tr>%1</tr>\n").arg(html);
}

/// A click makes a picture as large as the window, another one or Esc makes it small again; without scripts
/// it is a link.
static constexpr const char *zooming = R"(
document.querySelectorAll('figure a').forEach(function (link) {
  link.addEventListener('click', function (event) {
    event.preventDefault();
    var image = link.querySelector('img');
    image.dataset.small = image.dataset.small || image.src;
    image.src = image.classList.toggle('zoomed') ? link.href : image.dataset.small;
  });
});
document.addEventListener('keydown', function (event) {
  if (event.key === 'Escape')
    document.querySelectorAll('img.zoomed').forEach(function (image) { image.click(); });
});
)";

QString ReportWriter::style() const
{
    return QStringLiteral(
               "body{background:%1;color:%2;font:16px/1.5 sans-serif;max-width:1000px;margin:2em "
               "auto;padding:0 1em}"
               "section{background:%3;border:1px solid %4;border-radius:8px;padding:1em 1.5em;margin:1.5em 0}"
               "h1{font-size:1.9em}h2{margin:.2em 0}p.lead,td.muted,figcaption{color:%5}"
               "table{border-collapse:collapse;width:100%}th,td{padding:.35em .6em;border-bottom:1px solid "
               "%4;"
               "text-align:right}th:first-child,td:first-child{text-align:left}"
               "figure{margin:1em 0}img{max-width:100%;border:1px solid %4;border-radius:6px}"
               "code{display:block;background:%1;padding:.2em .4em;border-radius:4px;overflow-x:auto}"
               "img{cursor:zoom-in}img.zoomed{position:fixed;inset:0;width:100%;height:100%;max-width:none;"
               "box-sizing:border-box;object-fit:contain;background:%3;cursor:zoom-out;z-index:1}"
               "details{margin:.5em 0;overflow-x:auto}nav ul{margin:.3em 0}"
               ".numbers{display:flex;gap:1em;flex-wrap:wrap}.numbers div{flex:1;border:1px solid %4;"
               "border-radius:8px;padding:.6em 1em;min-width:9em}.numbers b{display:block;font-size:1.7em}")
        .arg(theme_.window.name(), theme_.text.name(), theme_.card.name(), theme_.grid.name(),
             theme_.muted.name());
}

QString ReportWriter::picture(const Scene &scene, const FigureId &id, const QString &title, QSize size)
{
    const auto figure = makeFigure(*scene.scenario(), id);
    if (!figure)
        return {};
    const QString base = scene.scenario()->path().replace(u'/', u'-') + u'-' + id.fileName();
    figure->show(scene);
    for (const char *ending : {".png", ".svg"}) {
        const QString complaint =
            saveFigure(scene, {id, theme_, {}, size, 1}, folder_.filePath(base + QLatin1String(ending)));
        if (complaint_.isEmpty())
            complaint_ = complaint;
    }
    return QStringLiteral("<figure><a href='%1.svg'><img src='%1.png' width='%2' height='%3' alt='%4'></a>"
                          "<figcaption>%5</figcaption></figure>\n")
        .arg(base.toHtmlEscaped())
        .arg(size.width())
        .arg(size.height())
        .arg(figure->numbers().toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;")),
             title.toHtmlEscaped());
}

QString ReportWriter::parameters(const Scene &scene) const
{
    QStringList all;
    for (const Parameter &parameter : scene.scenario()->parameters) {
        const QString value = parameter.inWords(scene.outcomes.front().values.value(parameter.id));
        if (!value.isEmpty())
            all << (parameter.title.text() + QStringLiteral(": ") + withUnit(value, parameter.unit.text()))
                       .toHtmlEscaped();
    }
    return QStringLiteral("<p class='lead'>%1</p>\n").arg(all.join(QStringLiteral(" · ")));
}

/// What a variant saved, in a column of what was saved.
static QString inSaved(double seconds)
{
    return seconds < 0 ? translate("Explanation", "%1 longer").arg(formatSeconds(-seconds))
                       : formatSeconds(seconds);
}

QString ReportWriter::table(const Scene &scene) const
{
    QString html = row("th", {tr("Variant"), tr("Workers"), tr("Time"), tr("Time saved"), tr("Speed-up"),
                              tr("Efficiency"), tr("Limit"), tr("Same result")});
    const auto orDash = [](const std::optional<double> &value, QString (*format)(double)) {
        return value ? format(*value) : QStringLiteral("–");
    };
    for (std::size_t i = 0; i < scene.outcomes.size(); ++i) {
        const Outcome &outcome = scene.outcomes[i];
        const Variant &variant = *scene.variantOf(outcome);
        const Figures &figures = scene.summary.figures[i];
        const QString title =
            variant.isMistake() ? tr("%1 (mistake)").arg(variant.title.text()) : variant.title.text();
        html += row("td", {title, QString::number(figures.workers),
                           outcome.status() == Status::Finished ? formatSeconds(figures.seconds)
                           : outcome.status() == Status::Stuck  ? titleOf(outcome.status())
                                                                : outcome.error(),
                           orDash(figures.timeSaved, inSaved), orDash(figures.speedup, formatSpeedup),
                           orDash(figures.efficiency, formatPercent), orDash(figures.limit, formatSeconds),
                           outcome.status() != Status::Finished ? QStringLiteral("–")
                           : figures.sameResult                 ? tr("yes")
                                                                : tr("no")});
    }
    return tag("table", html) + u'\n';
}

/// The table that a variant filled in, folded.
QString ReportWriter::results(const Scene &scene, const Outcome &outcome) const
{
    constexpr qsizetype mostRows = 1000;
    const Repeat *repeat = outcome.shown();
    if (!repeat || repeat->results.table.rows.isEmpty())
        return {};
    const Table &filled = repeat->results.table;
    QStringList cells;
    for (const Column &column : filled.columns)
        cells << column.title.text();
    QString html = row("th", cells);
    for (const QVariantList &values : filled.rows.first(std::min(mostRows, filled.rows.size()))) {
        cells.clear();
        for (qsizetype i = 0; const Column &column : filled.columns)
            cells << cellText(values.value(i++), column);
        html += row("td", cells);
    }
    const QString title = scene.variantOf(outcome)->title.text();
    const QString summary = filled.rows.size() > mostRows
                                ? tr("Results: %1, the first %2 of %3 rows")
                                      .arg(title, formatCount(mostRows), formatCount(filled.rows.size()))
                                : tr("Results: %1, rows: %2").arg(title, formatCount(filled.rows.size()));
    return tag("details", tag("summary", summary.toHtmlEscaped()) + tag("table", html)) + u'\n';
}

static QString anchorOf(const Scene &scene)
{
    return scene.scenario()->path().replace(u'/', u'-');
}

/// When and where it was measured, and what is in it.
QString ReportWriter::head(const std::vector<Scene> &scenes) const
{
    QString html = tag("h1", tr("Tenfold: report"));
    if (scenes.empty())
        return html;
    const Machine &machine = scenes.front().machine;
    const QString when = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm t"));
    html += QStringLiteral("<p class='lead'>%1 · %2</p>\n")
                .arg(when, tr("%1, cores: %2, effective: %3, busy with other programs: %4, Qt %5, %6")
                               .arg(QSysInfo::prettyProductName())
                               .arg(machine.cores)
                               .arg(machine.effectiveCores, 0, 'f', 2)
                               .arg(machine.load, 0, 'f', 1)
                               .arg(machine.qt, machine.compiler)
                               .toHtmlEscaped());
    QString list;
    for (const Scene &scene : scenes)
        list +=
            QStringLiteral("<li><a href='#%1'>%2 · %3</a></li>\n")
                .arg(anchorOf(scene), findPattern(scene.scenario()->pattern)->title.text().toHtmlEscaped(),
                     scene.scenario()->title.text().toHtmlEscaped());
    return html + tag("nav", tag("b", tr("Contents")) + tag("ul", list)) + u'\n';
}

/// A timeline is as high as its rows need.
static int heightOf(const Scene &scene, const FigureId &id)
{
    const View *view = id.kind == FigureId::Kind::View ? scene.scenario()->view(id.part) : nullptr;
    if (view && (view->kind == ViewKind::Executions || view->kind == ViewKind::Graph)) // names want room
        return 480;
    if (id.kind != FigureId::Kind::Timeline || id.part.isEmpty())
        return 380;
    const auto rows = static_cast<int>(timelineRows(scene, id.part).size());
    return std::clamp(130 + 36 * rows, 170, 480);
}

QString ReportWriter::scenario(const Scene &scene)
{
    const Scenario &scenario = *scene.scenario();
    QString html = tag("h2", scenario.title.text().toHtmlEscaped());
    html += QStringLiteral("<p class='lead'>%1</p>\n").arg(scenario.question.text().toHtmlEscaped());
    html += parameters(scene);
    const Figures *parallel = scene.summary.headline(scenario);
    const QString caveat = scene.summary.caveat.text();
    const QColor gain = caveat.isEmpty() ? theme_.gain : theme_.text;
    const auto number = [](const QString &title, const QString &value, const QColor &colour) {
        return QStringLiteral("<div>%1<b style='color:%3'>%2</b></div>")
            .arg(title.toHtmlEscaped(), value, colour.name());
    };
    if (!scenario.numbers.empty()) {
        QString numbers;
        for (const BigNumber &big : BigNumbers::of(scenario, scene, theme_))
            numbers += number(big.title, big.value, big.colour);
        html += QStringLiteral("<div class='numbers'>%1</div>\n").arg(numbers);
    } else if (parallel && parallel->speedup) {
        html +=
            QStringLiteral("<div class='numbers'>%1%2%3%4</div>\n")
                .arg(number(tr("Sequential time"), formatSeconds(scene.summary.figures.front().seconds),
                            theme_.of(VariantKind::Sequential)),
                     number(overlappedTitle(
                                *std::ranges::find(scene.outcomes, parallel->variant, &Outcome::variant)),
                            formatSeconds(parallel->seconds), theme_.of(VariantKind::Parallel)),
                     number(savingTitle(*parallel->timeSaved), formatSeconds(std::abs(*parallel->timeSaved)),
                            *parallel->timeSaved < 0 ? theme_.muted : gain),
                     number(tr("Speed-up"), formatSpeedup(*parallel->speedup), gain));
    }
    if (!caveat.isEmpty())
        html += tag("p", tag("b", caveat.toHtmlEscaped())) + u'\n';
    // Where the executions are the point, the search for them is drawn only if it took a while.
    const bool hasTimes = !scene.executions() || scene.longest() >= 0.01;
    if (hasTimes) {
        const auto bars = static_cast<int>(120 + 52 * scene.outcomes.size());
        html += picture(scene, {FigureId::Kind::Elapsed}, tr("Elapsed time"), {960, bars});
    }
    html += table(scene);
    for (const QString &sentence : scene.summary.explanation)
        html += tag("p", sentence.toHtmlEscaped()) + u'\n';
    for (const auto &[over, sweep] : scene.sweeps) {
        for (const QString &sentence : sayBestOf(sweep))
            html += tag("p", sentence.toHtmlEscaped()) + u'\n';
    }
    for (const FigureId &id : figuresOf(scenario)) {
        using Kind = FigureId::Kind;
        // Of the timelines, one for each variant that was run.
        const bool isDrawn = id.kind == Kind::View || (id.kind == Kind::Time && hasTimes) ||
                             (id.kind == Kind::Timeline && hasTimes && scene.summary.of(id.part));
        if (isDrawn)
            html += picture(scene, id, figureTitle(scenario, id), {960, heightOf(scene, id)});
    }
    for (const Outcome &outcome : scene.outcomes)
        html += results(scene, outcome);
    html += QStringLiteral("<code>%1</code>\n").arg(commandOf(scene.request).toHtmlEscaped());
    return QStringLiteral("<section id='%1'>%2</section>").arg(anchorOf(scene), html);
}

QString ReportWriter::write(const std::vector<Scene> &scenes)
{
    if (!QDir().mkpath(folder_.path())) {
        const QString problem = outputFolderProblem(folder_.path());
        return problem.isEmpty() ? tr("The folder %1 cannot be made.").arg(folder_.path()) : problem;
    }
    QString body = head(scenes);
    QString pattern;
    for (const Scene &scene : scenes) {
        if (std::exchange(pattern, scene.scenario()->pattern) != scene.scenario()->pattern) {
            const Pattern &chapter = *findPattern(pattern);
            body += tag("h1", chapter.title.text().toHtmlEscaped());
            body += QStringLiteral("<p class='lead'>%1</p>\n").arg(chapter.summary.text().toHtmlEscaped());
        }
        body += scenario(scene);
    }
    const QString page =
        QStringLiteral(
            "<!DOCTYPE html>\n<html lang='%1'><head><meta charset='utf-8'>"
            "<meta name='viewport' content='width=device-width'><title>Tenfold</title><style>%2</style>"
            "</head><body>\n%3<script>%4</script></body></html>\n")
            .arg(language(), style(), body, QLatin1String(zooming));
    if (!complaint_.isEmpty())
        return complaint_;
    return writeOutput(folder_.filePath(QStringLiteral("index.html")), page.toUtf8());
}

QString saveReport(const std::vector<Scene> &scenes, const Theme &theme, const QString &folder)
{
    return ReportWriter(theme, folder).write(scenes);
}

} // namespace tenfold
