#pragma once

#include "ui/code/highlighter.h"

#include <QStringList>

namespace tenfold {

/// The id of what a statement does, if that is one of the things that both languages do, each in its own
/// words, or one that mistakes are made of; or empty.
QString idiomOf(const QString &text, CodeLanguage language);
/// The idioms that the pattern `id` is about, that of which the GIL makes something first.
QStringList idiomsOf(const QString &id);

} // namespace tenfold
