#include "core/workloads/files/textfiles.h"

#include "core/analysis/format.h"
#include "core/catalog/words.h"
#include "core/sync/stopped.h"
#include "core/workloads/files/filename.h"
#include "core/workloads/files/inputfile.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <clocale>
#include <cwchar>
#include <cwctype>
#include <dirent.h>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace tenfold {

static FileContent failure(const char *error, const QString &reason)
{
    return {{}, QString::fromLatin1(error), reason, {}};
}

static FileContent cannotBeOpened(const InputFile &file)
{
    const std::filesystem::path path(bytesOfFileName(file.fileName()).toStdString());
    std::error_code noMatter;
    const bool isLink = is_symlink(symlink_status(path, noMatter));
    if (!file.isRegular())
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       isLink && is_directory(path, noMatter)
                           ? translate("TextFiles", "This is a link to a folder; it is not followed.")
                           : file.problem());
    if (isLink && !exists(path, noMatter))
        return failure(QT_TRANSLATE_NOOP("status", "broken-link"),
                       translate("TextFiles", "This link leads to %1, which does not exist.")
                           .arg(shownFileName(fileNameOf(
                               QByteArray::fromStdString(read_symlink(path, noMatter).string())))));
    if (file.systemError() == ENOENT)
        return failure(QT_TRANSLATE_NOOP("status", "vanished"),
                       translate("TextFiles", "The file was there and is gone now."));
    if (file.systemError() == ENXIO) // a socket
        return failure(QT_TRANSLATE_NOOP("status", "not-a-file"),
                       translate("InputFile", "This is a device or a pipe, not a file."));
    return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.problem());
}

FileContent readTextFile(const QString &name, const std::stop_token &stop)
{
    constexpr qint64 most = 16 << 20;
    InputFile file(name, most, stop);
    if (!file.open())
        return cannotBeOpened(file);
    FileContent content;
    if (!file.isTooLarge())
        content.bytes = file.whole();
    if (file.isTooLarge())
        return failure(QT_TRANSLATE_NOOP("status", "too-large"),
                       translate("TextFiles", "This file is larger than 16 MiB."));
    if (file.error() != QFileDevice::NoError)
        return failure(QT_TRANSLATE_NOOP("status", "unreadable"), file.errorString());
    if (content.bytes.contains('\0'))
        return failure(QT_TRANSLATE_NOOP("status", "binary"),
                       translate("TextFiles", "This is not a text file: it contains a null byte."));
    return content;
}

/// The calling thread counts characters as in the locale C.UTF-8 as long as this lives.
class Utf8Characters
{
public:
    Utf8Characters() : before_(uselocale(utf8())) {}
    ~Utf8Characters() { uselocale(before_); }
    Q_DISABLE_COPY_MOVE(Utf8Characters)

private:
    static locale_t utf8()
    {
        static const locale_t made = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return made; // without it, the one of the moment
    }
    const locale_t before_;
};

TextCounts countText(const QByteArray &text)
{
    const Utf8Characters utf8;
    const auto isNoBreakSpace = [](wchar_t c) { // which part words for wc, though they are no white space
        return c == 0x00a0 || c == 0x2007 || c == 0x202f || c == 0x2060;
    };
    TextCounts counts{text.count('\n'), 0};
    bool isInWord = false;
    std::mbstate_t state{};
    for (const char *at = text.constBegin(); at < text.constEnd();) {
        wchar_t c = 0;
        std::size_t length = 1;
        if (static_cast<unsigned char>(*at) < 0x80)
            c = static_cast<unsigned char>(*at);
        else
            length = std::mbrtowc(&c, at, static_cast<std::size_t>(text.constEnd() - at), &state);
        if (length == static_cast<std::size_t>(-2)) // it breaks off in the middle of a character
            break;
        if (length == static_cast<std::size_t>(-1)) {
            state = {};
            ++at;
            continue;
        }
        at += length;
        const std::wint_t code = std::char_traits<wchar_t>::to_int_type(c);
        if ((c < 0x80 && std::isspace(c)) ||
            (std::iswprint(code) && (std::iswspace(code) || isNoBreakSpace(c)))) {
            isInWord = false;
        } else if (std::iswprint(code)) {
            counts.words += isInWord ? 0 : 1;
            isInWord = true;
        }
    }
    return counts;
}

/// The entries of a folder one after the other, without the hidden ones.
class Folder
{
public:
    explicit Folder(const QByteArray &name) : name_(name), opened_(opendir(name.constData()), closedir) {}

    bool isReadable() const { return opened_ != nullptr; }
    /// The name of the next one, which Qt would leave out where it is not UTF-8; nothing at the end.
    QByteArray next()
    {
        do
            entry_ = opened_ ? readdir(opened_.get()) : nullptr;
        while (entry_ && entry_->d_name[0] == '.');
        return entry_ ? QByteArray(entry_->d_name) : QByteArray();
    }
    /// Whether that is a folder, and no link to one.
    bool isFolder() const
    {
        if (entry_->d_type != DT_UNKNOWN)
            return entry_->d_type == DT_DIR;
        struct stat entry
        {};
        return ::lstat((name_ + '/' + entry_->d_name).constData(), &entry) == 0 && S_ISDIR(entry.st_mode);
    }

private:
    const QByteArray name_;
    const std::unique_ptr<DIR, int (*)(DIR *)> opened_;
    const dirent *entry_ = nullptr;
};

FilesBelow filesBelow(const QString &folder, int most, const std::stop_token &stop)
{
    constexpr qsizetype farthest = 100'000;          // files
    constexpr qsizetype mostEntries = 1'000'000;     // folders are entries as well
    constexpr qsizetype mostCharacters = 32'000'000; // of all names
    FilesBelow found;
    bool isWhole = true;
    qsizetype looked = 0, characters = 0;
    const QByteArray root = bytesOfFileName(folder) + '/';
    std::vector<QByteArray> folders{
        QByteArray()}; // to be looked into, relative to the root, each with a slash behind
    while (isWhole && !folders.empty()) {
        const QByteArray below = std::exchange(folders.back(), {});
        folders.pop_back();
        Folder entries(root + below);
        if (!entries.isReadable() && !below.isEmpty())
            found.files << fileNameOf(QByteArrayView(below).chopped(1)); // reading it says why
        for (QByteArray name = entries.next(); isWhole && !name.isEmpty(); name = entries.next()) {
            throwIfStopped(stop);
            characters += below.size() + name.size();
            if (entries.isFolder())
                folders.push_back(below + name + '/'); // what is in it comes on its own
            else if (found.files.size() < farthest)
                found.files << fileNameOf(below + name);
            else
                isWhole = false;
            isWhole = isWhole && ++looked <= mostEntries && characters <= mostCharacters;
        }
    }
    if (found.files.isEmpty())
        throw std::runtime_error(
            translate("TextFiles", "There are no files in the folder %1.").arg(folder).toStdString());
    found.files.sort();
    const qsizetype more = found.files.size() - most;
    if (more > 0) {
        found.files.resize(most);
        found.leftOut =
            (isWhole ? translate("TextFiles", "%1 more files were left out: the first %2 are read.")
                     : translate("TextFiles", "More than %1 files were left out: the first %2 are read."))
                .arg(formatCount(more), formatCount(most));
    } else if (!isWhole) {
        found.leftOut = translate("TextFiles", "This folder is too large: only %1 of its files were found.")
                            .arg(formatCount(found.files.size()));
    }
    return found;
}

static QByteArray someText(QRandomGenerator &random)
{
    constexpr std::array words{"time",  "thread", "waits",  "for",   "the",     "disk", "and",  "then",
                               "reads", "a",      "line",   "while", "another", "one",  "goes", "on",
                               "of",    "which",  "nobody", "knows", "when",    "it",   "will", "end"};
    QByteArray text;
    const int lines = random.bounded(20, 200);
    for (int line = 0; line < lines; ++line) {
        const int length = random.bounded(0, 14);
        for (int i = 0; i < length; ++i)
            text += QByteArray(i ? " " : "") + words.at(random.bounded(quint32{words.size()}));
        text += '\n';
    }
    return text;
}

QStringList writeTextFiles(const QString &folder, int count, quint64 seed, const std::stop_token &stop)
{
    const quint32 seeds[] = {static_cast<quint32>(seed), static_cast<quint32>(seed >> 32)};
    QRandomGenerator random(seeds);
    QStringList names;
    for (int i = 1; i <= count; ++i) {
        throwIfStopped(stop);
        names << QStringLiteral("text-%1.txt").arg(i, count > 9999 ? 5 : 4, 10, QLatin1Char('0'));
        QFile file(QDir(folder).filePath(names.back()));
        const QByteArray text = someText(random);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
            throw std::runtime_error(translate("TextFiles", "The files to read cannot be written to %1 (%2)")
                                         .arg(folder, file.errorString())
                                         .toStdString());
    }
    return names;
}

} // namespace tenfold
