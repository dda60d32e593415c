// Lighten, sharpen the contrast and blur large images. The processes are told the names of the files: their
// pixels never go through a pipe.

#include "core/analysis/readings.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/stopped.h"
#include "core/workloads/compute/pixels.h"
#include "core/workloads/pictures.h"
#include "core/workloads/rawfile.h"
#include "core/workloads/temporaryfolder.h"
#include "core/workloads/textfiles.h"

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
    run.setRow(i, {run.kept<Work>().pictures[i].name, result.pixels, result.brightness, result.contrast,
                   result.digest, smallPicture(result, result.before), smallPicture(result, result.after),
                   QT_TRANSLATE_NOOP("status", "done"), QVariant()});
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
        futures.push_back(pool.submit(QStringLiteral("image-file"), picture.work.toCbor()));
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
        futures.push_back(pool.submit(QStringLiteral("image-pixels"),
                                      QCborArray{picture.work.toCbor(), pixelsOf(picture)}));
    }
    while (!futures.empty())
        takeFirst();
    pool.shutdown(); // then all is counted
    work.traffic = pool.traffic();
}

std::vector<Picture> paintedPictures(const Run &run, const TemporaryFolder &folder)
{
    std::vector<Picture> pictures;
    for (int i = 1; i <= run.integer(QStringLiteral("images")); ++i) {
        if (run.stop().stop_requested())
            throw Stopped();
        const ImageWork work{folder.filePath(QStringLiteral("%1.rgb").arg(i)), 1920, 1080, 0};
        writeRawFile(work.file, paintedPixels(work.width, work.height, run.seed(), i));
        pictures.push_back({QStringLiteral("image-%1").arg(i, 3, 10, QLatin1Char('0')), work, {}, {}});
    }
    return pictures;
}

/// Those that are no image become rows at the end, with the reason.
std::vector<Picture> ownPictures(Run &run, const QString &own, const TemporaryFolder &folder)
{
    std::vector<Picture> pictures, failed;
    const FilesBelow found = filesBelow(own, run.integer(QStringLiteral("images")), run.stop());
    for (const QString &file : found.files) {
        if (run.stop().stop_requested())
            throw Stopped();
        Picture picture = decodePicture(QDir(own).filePath(file),
                                        folder.filePath(QStringLiteral("%1.rgb").arg(pictures.size() + 1)));
        picture.name = file;
        (picture.error.isEmpty() ? pictures : failed).push_back(picture);
    }
    if (!found.leftOut.isEmpty())
        failed.push_back({QStringLiteral("..."), {}, QStringLiteral("left-out"), found.leftOut});
    for (std::size_t row = pictures.size(); const Picture &picture : failed)
        run.setRow(row++, {picture.name, {}, {}, {}, {}, {}, {}, picture.error, picture.reason});
    return pictures;
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>();
    const QString own = run.text(QStringLiteral("folder"));
    work.pictures = own.isEmpty() ? paintedPictures(run, work.folder) : ownPictures(run, own, work.folder);
    for (Picture &picture : work.pictures)
        picture.work.radius = run.integer(QStringLiteral("radius"));
}

void measure(Run &run)
{
    constexpr double mebibyte = 1 << 20;
    const auto &work = run.kept<Work>();
    const qint64 moved = work.traffic.sent + work.traffic.received;
    const qint64 allowed = smallMessage * static_cast<qint64>(work.pictures.size());
    run.find(QStringLiteral("pixels"), static_cast<double>(std::max<qint64>(0, moved - allowed)) / mebibyte);
    run.find(QStringLiteral("moved"), static_cast<double>(moved) / mebibyte);
    const Lane::Sums sums = sumsOf(run.trace(), run.trace().now());
    const auto messages = static_cast<double>(sums.of(State::Send) + sums.of(State::Receive));
    const double all = messages + static_cast<double>(sums.of(State::Running) + sums.of(State::Spawn));
    run.find(QStringLiteral("messages"), all > 0 ? 100 * messages / all : 0);
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Process images");
    s.question = QT_TRANSLATE_NOOP(
        "catalog",
        "Large images are lightened and blurred. How much sooner are processes done, and what if the pixels "
        "are sent to them?");
    s.parameters = {
        workersParameter(coresHere()),
        {"images",
         QT_TRANSLATE_NOOP("catalog", "Images (at most)"),
         {},
         ParameterKind::Integer,
         1,
         100,
         {},
         10},
        {"radius",
         QT_TRANSLATE_NOOP("catalog", "Radius of the blur"),
         QT_TRANSLATE_NOOP("catalog", "pixels"),
         ParameterKind::Integer,
         0,
         100,
         {},
         4},
        {"folder",
         QT_TRANSLATE_NOOP("catalog", "Own folder of images"),
         {},
         ParameterKind::Folder,
         0,
         0,
         {},
         QString()},
    };
    s.presets = {
        {"default", {}},
        {"chapter", {{"images", 10}}},
        {"quick", {{"images", 2}, {"radius", 1}}},
    };
    s.columns = {
        {"image", QT_TRANSLATE_NOOP("catalog", "Image"), ColumnKind::Text},
        {"pixels", QT_TRANSLATE_NOOP("catalog", "Pixels"), ColumnKind::Integer},
        {"brightness", QT_TRANSLATE_NOOP("catalog", "Mean brightness"), ColumnKind::Number},
        {"contrast", QT_TRANSLATE_NOOP("catalog", "Contrast"), ColumnKind::Number},
        {"digest", QT_TRANSLATE_NOOP("catalog", "Digest"), ColumnKind::Text},
        {"before", QT_TRANSLATE_NOOP("catalog", "Before"), ColumnKind::Image, false},
        {"after", QT_TRANSLATE_NOOP("catalog", "After"), ColumnKind::Image, false},
        {"status", QT_TRANSLATE_NOOP("catalog", "Status"), ColumnKind::Status, true, {"done"}},
        {"error", QT_TRANSLATE_NOOP("catalog", "Error"), ColumnKind::Text, false},
    };
    s.measures = {
        {"pixels", QT_TRANSLATE_NOOP("catalog", "Pixels through the pipes"), "MiB"},
        {"moved", QT_TRANSLATE_NOOP("catalog", "Moved through the pipes"), "MiB"},
        {"messages", QT_TRANSLATE_NOOP("catalog", "Time in messages"), "%"},
    };
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One image after the other, on one core.")},
        {"processes",
         QT_TRANSLATE_NOOP("catalog", "Processes"),
         VariantKind::Parallel,
         processes,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "Each process is told the name of a file and reads it itself. What goes through "
                           "the pipe is a name, a few numbers and two thumbnails.")},
        {"threads",
         QT_TRANSLATE_NOOP("catalog", "Threads (C++)"),
         VariantKind::Parallel,
         threads,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "C++ has no interpreter lock: threads compute at the same time too, and share "
                           "the memory.")},
        {"pixels-through-the-pipe",
         QT_TRANSLATE_NOOP("catalog", "Pixels through the pipe"),
         VariantKind::Mistake,
         pixelsThroughThePipe,
         "pixels",
         QT_TRANSLATE_NOOP("catalog",
                           "All pixels of each image are packed, sent, unpacked, and sent back. The "
                           "time in send and receive is no work. Send the name of the file instead."),
         {},
         "moved"},
    };
    s.views = {
        {"pictures",
         ViewKind::Pictures,
         QT_TRANSLATE_NOOP("catalog", "Before and after"),
         {"before", "after"}},
        {"bands",
         ViewKind::Bands,
         QT_TRANSLATE_NOOP("catalog", "Where the processes' time went"),
         {"spawn", "send", "running", "receive"}},
        {"moved", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Moved (MiB)"), {"moved"}},
    };
    s.prepare = prepare;
    s.measure = measure;
    s.python = R"(from concurrent.futures import ProcessPoolExecutor
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
    return s;
}

} // namespace tenfold::patterns::processes::image_processing
