#pragma once

#include <QList>
#include <QString>

#include <utility>

class QWidget;

namespace tenfold {

// Both open beside the window and block nothing.
void showAbout(QWidget *window);
/// What keys do, and which these are, as a table; those of the timeline follow.
void showKeys(QWidget *window, QList<std::pair<QString, QString>> keys);

} // namespace tenfold
