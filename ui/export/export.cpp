#include "ui/export/export.h"

#include <QFileInfo>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <functional>

namespace tenfold {

static QString say(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

QStringList pictureEndings()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

std::unique_ptr<Picture> makeFigure(const Scenario &scenario, const QString &name)
{
    if (name == QLatin1String("elapsed"))
        return std::unique_ptr<Picture>(makeElapsedBars());
    if (name == QLatin1String("timeline") || name.startsWith(QLatin1String("timeline:")))
        return std::unique_ptr<Picture>(makeTimeline(name.section(u':', 1)));
    if (name == QLatin1String("time"))
        return std::unique_ptr<Picture>(makeTimeSpent());
    if (const View *view = scenario.view(name))
        return std::unique_ptr<Picture>(makeView(*view));
    return nullptr;
}

/// The picture on a card's ground with the command at its foot, at 96 logical dots per inch.
static void paintFigure(QPainter &painter, Picture &picture, const Scene &scene, const Theme &theme,
                        QSize size)
{
    const QRectF whole(QPointF(0, 0), QSizeF(size));
    painter.fillRect(whole, theme.card);
    const QFont small = theme.font(9);
    const QFontMetricsF metrics(small);
    const qreal foot = metrics.height() + 8;
    picture.render(painter, whole.adjusted(4, 4, -4, -foot));
    painter.setFont(small);
    painter.setPen(theme.muted);
    const QRectF line(16, whole.bottom() - foot, whole.width() - 32, foot);
    const QString command = QString(scene.command).replace(u'\n', QStringLiteral("\\n"));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(command, Qt::ElideRight, line.width()));
}

using Paint = std::function<void(QPainter &)>;

static bool writePng(QIODevice &device, QSize size, const Scene &scene, const Paint &paint)
{
    QImage image(size, QImage::Format_RGB32);
    image.setDotsPerMeterX(3780); // 96 per inch, whatever the screen has
    image.setDotsPerMeterY(3780);
    {
        QPainter painter(&image);
        paint(painter);
    }
    QImageWriter writer(&device, "png");
    writer.setText(QStringLiteral("Software"), QStringLiteral("tenfold " TENFOLD_VERSION));
    writer.setText(QStringLiteral("Command"), scene.command);
    return writer.write(image);
}

static bool writeSvg(QIODevice &device, QSize size, const Scene &scene, const Paint &paint)
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

static bool writePdf(QIODevice &device, QSize size, const Scene &scene, const Paint &paint)
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

QString savePicture(Picture &picture, const Scene &scene, const Theme &theme, const QString &file, QSize size)
{
    picture.setTheme(theme);
    picture.show(scene);
    const Paint paint = [&](QPainter &painter) { paintFigure(painter, picture, scene, theme, size); };
    const QString ending = QFileInfo(file).suffix().toLower();
    if (!pictureEndings().contains(ending))
        return say(QT_TRANSLATE_NOOP("Export", "A picture's file ends with .png, .svg or .pdf, not \"%1\"."))
            .arg(file);
    QSaveFile device(file);
    device.setDirectWriteFallback(true);
    bool written = device.open(QIODevice::WriteOnly);
    if (written) {
        const auto write = ending == QLatin1String("png")   ? writePng
                           : ending == QLatin1String("svg") ? writeSvg
                                                            : writePdf;
        written = write(device, size, scene, paint) && device.commit();
    }
    return written ? QString()
                   : say(QT_TRANSLATE_NOOP("Export", "%1 cannot be written: %2."))
                         .arg(file, device.errorString());
}

} // namespace tenfold
