#pragma once

#include "core/workloads/compute/gunzip.h"
#include "core/workloads/compute/httptransfer.h"

#include <algorithm>
#include <optional>

namespace tenfold {

/// Takes in the body of an answer slice by slice, so that no more of it is in memory than is kept.
class HttpBody
{
public:
    enum class Progress { Good, TooLarge, NotGzip, Stopped };

    HttpBody(HttpAnswer &into, std::stop_token stop) : into_(into), stop_(std::move(stop)) {}

    Progress progress() const { return progress_; }
    /// Whether the end of what is packed has come.
    bool isWhole() const { return !gunzip_ || gunzip_->isWhole(); }
    void setPacked() { gunzip_.emplace(); }
    /// Whether more is wanted.
    bool add(QByteArrayView bytes)
    {
        if (!gunzip_)
            keep(bytes);
        else if (!gunzip_->add(bytes, [this](QByteArrayView unpacked) { return keep(unpacked); }) &&
                 progress_ == Progress::Good)
            progress_ = Progress::NotGzip;
        return progress_ == Progress::Good;
    }

private:
    bool keep(QByteArrayView bytes)
    {
        into_.length = std::min(into_.length + bytes.size(), HttpTransfer::mostBytes + 1);
        into_.body += bytes.first(std::min(bytes.size(), HttpTransfer::mostKept - into_.body.size()));
        if (stop_.stop_requested())
            progress_ = Progress::Stopped;
        else if (into_.length > HttpTransfer::mostBytes)
            progress_ = Progress::TooLarge;
        return progress_ == Progress::Good;
    }

    HttpAnswer &into_;
    const std::stop_token stop_;
    std::optional<Gunzip> gunzip_;
    Progress progress_ = Progress::Good;
};

} // namespace tenfold
