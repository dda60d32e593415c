#include "ui/export/export.h"

#include "core/catalog/words.h"
#include "core/recording/writers.h"
#include "core/run/command.h"
#include "ui/charts/chart.h"
#include "ui/export/drawnfigure.h"
#include "ui/export/pdftext.h"
#include "ui/language.h"
#include "ui/stage/stagepicture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontInfo>
#include <QImageWriter>
#include <QJsonDocument>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QXmlStreamReader>

namespace tenfold {

QStringList pictureEndings()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

static QString endingOf(const QString &file)
{
    return QFileInfo(file).suffix().toLower();
}

std::unique_ptr<Picture> makeFigure(const Scenario &scenario, const FigureId &id)
{
    using Kind = FigureId::Kind;
    if (!hasFigure(scenario, id))
        return nullptr;
    switch (id.kind) {
    case Kind::Page:
        return std::make_unique<StagePicture>(scenario, id.part);
    case Kind::Elapsed:
        return std::unique_ptr<Picture>(makeElapsedBars());
    case Kind::Time:
        return std::unique_ptr<Picture>(makeTimeSpent());
    case Kind::Timeline:
        return std::unique_ptr<Picture>(makeTimeline(id.part));
    case Kind::View:
    case Kind::Sweep:
        break;
    }
    return std::unique_ptr<Picture>(makeView(viewOf(scenario, id)));
}

/// "page:VIEW:page.png": a figure of a run as --chart and --timeline take it, in a file with this ending.
static QString chartWord(const FigureId &id, const QString &ending)
{
    switch (id.kind) {
    case FigureId::Kind::Elapsed:
        return QStringLiteral("elapsed.") + ending;
    case FigureId::Kind::Timeline:
        return (id.part.isEmpty() ? QString() : id.part + u':') + QStringLiteral("timeline.") + ending;
    case FigureId::Kind::Page:
        return id.toString() + QStringLiteral(":page.") + ending;
    default:
        return id.toString() + u':' + id.toString() + u'.' + ending;
    }
}

/// Seconds, to the nanosecond: an instant before, an event has not happened yet.
static QString exactly(Nanoseconds instant)
{
    static const QRegularExpression zeros(QStringLiteral("\\.?0+$"));
    return QString::number(toSeconds(instant), 'f', 9).remove(zeros);
}

QString figureCommand(const Scene &scene, const Figure &figure, const QString &ending)
{
    const auto swept = scene.sweeps.find(sweptIn(*scene.scenario(), figure.id));
    const bool isSweep = swept != scene.sweeps.end();
    if (!isSweep && scene.outcomes.empty())
        return {};
    const bool isTimeline = figure.id.kind == FigureId::Kind::Timeline;
    QStringList words{commandOf(isSweep ? swept->second.request : scene.request),
                      isTimeline ? QStringLiteral("--timeline") : QStringLiteral("--chart"),
                      isSweep ? QStringLiteral("sweep.") + ending : chartWord(figure.id, ending)};
    if (scene.pinned && !isSweep)
        words << QStringLiteral("--against") << QStringLiteral("pinned.tenfold");
    words << QStringLiteral("--size")
          << QStringLiteral("%1x%2").arg(figure.size.width()).arg(figure.size.height());
    if (figure.scale > 1 && !isSweep && (ending == QLatin1String("png") || figure.seconds > 0))
        words << QStringLiteral("--scale") << QString::number(figure.scale);
    if (const int percent = qRound(figure.theme.factor * 100); percent != 100)
        words << QStringLiteral("--text-size") << QString::number(percent);
    if (figure.seconds > 0)
        words << QStringLiteral("--length") << QString::number(figure.seconds);
    else if (scene.whole && !isSweep)
        words << QStringLiteral("--at") << exactly(*scene.instant);
    if (!figure.hasFoot)
        words << QStringLiteral("--foot") << QStringLiteral("off");
    words << QStringLiteral("--lang") << (figure.language.isEmpty() ? language() : figure.language);
    words << QStringLiteral("--theme")
          << (figure.theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return words.join(u' ');
}

static QByteArray pngOf(const DrawnFigure &drawn, int scale)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImage image = drawn.rasterized(scale);
    image.setDotsPerMeterX(image.dotsPerMeterX() * scale);
    image.setDotsPerMeterY(image.dotsPerMeterY() * scale);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Software"), QStringLiteral("tenfold " TENFOLD_VERSION));
    writer.setText(QStringLiteral("Command"), drawn.command());
    return writer.write(image) ? buffer.data() : QByteArray();
}

/// What QSvgGenerator leaves out: characters that no XML has, even escaped, are not there, and behind each
/// family stands a generic one, for readers that do not have it.
static QByteArray completed(const QByteArray &svg)
{
    static const QRegularExpression family(QStringLiteral("(?<=font-family=\")[^\"]*(?=\")"));
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z][\\w-]*( [A-Za-z][\\w-]*)*$"));
    static const QRegularExpression noXml(QStringLiteral(R"([\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}])"));
    QString text = QString::fromUtf8(svg).remove(noXml);
    QString result;
    qsizetype written = 0;
    for (auto match = family.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString name = found.captured();
        result += QStringView(text).sliced(written, found.capturedStart() - written);
        result += (plain.match(name).hasMatch() ? name : u'\'' + QString(name).remove(u'\'') + u'\'')
                      .toHtmlEscaped();
        result += QFontInfo(QFont(name)).fixedPitch() ? QLatin1String(", monospace")
                                                      : QLatin1String(", sans-serif");
        written = found.capturedEnd();
    }
    result += QStringView(text).sliced(written);
    return result.toUtf8();
}

static QByteArray svgOf(const DrawnFigure &drawn)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(drawn.size());
    generator.setViewBox(QRect(QPoint(), drawn.size()));
    // It writes both as they are.
    generator.setTitle(drawn.scene().scenario()->title.text().toHtmlEscaped());
    generator.setDescription(drawn.command().toHtmlEscaped());
    QPainter painter(&generator);
    drawn.paint(painter);
    return painter.end() ? completed(buffer.data()) : QByteArray();
}

/// What is drawn as text.
static QString textOf(const QByteArray &svg)
{
    QString text;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    }
    return text;
}

static QByteArray pdfOf(const DrawnFigure &drawn)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    writer.setPageMargins({});
    writer.setPageSize(
        QPageSize(QSizeF(drawn.size()) * 72 / 96, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setTitle(drawn.scene().scenario()->title.text());
    writer.setCreator(QStringLiteral("tenfold " TENFOLD_VERSION ": ") + drawn.command());
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    drawn.paint(painter);
    if (!painter.end())
        return {};
    return withDrawnCharacters(buffer.data(), textOf(svgOf(drawn)), {drawn.theme().base});
}

/// What keeps a picture of so many pixels from being written into `file`, as a sentence; nothing when nothing
/// does.
static QString problemOf(const QString &file, QSize pixels)
{
    constexpr qint64 mostPixels = 1 << 28;
    if (!pictureEndings().contains(endingOf(file)))
        return translate("Export", "A picture's file ends with .png, .svg or .pdf, not \"%1\".").arg(file);
    if (endingOf(file) == QLatin1String("png") && qint64(pixels.width()) * pixels.height() > mostPixels)
        return translate("Export", "A picture of %1 x %2 pixels is too large: choose a smaller "
                                   "size or scale.")
            .arg(pixels.width())
            .arg(pixels.height());
    return {};
}

static QByteArray bytesOf(const DrawnFigure &drawn, const QString &ending, int scale)
{
    return ending == QLatin1String("png")   ? pngOf(drawn, scale)
           : ending == QLatin1String("svg") ? svgOf(drawn)
                                            : pdfOf(drawn);
}

QString saveFigure(const Scene &scene, const Figure &figure, const QString &file, const MayWait &mayWait)
{
    const QString problem = problemOf(file, figure.size * figure.scale);
    if (!problem.isEmpty())
        return problem;
    QByteArray bytes;
    {
        const SpokenLanguage speaks(figure.language);
        const DrawnFigure drawn(scene, figure, endingOf(file));
        if (drawn.hasPicture())
            bytes = bytesOf(drawn, endingOf(file), figure.scale);
    }
    if (bytes.isEmpty())
        return translate("Export", "There is no picture \"%1\" to draw.").arg(figure.id.toString());
    return writeOutput(file, bytes, mayWait);
}

QStringList dataFormats()
{
    return {QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("trace")};
}

QString saveData(const Scene &scene, const QString &format, const QString &file)
{
    const QByteArray bytes = format == QLatin1String("json")  ? QJsonDocument(runToJson(scene)).toJson()
                             : format == QLatin1String("csv") ? runToCsv(scene)
                                                              : runToChromeTrace(scene);
    return writeOutput(file, bytes, {});
}

QImage previewFigure(const Scene &scene, const Figure &figure, const QString &ending, QSize pixels)
{
    const SpokenLanguage speaks(figure.language);
    const DrawnFigure drawn(scene, figure, ending);
    const qreal scale = std::min(static_cast<qreal>(pixels.width()) / figure.size.width(),
                                 static_cast<qreal>(pixels.height()) / figure.size.height());
    return drawn.hasPicture() ? drawn.rasterized(scale) : QImage();
}

} // namespace tenfold
