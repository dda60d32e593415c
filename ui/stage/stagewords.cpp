// Words in the place of pictures, and those that stand with them.

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/sweepbest.h"
#include "core/analysis/verdict.h"
#include "ui/stage/frame.h"
#include "ui/stage/stagepicture.h"
#include "ui/stage/wordslide.h"

#include <QPainter>

#include <algorithm>

namespace tenfold {

using namespace stage;

QList<QStringList> StagePicture::pagesOf(const QStringList &paragraphs, const Slide &slide,
                                         const Scene &scene) const
{
    const Layout at = layOut(rect(), slide, scene);
    return pagesIn(at.words(), paragraphs, at.theme);
}

/// The mistake that is offered stands there as code.
void StagePicture::paintWords(QPainter &painter, const Layout &at) const
{
    const CodeSlide *mistake = nullptr;
    if (slide_.kind == Slide::Kind::Break) {
        static constexpr int most = 2 * CodeSlide::mostColumns;
        const int columns = codeColumns(codeWidth(2 * at.chart.width(), at.theme), at.theme, most);
        const auto &slide = code(slide_.of, columns);
        mistake = slide ? &*slide : nullptr;
    }
    paintWordSlide(painter, at.words(), slide_, at.theme, mistake);
}

/// "A, B: 7 of 60 tasks failed (why)." for each why; what a mistake did is said of it elsewhere.
static QStringList failedTasks(const Scene &scene)
{
    std::vector<std::pair<QString, QStringList>> titles; // by what is said of them
    for (const Outcome &outcome : scene.outcomes) {
        const auto [failed, rows] = failedRows(outcome);
        const Variant &variant = *scene.variantOf(outcome);
        if (failed == 0 || variant.isMistake())
            continue;
        const QString said = StagePicture::tr("%1 of %2 tasks failed (%3)")
                                 .arg(formatCount(failed), formatCount(rows), whyTasksFailed(outcome));
        auto found = std::ranges::find(titles, said, &std::pair<QString, QStringList>::first);
        if (found == titles.end())
            found = titles.insert(found, {said, {}});
        found->second << variant.title.text();
    }
    QStringList sentences;
    for (const auto &[said, of] : titles)
        sentences << StagePicture::tr("%1: %2.").arg(listed(of), said);
    return sentences;
}

/// What went wrong, and what bent the numbers that are in sight.
QString StagePicture::note(const Slide &slide, const Scene &scene) const
{
    QStringList sentences;
    if (!message_.isEmpty())
        sentences << message_;
    const QString failure = allTasksFailed(scene.outcomes);
    if (hasNumbers(slide.kind) && failure.isEmpty() && !scenario_.remark)
        sentences << failedTasks(scene);
    else if (hasNumbers(slide.kind) && !message_.contains(failure)) // which the page says, but no file has
        sentences << failure;
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

/// Who is ahead; before it plays what it will do, afterwards what came out.
QString StagePicture::sayReplay(const Scene &scene)
{
    if (!scene.whole)
        return verdict(*scene.scenario(), scene.outcomes, scene.summary);
    return *scene.instant == 0
               ? tr("All variants at once, from the start line. The next step (PgDn) plays it.")
               : scene.summary.explanation.join(u' ');
}

/// What a sweep showed, above its chart; empty where that is nothing.
QString StagePicture::sentence(const Slide &slide, const Scene &scene) const
{
    if (slide.kind == Slide::Kind::Replay)
        return sayReplay(scene);
    if (slide.kind != Slide::Kind::Sweep || !slide.words.isEmpty())
        return {};
    const auto swept = scene.sweeps.find(slide.of);
    const bool isWhole =
        swept != scene.sweeps.end() &&
        std::ranges::all_of(swept->second.outcomes, [](const Outcome &outcome) {
            return outcome.status() != Status::Pending && outcome.status() != Status::Running;
        });
    return isWhole ? sayBestOf(swept->second).join(u' ') : tr("Measuring…");
}

QRectF StagePicture::sentenceRoom(const Layout &at)
{
    return at.sentence.adjusted(14 * at.theme.factor, 0, -10 * at.theme.factor, 0);
}

void StagePicture::paintSentence(QPainter &painter, const Layout &at) const
{
    const Theme &theme = at.theme;
    paintCard(painter, at.sentence, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.gain);
    painter.drawRoundedRect(QRectF(at.sentence.left(), at.sentence.top() + 8, 5, at.sentence.height() - 16),
                            2, 2);
    painter.setFont(theme.font(at.sentencePoints, QFont::Bold));
    painter.setPen(theme.text);
    painter.drawText(sentenceRoom(at), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     sentence(slide_, scene_));
}

} // namespace tenfold
