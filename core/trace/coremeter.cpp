#include "core/trace/coremeter.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace tenfold {

CoreMeter::CoreMeter(const std::string &path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

CoreMeter CoreMeter::ofThread(int thread)
{
    return CoreMeter("/proc/self/task/" + std::to_string(thread) + "/schedstat");
}

CoreMeter CoreMeter::ofProcess(int process)
{
    return CoreMeter("/proc/" + std::to_string(process) + "/schedstat");
}

CoreMeter::~CoreMeter()
{
    if (file_ >= 0)
        ::close(file_);
}

std::optional<CoreMeter::Times> CoreMeter::read() const
{
    std::array<char, 128> text{};
    long long onCore = 0, ready = 0;
    if (file_ < 0 || ::pread(file_, text.data(), text.size() - 1, 0) <= 0 ||
        std::sscanf(text.data(), "%lld %lld", &onCore, &ready) != 2)
        return {};
    return Times{onCore, ready};
}

} // namespace tenfold
