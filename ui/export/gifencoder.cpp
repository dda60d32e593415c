#include "ui/export/gifencoder.h"

#include <algorithm>
#include <libimagequant.h>
#include <map>
#include <optional>
#include <utility>

namespace tenfold {

/// One colour fewer than there is room for: the last index is that of pixels which stay as they are.
static constexpr int mostColours = 255, unchanged = 255;

/// A frame's palette, and an index for each of its pixels.
struct Indexed
{
    std::vector<GifColorType> colours;
    std::vector<GifPixelType> pixels;
};

static GifColorType colourOf(QRgb rgb)
{
    return {static_cast<GifByteType>(qRed(rgb)), static_cast<GifByteType>(qGreen(rgb)),
            static_cast<GifByteType>(qBlue(rgb))};
}

static const QRgb *line(const QImage &image, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

/// What differs between two images of the same size; all of it where `before` is none.
static QRect changesOf(const QImage &before, const QImage &now)
{
    if (before.isNull())
        return now.rect();
    QRect changed;
    for (int y = 0; y < now.height(); ++y) {
        const QRgb *a = line(before, y);
        const QRgb *b = line(now, y);
        const int left = static_cast<int>(std::mismatch(a, a + now.width(), b).first - a);
        if (left == now.width())
            continue;
        int right = now.width() - 1;
        while (a[right] == b[right])
            --right;
        changed |= QRect(QPoint(left, y), QPoint(right, y));
    }
    return changed;
}

/// Frees what a library made.
template<auto release> struct Release
{
    template<typename T> void operator()(T *made) const { release(made); }
};

/// With its very colours; none where these are too many.
static std::optional<Indexed> exactly(const QImage &image)
{
    Indexed result;
    std::map<QRgb, GifPixelType> known;
    for (int y = 0; y < image.height(); ++y) {
        for (const QRgb *at = line(image, y), *end = at + image.width(); at != end; ++at) {
            const auto [found, isNew] = known.try_emplace(*at, static_cast<GifPixelType>(known.size()));
            if (known.size() > mostColours)
                return {};
            if (isNew)
                result.colours.push_back(colourOf(*at));
            result.pixels.push_back(found->second);
        }
    }
    return result;
}

/// With the nearest of the colours that do best; none where the library fails.
static std::optional<Indexed> nearly(const QImage &image)
{
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    const std::unique_ptr<liq_attr, Release<liq_attr_destroy>> attributes(liq_attr_create());
    if (!attributes)
        return {};
    liq_set_max_colors(attributes.get(), mostColours);
    constexpr int speed = 8; // of 1 to 10
    liq_set_speed(attributes.get(), speed);
    std::vector<void *> rows;
    for (int y = 0; y < rgba.height(); ++y)
        rows.push_back(const_cast<uchar *>(rgba.constScanLine(y))); // it is only read
    const std::unique_ptr<liq_image, Release<liq_image_destroy>> source(
        liq_image_create_rgba_rows(attributes.get(), rows.data(), rgba.width(), rgba.height(), 0));
    liq_result *made = nullptr;
    if (!source || liq_image_quantize(source.get(), attributes.get(), &made) != LIQ_OK)
        return {};
    const std::unique_ptr<liq_result, Release<liq_result_destroy>> result(made);
    liq_set_dithering_level(made, 0); // dots that dance from frame to frame
    Indexed indexed;
    indexed.pixels.resize(static_cast<std::size_t>(rgba.width()) * static_cast<std::size_t>(rgba.height()));
    if (liq_write_remapped_image(made, source.get(), indexed.pixels.data(), indexed.pixels.size()) != LIQ_OK)
        return {};
    const liq_palette *palette = liq_get_palette(made);
    for (unsigned i = 0; i < palette->count; ++i)
        indexed.colours.push_back({palette->entries[i].r, palette->entries[i].g, palette->entries[i].b});
    return indexed;
}

/// Pixels that are as before need not be told again, and pack better untold.
static void leaveOut(Indexed &indexed, const QImage &before, const QImage &now)
{
    auto index = indexed.pixels.begin();
    for (int y = 0; y < now.height(); ++y) {
        for (int x = 0; x < now.width(); ++x, ++index) {
            if (line(before, y)[x] == line(now, y)[x])
                *index = unchanged;
        }
    }
}

static int append(GifFileType *gif, const GifByteType *bytes, int count)
{
    static_cast<QByteArray *>(gif->UserData)->append(reinterpret_cast<const char *>(bytes), count);
    return count;
}

GifEncoder::GifEncoder(QSize pixels)
{
    constexpr int most = 65535; // its fields are of 16 bits
    if (pixels.width() > most || pixels.height() > most)
        return;
    gif_ = EGifOpen(&bytes_, append, nullptr);
    if (!gif_)
        return;
    EGifSetGifVersion(gif_, true);
    static constexpr unsigned char forEver[] = {1, 0, 0};
    const bool isBegun = EGifPutScreenDesc(gif_, pixels.width(), pixels.height(), 8, 0, nullptr) == GIF_OK &&
                         EGifPutExtensionLeader(gif_, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
                         EGifPutExtensionBlock(gif_, 11, "NETSCAPE2.0") == GIF_OK &&
                         EGifPutExtensionBlock(gif_, sizeof forEver, forEver) == GIF_OK &&
                         EGifPutExtensionTrailer(gif_) == GIF_OK;
    if (!isBegun)
        close();
}

GifEncoder::~GifEncoder()
{
    close();
}

bool GifEncoder::close()
{
    return gif_ && EGifCloseFile(std::exchange(gif_, nullptr), nullptr) == GIF_OK;
}

bool GifEncoder::add(const QImage &frame, int milliseconds)
{
    if (!gif_)
        return false;
    const bool isSame = !pending_.isNull() && changesOf(pending_, frame).isEmpty();
    if (!isSame && !pending_.isNull() && !writePending())
        return false;
    pending_ = frame;
    added_ += milliseconds;
    return true;
}

bool GifEncoder::writePending()
{
    const QRect changed = changesOf(shown_, pending_);
    const QImage part = pending_.copy(changed);
    std::optional<Indexed> indexed = exactly(part);
    if (!indexed)
        indexed = nearly(part);
    if (!indexed)
        return false;
    if (!shown_.isNull())
        leaveOut(*indexed, shown_.copy(changed), part);
    indexed->colours.resize(mostColours + 1);
    const std::unique_ptr<ColorMapObject, Release<GifFreeMapObject>> palette(
        GifMakeMapObject(mostColours + 1, indexed->colours.data()));
    GraphicsControlBlock control{.DisposalMode = DISPOSE_DO_NOT,
                                 .UserInputFlag = false,
                                 .DelayTime = static_cast<int>((added_ + 5) / 10 - written_),
                                 .TransparentColor = unchanged};
    written_ += control.DelayTime;
    GifByteType extension[4];
    EGifGCBToExtension(&control, extension);
    bool isWritten = EGifPutExtension(gif_, GRAPHICS_EXT_FUNC_CODE, sizeof extension, extension) == GIF_OK &&
                     EGifPutImageDesc(gif_, changed.x(), changed.y(), changed.width(), changed.height(),
                                      false, palette.get()) == GIF_OK;
    for (int y = 0; isWritten && y < changed.height(); ++y)
        isWritten =
            EGifPutLine(gif_, indexed->pixels.data() + y * changed.width(), changed.width()) == GIF_OK;
    shown_ = pending_;
    return isWritten;
}

QByteArray GifEncoder::finish()
{
    const bool isWhole = gif_ && !pending_.isNull() && writePending();
    return close() && isWhole ? bytes_ : QByteArray();
}

} // namespace tenfold
