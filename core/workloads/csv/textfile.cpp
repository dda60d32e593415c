#include "core/workloads/csv/textfile.h"

#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/csv/encoding.h"
#include "core/workloads/web/charset.h"

namespace tenfold {

constexpr qint64 longestFile = 512 << 20;
constexpr qint64 ofBlock = 1 << 18;
constexpr std::string_view mark = "\xef\xbb\xbf";

void refuseCsv(const QString &sentence)
{
    throw std::runtime_error(sentence.toStdString());
}

[[noreturn]] static void complainOfSize(const QString &name)
{
    refuseCsv(translate("CsvColumn", "%1 is larger than 512 MiB.").arg(name));
}

static QString decodedBy(QStringDecoder &decoder, bool isUtf16, QByteArrayView bytes)
{
    const auto decode = [&decoder](QByteArrayView some) { return QString(decoder(some)); };
    return isUtf16 ? decode(bytes) : decodedByIcu(bytes, decode);
}

CsvTextFile::CsvTextFile(const QString &name, std::stop_token stop)
    : file_(name, longestFile, stop), stop_(std::move(stop))
{
    if (!file_.open())
        refuseCsv(translate("CsvColumn", "%1 cannot be read: %2").arg(name, file_.problem()));
    if (file_.isTooLarge())
        complainOfSize(name);
}

void CsvTextFile::setEncoding(const QString &encoding)
{
    if (encoding == QLatin1String("utf-8"))
        return;
    decoder_.emplace(decoderName(encoding).constData());
    isUtf16_ = encoding.startsWith(QLatin1String("utf-16"));
    if (!decoder_->isValid())
        refuseCsv(translate("CsvColumn", "This system's Qt cannot read %1.").arg(encodingTitle(encoding)));
}

bool CsvTextFile::read(std::string &text)
{
    if (stop_.stop_requested())
        throw Stopped();
    const std::size_t before = text.size();
    block_.resize(ofBlock);
    const qint64 got = file_.read(block_.data(), ofBlock);
    if (stop_.stop_requested())
        throw Stopped();
    if (file_.isTooLarge()) // it has grown meanwhile
        complainOfSize(name());
    if (got < 0)
        refuseCsv(translate("CsvColumn", "%1 cannot be read: %2").arg(name(), file_.errorString()));
    if (got == 0)
        return false;
    const QByteArrayView block(block_.data(), got);
    if (decoder_) {
        const QByteArray utf8 = encoder_(decodedBy(*decoder_, isUtf16_, block));
        text.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    } else {
        text.append(block_, 0, static_cast<std::size_t>(got));
    }
    if (std::exchange(isAtBeginning_, false) && std::string_view(text).substr(before).starts_with(mark))
        text.erase(before, mark.size());
    if (text.find('\0', before) != std::string::npos)
        refuseCsv(translate("CsvColumn", "%1 is not a text file: it contains a null byte.").arg(name()));
    return true;
}

std::string decoded(QByteArray bytes, const QString &encoding)
{
    if (encoding != QLatin1String("utf-8")) {
        QStringDecoder decoder(decoderName(encoding).constData());
        bytes = decodedBy(decoder, encoding.startsWith(QLatin1String("utf-16")), bytes).toUtf8();
    }
    if (bytes.startsWith(mark.data()))
        bytes.remove(0, static_cast<qsizetype>(mark.size()));
    return bytes.toStdString();
}

} // namespace tenfold
