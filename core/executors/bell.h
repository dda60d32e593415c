#pragma once

#include "core/executors/handover.h"

#include <QCoreApplication>

#include <functional>

namespace tenfold {

/// Calls a function on its thread, whose event loop runs, for each ring().
class Bell : public QObject
{
public:
    explicit Bell(std::function<void()> onRing) : onRing_(std::move(onRing)) {}

    /// Any thread.
    void ring()
    {
        auto *event = new QEvent(QEvent::User);
        handOver(this);
        QCoreApplication::postEvent(this, event);
    }

protected:
    void customEvent(QEvent *) override
    {
        takeOver(this);
        onRing_();
    }

private:
    const std::function<void()> onRing_;
};

} // namespace tenfold
