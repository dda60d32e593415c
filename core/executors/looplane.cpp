#include "core/executors/looplane.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>

namespace tenfold {

static constinit thread_local LoopLane *loopOfThisThread = nullptr;

/// Qt emits awake() when the callbacks have run already; the first event that it delivers comes in time.
static void listenForEvents()
{
    QInternal::registerCallback(QInternal::EventNotifyCallback, [](void **) {
        LoopLane::awake();
        return false; // deliver it
    });
}
Q_COREAPP_STARTUP_FUNCTION(listenForEvents) // registering is not for several threads

LoopLane::LoopLane(std::source_location where)
    : previous_(std::exchange(loopOfThisThread, this)),
      running_(State::Running, "loop", SpanRecord::noTask, where)
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context_,
                     [this, where] { waiting_.emplace(State::Io, "loop", SpanRecord::noTask, where); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &context_, &LoopLane::awake);
}

LoopLane::~LoopLane()
{
    waiting_.reset();
    loopOfThisThread = previous_;
}

void LoopLane::awake()
{
    if (loopOfThisThread)
        loopOfThisThread->waiting_.reset();
}

} // namespace tenfold
