#include "ui/export/export.h"

#include "core/analysis/explanation.h"
#include "core/catalog/pattern.h"
#include "ui/language.h"
#include "ui/stage/stagepicture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <functional>

namespace tenfold {

QStringList pictureEndings()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

static QString endingOf(const QString &file)
{
    return QFileInfo(file).suffix().toLower();
}

QStringList figureNames(const Scenario &scenario)
{
    QStringList names{QStringLiteral("page")};
    for (const View &view : scenario.views)
        names << QStringLiteral("page:") + view.id;
    names << QStringLiteral("elapsed");
    for (const View &view : scenario.views)
        names << view.id;
    names << QStringLiteral("time") << QStringLiteral("timeline");
    for (const Variant &variant : scenario.variants)
        names << QStringLiteral("timeline:") + variant.id;
    return names;
}

/// The parameter whose sweep the figure draws; empty for all other figures.
static QString sweptIn(const Scenario &scenario, const QString &name)
{
    if (name.startsWith(sweepFigure({})))
        return name.section(u':', 1);
    const View *view = scenario.view(name);
    return view && view->kind == ViewKind::Sweep ? view->sources.value(0) : QString();
}

QString figureTitle(const Scenario &scenario, const QString &name)
{
    const QString part = name.section(u':', 1);
    if (name == QLatin1String("page"))
        return translate("Export", "Whole page");
    if (name.startsWith(QLatin1String("page:")))
        return translate("Export", "Whole page with \"%1\"").arg(scenario.view(part)->title.text());
    if (name == QLatin1String("elapsed"))
        return translate("Export", "Elapsed time");
    if (name == QLatin1String("time"))
        return translate("Export", "Where did the time go");
    if (name == QLatin1String("timeline"))
        return translate("Export", "Worker timeline");
    if (name.startsWith(sweepFigure({})))
        return translate("Export", "Sweep: %1").arg(scenario.parameter(part)->title.text());
    if (name.startsWith(QLatin1String("timeline:")))
        return translate("Export", "Worker timeline: %1").arg(scenario.variant(part)->title.text());
    const View *view = scenario.view(name);
    return view ? view->title.text() : name;
}

std::unique_ptr<Picture> makeFigure(const Scenario &scenario, const QString &name)
{
    const QString part = name.section(u':', 1);
    if (name.startsWith(sweepFigure({})) && scenario.parameter(part))
        return std::unique_ptr<Picture>(makeView(sweepView(scenario, part)));
    if (!figureNames(scenario).contains(name))
        return nullptr;
    if (name == QLatin1String("elapsed"))
        return std::unique_ptr<Picture>(makeElapsedBars());
    if (name == QLatin1String("time"))
        return std::unique_ptr<Picture>(makeTimeSpent());
    if (name.startsWith(QLatin1String("timeline")))
        return std::unique_ptr<Picture>(makeTimeline(part));
    if (name.startsWith(QLatin1String("page")))
        return std::make_unique<StagePicture>(scenario, part);
    return std::unique_ptr<Picture>(makeView(*scenario.view(name)));
}

QString figureCommand(const Scene &scene, const Figure &figure, const QString &ending)
{
    const QString &name = figure.name;
    const auto swept = scene.sweeps.find(sweptIn(*scene.scenario, name));
    const bool isSweep = swept != scene.sweeps.end();
    const bool isTimeline = name.startsWith(QLatin1String("timeline"));
    const QString before = isTimeline ? name.section(u':', 1) : name;
    QString file = name.section(u':', 0, 0) + u'.' + ending;
    if (isSweep)
        file = QStringLiteral("sweep.") + ending;
    else if (!before.isEmpty() && before != QLatin1String("elapsed"))
        file.prepend(before + u':');
    const QString &command = isSweep ? swept->second.command : scene.command;
    if (command.isEmpty()) // nothing was run
        return {};
    QStringList words{command, isTimeline ? QStringLiteral("--timeline") : QStringLiteral("--chart"), file};
    words << QStringLiteral("--size")
          << QStringLiteral("%1x%2").arg(figure.size.width()).arg(figure.size.height());
    if (figure.scale > 1 && !isSweep && ending == QLatin1String("png"))
        words << QStringLiteral("--scale") << QString::number(figure.scale);
    words << QStringLiteral("--lang") << (figure.language.isEmpty() ? language() : figure.language);
    words << QStringLiteral("--theme")
          << (figure.theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return words.join(u' ');
}

/// The picture on a card's ground with the command at its foot, at 96 logical dots per inch.
static void paintFigure(QPainter &painter, Picture &picture, const Scene &scene, const Theme &theme,
                        QSize size)
{
    const QRectF whole(QPointF(0, 0), QSizeF(size));
    painter.fillRect(whole, picture.ground(theme));
    const QFont small = theme.font(9);
    const QFontMetricsF metrics(small);
    const QString command = QString(scene.command).replace(u'\n', QStringLiteral("\\n"));
    // A command that is cut does not reproduce anything; one of many lines would leave no room.
    constexpr int mostLines = 3;
    const QRectF room(0, 0, whole.width() - 32, metrics.lineSpacing() * mostLines + 1);
    const QRectF needed = metrics.boundingRect(room, Qt::TextWrapAnywhere, command);
    const bool isWhole = needed.height() <= room.height();
    const qreal foot = (isWhole ? needed.height() : metrics.height()) + 6;
    picture.render(painter, whole.adjusted(4, 4, -4, -foot));
    painter.setFont(small);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(16, whole.bottom() - foot, room.width(), foot),
                     Qt::AlignLeft | Qt::AlignVCenter | (isWhole ? Qt::TextWrapAnywhere : 0),
                     isWhole ? command : metrics.elidedText(command, Qt::ElideRight, room.width()));
}

using Paint = std::function<void(QPainter &)>;

static QImage rasterized(QSize size, qreal scale, const Paint &paint)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(3780); // 96 per inch, whatever the screen has
    image.setDotsPerMeterY(3780);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

static bool writePng(QIODevice &device, QSize size, int scale, const Scene &scene, const Paint &paint)
{
    QImage image = rasterized(size, scale, paint);
    image.setDotsPerMeterX(image.dotsPerMeterX() * scale);
    image.setDotsPerMeterY(image.dotsPerMeterY() * scale);
    QImageWriter writer(&device, "png");
    writer.setText(QStringLiteral("Software"), QStringLiteral("tenfold " TENFOLD_VERSION));
    writer.setText(QStringLiteral("Command"), scene.command);
    return writer.write(image);
}

static bool writeSvg(QIODevice &device, QSize size, int, const Scene &scene, const Paint &paint)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(scene.scenario->title.text());
    generator.setDescription(scene.command);
    QPainter painter(&generator);
    paint(painter);
    return painter.end();
}

static bool writePdf(QIODevice &device, QSize size, int, const Scene &scene, const Paint &paint)
{
    QPdfWriter writer(&device);
    writer.setResolution(96);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(QSizeF(size) * 72 / 96, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setTitle(scene.scenario->title.text());
    writer.setCreator(QStringLiteral("tenfold " TENFOLD_VERSION ": ") + scene.command);
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    paint(painter);
    return painter.end();
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

static QByteArray drawn(Picture &picture, const Scene &scene, const Theme &theme, const QString &ending,
                        QSize size, int scale)
{
    picture.setTheme(theme);
    picture.show(scene);
    const auto write = ending == QLatin1String("png")   ? writePng
                       : ending == QLatin1String("svg") ? writeSvg
                                                        : writePdf;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool isDrawn = write(buffer, size, scale, scene,
                               [&](QPainter &painter) { paintFigure(painter, picture, scene, theme, size); });
    return isDrawn ? buffer.data() : QByteArray();
}

static QString writeOut(const QString &file, const QByteArray &bytes)
{
    QSaveFile device(file);
    device.setDirectWriteFallback(true);
    if (device.open(QIODevice::WriteOnly) && device.write(bytes) == bytes.size() && device.commit())
        return {};
    return translate("Export", "%1 cannot be written: %2.").arg(file, device.errorString());
}

/// `scene` in the language of the moment, with the command of the figure.
static Scene sceneFor(Scene scene, const Figure &figure, const QString &ending)
{
    scene.command = figureCommand(scene, figure, ending);
    scene.summary.explanation = explain(*scene.scenario, scene.outcomes, scene.summary);
    return scene;
}

QString saveFigure(const Scene &scene, const Figure &figure, const QString &file)
{
    const QString problem = problemOf(file, figure.size * figure.scale);
    if (!problem.isEmpty())
        return problem;
    QByteArray bytes;
    {
        const SpokenLanguage speaks(figure.language);
        const auto picture = makeFigure(*scene.scenario, figure.name);
        if (picture)
            bytes = drawn(*picture, sceneFor(scene, figure, endingOf(file)), figure.theme, endingOf(file),
                          figure.size, figure.scale);
    }
    if (bytes.isEmpty())
        return translate("Export", "There is no picture \"%1\" to draw.").arg(figure.name);
    return writeOut(file, bytes);
}

QImage previewFigure(const Scene &scene, const Figure &figure, QSize pixels)
{
    const SpokenLanguage speaks(figure.language);
    const auto picture = makeFigure(*scene.scenario, figure.name);
    if (!picture)
        return {};
    const Scene own = sceneFor(scene, figure, QStringLiteral("png"));
    picture->setTheme(figure.theme);
    picture->show(own);
    const qreal scale = std::min(static_cast<qreal>(pixels.width()) / figure.size.width(),
                                 static_cast<qreal>(pixels.height()) / figure.size.height());
    return rasterized(figure.size, scale, [&](QPainter &painter) {
        paintFigure(painter, *picture, own, figure.theme, figure.size);
    });
}

} // namespace tenfold
