#pragma once

#include <QList>

class QAction;
class QWidget;

namespace tenfold {

// Both open beside the window and block nothing.
void showAbout(QWidget *window);
/// The keys of `actions` as a table.
void showKeys(QWidget *window, const QList<QAction *> &actions);

} // namespace tenfold
