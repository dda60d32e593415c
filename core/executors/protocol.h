#pragma once

#include <QCborArray>
#include <QString>
#include <QtGlobal>

#include <chrono>

namespace tenfold {

// What parent and worker process say to each other, a frame each, as CBOR arrays that begin with their name.
// Times are nanoseconds of std::chrono::steady_clock, which is the same for both.
//
//   worker -> parent   ["hello", version]
//   parent -> worker   ["run", [id, task, argument, many, attempt], ...]   several small calls share a frame
//   worker -> parent   ["began", id, read, begin]                 of a call that takes more than some ms
//   worker -> parent   ["samples", [series, kind, time, value, time, value, ...], ...]   of the tasks
//   worker -> parent   ["done", [id, read, begin, end, ok, value], ...]
//
// With `many` the argument is an array: the task is carried out for each of its items, and the value is the
// array of the results. When not `ok`, the value is what the task threw, as a text. End of file on its input
// ends a worker.
inline constexpr int protocolVersion = 2;
inline constexpr QLatin1String helloName("hello"), runName("run"), beganName("began"), samplesName("samples"),
    doneName("done");

/// Each looks so long for the other's next message before it sleeps: longer than the other takes over a small
/// one. Where both are on one core the first look already lets the other go on.
inline constexpr std::chrono::microseconds spin(30);

/// std::chrono::steady_clock now, in nanoseconds of its epoch.
inline qint64 steadyNanoseconds()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace tenfold
