// Words in the place of pictures, and those that stand with them.

#include "core/analysis/explanation.h"
#include "core/analysis/format.h"
#include "core/analysis/sweepbest.h"
#include "ui/stage/frame.h"
#include "ui/stage/stagepicture.h"

#include <QPainter>

namespace tenfold {

using namespace stage;

// Words in large type.
static constexpr qreal wordPoints = 15;
static constexpr qreal questionPoints = 22;

QList<QStringList> StagePicture::pagesOf(const QStringList &paragraphs, Slide::Kind kind) const
{
    const Layout at = layOut(rect(), kind);
    const QRectF inside = insideOf(at.words(), at.theme);
    const QFontMetricsF metrics(at.theme.font(wordPoints));
    const qreal room = inside.height() - QFontMetricsF(at.theme.font(13)).height() - metrics.height() / 2;
    QList<QStringList> pages;
    qreal left = -1;
    for (const QString &paragraph : paragraphs) {
        const qreal height = metrics.boundingRect(inside, Qt::TextWordWrap, unbroken(paragraph)).height();
        if (height > left) {
            pages << QStringList();
            left = room;
        }
        pages.last() << paragraph;
        left -= height + metrics.height() / 2;
    }
    return pages;
}

void StagePicture::paintWords(QPainter &painter, const Layout &at) const
{
    paintCard(painter, at.words(), at.theme);
    QRectF rest = insideOf(at.words(), at.theme);
    const auto put = [&](const QFont &font, const QColor &colour, const QString &text) {
        painter.setFont(font);
        painter.setPen(colour);
        QRectF taken;
        painter.drawText(rest, Qt::TextWordWrap, unbroken(text), &taken);
        rest.setTop(taken.bottom() + QFontMetricsF(font).height() / 2);
    };
    const Theme &theme = at.theme;
    painter.setClipRect(at.words(), Qt::IntersectClip);
    if (!slide_.heading.isEmpty())
        put(theme.font(13, QFont::DemiBold), theme.text, slide_.heading);
    for (const QString &paragraph : slide_.words) {
        const bool isQuestion = slide_.heading.isEmpty() && &paragraph == &slide_.words.constFirst();
        put(theme.font(isQuestion ? questionPoints : wordPoints),
            slide_.heading.isEmpty() && !isQuestion ? theme.muted : theme.text, paragraph);
    }
}

/// What went wrong, and what bent the numbers that are in sight.
QString StagePicture::note() const
{
    QStringList sentences;
    if (!message_.isEmpty())
        sentences << message_;
    if (hasNumbers(slide_.kind)) {
        for (const Outcome &outcome : scene_.outcomes) {
            const auto [failed, rows] = failedRows(outcome);
            const Variant &variant = *scene_.variantOf(outcome);
            if (failed > 0 && !variant.isMistake() && !scenario_.remark)
                sentences << tr("%1: %2 of %3 tasks failed.").arg(variant.title.text()).arg(failed).arg(rows);
        }
    }
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

/// What a sweep showed, above its chart; empty where that is nothing.
QString StagePicture::sentence() const
{
    if (slide_.kind != Slide::Kind::Sweep || !slide_.words.isEmpty())
        return {};
    const auto swept = scene_.sweeps.find(slide_.of);
    const bool isWhole =
        swept != scene_.sweeps.end() &&
        std::ranges::all_of(swept->second.outcomes, [](const Outcome &outcome) {
            return outcome.status() != Status::Pending && outcome.status() != Status::Running;
        });
    return isWhole ? sayBestOf(swept->second).join(u' ') : tr("Measuring…");
}

void StagePicture::paintSentence(QPainter &painter, const Layout &at) const
{
    const Theme &theme = at.theme;
    paintCard(painter, at.sentence, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.gain);
    painter.drawRoundedRect(QRectF(at.sentence.left(), at.sentence.top() + 8, 5, at.sentence.height() - 16),
                            2, 2);
    const QString text = sentence();
    const QRectF inside = at.sentence.adjusted(14 * theme.factor, 0, -10 * theme.factor, 0);
    qreal points = 18;
    while (points > 12 &&
           QFontMetricsF(theme.font(points, QFont::Bold)).horizontalAdvance(text) > inside.width())
        --points;
    painter.setFont(theme.font(points, QFont::Bold));
    painter.setPen(theme.text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, text);
}

} // namespace tenfold
