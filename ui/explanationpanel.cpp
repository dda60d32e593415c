#include "ui/explanationpanel.h"

#include "core/analysis/explanation.h"

namespace tenfold {

ExplanationPanel::ExplanationPanel(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(9);
}

static QString paragraph(const QString &text, const char *tag = "p")
{
    return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), text.toHtmlEscaped());
}

static QString listOf(const QString &heading, const QStringList &htmlItems)
{
    if (htmlItems.isEmpty())
        return {};
    return paragraph(heading, "h4") + QStringLiteral("<ul><li>") +
           htmlItems.join(QStringLiteral("</li><li>")) + QStringLiteral("</li></ul>");
}

void ExplanationPanel::show(const Pattern &pattern, const Scene &scene)
{
    QString html = paragraph(pattern.summary.text());
    if (scene.scenario()) {
        html = paragraph(scene.scenario()->title.text(), "h3") + paragraph(scene.scenario()->question.text());
        QStringList seen;
        const bool hasFailed =
            !failureOfAll(scene.outcomes).isEmpty() ||
            !allTasksFailed(scene.outcomes).isEmpty(); // the page says why, where one looks
        for (const QString &sentence : scene.summary.explanation) {
            if (!hasFailed)
                seen << sentence.toHtmlEscaped();
        }
        html += listOf(tr("What was seen, and why"), seen);
        if (seen.isEmpty() && !hasFailed)
            html += paragraph(tr("Press Run (F5) to see it measured."));
    }
    QStringList practices;
    for (const Words &practice : pattern.bestPractices)
        practices << practice.text().toHtmlEscaped();
    html += listOf(tr("Best practices"), practices);
    if (scene.scenario()) {
        QStringList mistakes;
        for (const Variant &variant : scene.scenario()->variants) {
            if (variant.isMistake())
                mistakes << QStringLiteral("<b>%1</b><br>%2")
                                .arg(variant.title.text().toHtmlEscaped(),
                                     variant.why.text().toHtmlEscaped());
        }
        html += listOf(tr("Common mistakes"), mistakes);
    }
    if (html == property("shown").toString()) // leaves the reader's selection and place alone
        return;
    setProperty("shown", html);
    setHtml(html);
}

} // namespace tenfold
