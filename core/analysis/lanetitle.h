#pragma once

#include "core/trace/lane.h"

#include <QString>

namespace tenfold {

/// "Worker 2", "producer 1", "stage 2 · worker 1": in the language of the moment.
QString laneTitle(const Lane &lane);
/// The same in the documents, in the source language: "worker 2".
QString laneId(const Lane &lane);
/// The name of a lock or of another thing that is waited for, in the language of the moment.
QString lockTitle(const char *lock);

} // namespace tenfold
