#include "core/workloads/csv/records.h"

#include "core/workloads/csv/number.h"

#include <algorithm>
#include <cstring>

namespace tenfold {

constexpr std::size_t longestRecord = 1 << 20;

std::string CsvRecords::Cell::text() const
{
    if (!isQuoted)
        return std::string(trimmed(raw));
    std::string text;
    bool isOpen = true;
    for (std::size_t i = raw.find('"') + 1; i < raw.size(); ++i) {
        if (isOpen && raw[i] == '"') {
            isOpen = i + 1 < raw.size() && raw[i + 1] == '"';
            if (!isOpen)
                continue;
            ++i;
        }
        text += raw[i];
    }
    return std::string(trimmed(text));
}

CsvRecords::CsvRecords(CsvSource source, CsvMarks marks, qint64 firstLine)
    : source_(std::move(source)), marks_(marks), nextLine_(firstLine)
{}

bool CsvRecords::next()
{
    for (;;) {
        if (at_ == text_.size() && !refill())
            return false;
        line_ = nextLine_;
        while (!record()) // until all of it is there
            refill();
        if (cells_.size() > 1 || cells_[0].isQuoted || !trimmed(cells_[0].raw).empty())
            return true;
    }
}

/// Appends what comes next; false at the end.
bool CsvRecords::refill()
{
    text_.erase(0, at_);
    at_ = 0;
    if (text_.size() > longestRecord)
        throw CsvEndless(line_, true);
    while (!isEnd_) {
        const std::size_t before = text_.size();
        isEnd_ = !source_(text_);
        if (text_.size() > before)
            return true;
    }
    return false;
}

/// Cuts the next record into its cells; false when more of the text is needed for it.
bool CsvRecords::record()
{
    const char *const begin = text_.data() + at_, *const end = text_.data() + text_.size();
    const char separator = marks_.separator == 0 ? marks_.lineEnd : marks_.separator;
    const char lineEnd = marks_.lineEnd;
    qint64 lines = 1;
    cells_.clear();
    for (const char *p = begin;; ++p) {
        const char *const cell = p;
        if (marks_.isSpaced) {
            while (p != end && *p == ' ')
                ++p;
        }
        const bool isQuoted = p != end && *p == '"';
        if (isQuoted) {
            for (const char *from = ++p;; from = ++p) {
                p = static_cast<const char *>(std::memchr(p, '"', static_cast<std::size_t>(end - p)));
                if (!p && isEnd_)
                    throw CsvEndless(line_, false);
                if (!p)
                    return false;
                lines += std::count(from, p, lineEnd);
                ++p;
                if (p == end || *p != '"')
                    break;
            }
        } else {
            p = cell;
        }
        while (p != end && *p != separator && *p != lineEnd)
            ++p;
        if (static_cast<std::size_t>(p - begin) > longestRecord)
            throw CsvEndless(line_, true);
        if (p == end && !isEnd_)
            return false;
        const char *last = p;
        if (lineEnd == '\n' && (p == end || *p == lineEnd) && last != cell && last[-1] == '\r')
            --last;
        cells_.push_back({std::string_view(cell, static_cast<std::size_t>(last - cell)), isQuoted});
        if (p != end && *p != lineEnd)
            continue;
        isClosed_ = p != end;
        nextLine_ += isClosed_ ? lines : lines - 1;
        at_ += static_cast<std::size_t>(p - begin) + (isClosed_ ? 1 : 0);
        return true;
    }
}

} // namespace tenfold
