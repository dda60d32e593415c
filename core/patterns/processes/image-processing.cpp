// Lighten, sharpen the contrast and blur large images. The processes are told the names of the files: their
// pixels never go through a pipe.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/stopped.h"
#include "core/workloads/compute/pixels.h"
#include "core/workloads/files/filename.h"
#include "core/workloads/files/rawfile.h"
#include "core/workloads/files/temporaryfolder.h"
#include "core/workloads/files/textfiles.h"
#include "core/workloads/pictures/pictures.h"

#include <QDir>
#include <QFile>

#include <deque>

namespace tenfold::patterns::processes::image_processing {
namespace {

constexpr qint64 smallMessage = 128 * 1024; // names, numbers and two thumbnails: more is pixels

struct Work
{
    TemporaryFolder folder;
    std::vector<Picture> pictures;
    ProcessPoolExecutor::Traffic traffic;
};

void put(Run &run, std::size_t i, const ImageResult &result)
{
    run.setCells(i, {{"image", run.kept<Work>().pictures[i].name},
                     {"pixels", result.pixels},
                     {"brightness", result.brightness},
                     {"contrast", result.contrast},
                     {"digest", result.digest},
                     {"before", smallPicture(result, result.before)},
                     {"after", smallPicture(result, result.after)},
                     {"status", QT_TRANSLATE_NOOP("status", "done")}});
}

void sequential(Run &run)
{
    for (std::size_t i = 0; const Picture &picture : run.kept<Work>().pictures) {
        const TaskSpan task(i);
        put(run, i++, processImageFile(picture.work, run.stop()));
    }
}

void processes(Run &run)
{
    auto &work = run.kept<Work>();
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<QCborValue>> futures;
    for (const Picture &picture : work.pictures)
        futures.push_back(pool.submit("image-file", picture.work.toCbor()));
    for (std::size_t i = 0; i < futures.size(); ++i)
        put(run, i, ImageResult::fromCbor(futures[i].get(run.stop()).toArray()));
    pool.shutdown(); // then all is counted
    work.traffic = pool.traffic();
}

void threads(Run &run)
{
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(run.kept<Work>().pictures, [&](std::size_t i, const Picture &picture) {
        put(run, i, processImageFile(picture.work, run.stop()));
    });
}

QByteArray pixelsOf(const Picture &picture)
{
    QFile file(picture.work.file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Mistake: the pixels themselves are the argument, and the result. Each goes through a pipe, twice.
void pixelsThroughThePipe(Run &run)
{
    auto &work = run.kept<Work>();
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::deque<Future<QCborValue>> futures;
    std::size_t taken = 0;
    const auto takeFirst = [&] {
        const QCborArray answer = futures.front().get(run.stop()).toArray(); // with the new pixels
        put(run, taken++, ImageResult::fromCbor(answer[0].toArray()));
        futures.pop_front();
    };
    for (const Picture &picture : work.pictures) {
        if (futures.size() == 2 * static_cast<std::size_t>(run.workers())) // or they all fill the memory
            takeFirst();
        futures.push_back(pool.submit("image-pixels", QCborArray{picture.work.toCbor(), pixelsOf(picture)}));
    }
    while (!futures.empty())
        takeFirst();
    pool.shutdown(); // then all is counted
    work.traffic = pool.traffic();
}

std::vector<Picture> paintedPictures(const Run &run, const TemporaryFolder &folder)
{
    std::vector<Picture> pictures;
    for (int i = 1; i <= run.integer("images"); ++i) {
        if (run.stop().stop_requested())
            throw Stopped();
        const ImageWork work{folder.filePath(QString("%1.rgb").arg(i)), 1920, 1080, 0};
        writeRawFile(work.file, paintedPixels(work.width, work.height, run.seed(), i));
        pictures.push_back({.name = QString("image-%1").arg(i, 3, 10, QLatin1Char('0')), .work = work});
    }
    return pictures;
}

/// Those that are not images become rows at the end, with the reason.
std::vector<Picture> ownPictures(Run &run, const QString &own, const TemporaryFolder &folder)
{
    std::vector<Picture> pictures, failed;
    const FilesBelow found = filesBelow(own, run.integer("images"), run.stop());
    for (const QString &file : found.files) {
        if (run.stop().stop_requested())
            throw Stopped();
        Picture picture =
            decodePicture(QDir(own).filePath(file),
                          folder.filePath(QString("%1.rgb").arg(pictures.size() + 1)), run.stop());
        picture.name = shownFileName(file);
        (picture.error.isEmpty() ? pictures : failed).push_back(picture);
    }
    if (!found.leftOut.isEmpty())
        failed.push_back({.name = "...", .error = "left-out", .reason = found.leftOut});
    for (std::size_t row = pictures.size(); const Picture &picture : failed)
        run.setCells(row++, {{"image", picture.name}, {"status", picture.error}, {"error", picture.reason}});
    return pictures;
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    const QString own = run.text("folder");
    work.pictures = own.isEmpty() ? paintedPictures(run, work.folder) : ownPictures(run, own, work.folder);
    for (Picture &picture : work.pictures)
        picture.work.radius = run.integer("radius");
}

double mebibytesMoved(const Run &run)
{
    const auto &traffic = run.kept<Work>().traffic;
    return static_cast<double>(traffic.sent + traffic.received) / (1 << 20);
}

double mebibytesOfPixels(const Run &run)
{
    const auto allowed = smallMessage * static_cast<double>(run.kept<Work>().pictures.size()) / (1 << 20);
    return std::max(0.0, mebibytesMoved(run) - allowed);
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor
from PIL import Image, ImageEnhance, ImageFilter

def process(path):                                 # a name, not the pixels
    image = Image.open(path)
    image = ImageEnhance.Brightness(image).enhance(1.1)
    image = ImageEnhance.Contrast(image).enhance(1.25)
    image = image.filter(ImageFilter.GaussianBlur(2))
    return path, image.size

with ProcessPoolExecutor() as pool:                # processes
    rows = list(pool.map(process, paths))

rows = [process(path) for path in paths]           # sequential
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Process images"),
        .question =
            QT_TRANSLATE_NOOP("catalog", "Large images are lightened and blurred. How much sooner are "
                                         "processes done, and what if the pixels are sent to them?"),
        .parameters = {workersForCores(),
                       integer("images", QT_TRANSLATE_NOOP("catalog", "Images (at most)"), {1, 100}, 10),
                       integer("radius", QT_TRANSLATE_NOOP("catalog", "Radius of the blur"), {0, 100}, 4,
                               QT_TRANSLATE_NOOP("catalog", "pixels")),
                       folder("folder", QT_TRANSLATE_NOOP("catalog", "Own folder of images"))},
        .presets = {{"chapter", {{"images", 10}}}, {"quick", {{"images", 2}, {"radius", 1}}}},
        .columns = {{"image", QT_TRANSLATE_NOOP("catalog", "Image"), ColumnKind::Text},
                    {"pixels", QT_TRANSLATE_NOOP("catalog", "Pixels"), ColumnKind::Integer},
                    {"brightness", QT_TRANSLATE_NOOP("catalog", "Mean brightness"), ColumnKind::Number},
                    {"contrast", QT_TRANSLATE_NOOP("catalog", "Contrast"), ColumnKind::Number},
                    {"digest", QT_TRANSLATE_NOOP("catalog", "Digest"), ColumnKind::Text},
                    aside({"before", QT_TRANSLATE_NOOP("catalog", "Before"), ColumnKind::Image}),
                    aside({"after", QT_TRANSLATE_NOOP("catalog", "After"), ColumnKind::Image}),
                    status({"done"}),
                    error()},
        .measures = {{"pixels", QT_TRANSLATE_NOOP("catalog", "Pixels through the pipes"), mebibytesOfPixels,
                      "MiB"},
                     {"moved", QT_TRANSLATE_NOOP("catalog", "Moved through the pipes"), mebibytesMoved,
                      "MiB"},
                     {"messages", QT_TRANSLATE_NOOP("catalog", "Time in messages"),
                      percentIn({State::Send, State::Receive},
                                {State::Spawn, State::Send, State::Running, State::Receive}),
                      "%"}},
        .variants =
            {reference(sequential, QT_TRANSLATE_NOOP("catalog", "One image after the other, on one core.")),
             right("processes", QT_TRANSLATE_NOOP("catalog", "Processes"), processes,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Each process is told the name of a file and reads it itself. What goes "
                                     "through the pipe is a name, a few numbers and two thumbnails.")),
             right("threads", QT_TRANSLATE_NOOP("catalog", "Threads (C++)"), threads,
                   QT_TRANSLATE_NOOP("catalog", "C++ has no interpreter lock: threads compute at the same "
                                                "time too, and share the memory.")),
             mistake("pixels-through-the-pipe", QT_TRANSLATE_NOOP("catalog", "Pixels through the pipe"),
                     pixelsThroughThePipe, {.proof = "pixels", .view = "moved", .cost = "moved"},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "All pixels of each image are packed, sent, unpacked, and sent back. Sending "
                         "and receiving get nothing done. Send the name of the file instead."))},
        .views = {pictures(QT_TRANSLATE_NOOP("catalog", "Before and after"), {"before", "after"}),
                  bands(QT_TRANSLATE_NOOP("catalog", "Where the processes' time went"),
                        {State::Spawn, State::Send, State::Running, State::Receive}),
                  columns("moved", QT_TRANSLATE_NOOP("catalog", "Moved (MiB)"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::processes::image_processing
