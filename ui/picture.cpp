#include "ui/picture.h"

namespace tenfold {

Picture::Picture(QWidget *parent) : QWidget(parent) {}

} // namespace tenfold
