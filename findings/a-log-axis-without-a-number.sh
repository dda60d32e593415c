#!/usr/bin/env bash
# A logarithmic axis of Qt Charts writes powers of its base and nothing else: from 25 to 80 it has no number, and no line, at all.
#
# Expected: an axis says what it shows. Where no power of ten lies inside, a logarithmic axis names its ends or numbers between (20, 30, 50), as
#   those of matplotlib and d3 do; QValueAxis has five labels for any range.
# Happens: only whole powers of the base are labelled and have a grid line. 25 to 80 holds none: the curve is there, and nothing tells what it
#   means. 25 to 125 holds one, which fixes no scale either. Ranges of this kind are what an axis takes by itself from its series. The number of
#   ticks cannot be set, minor ticks have no labels, no warning is given.
# Where it matters to Tenfold: times of one workload mostly lie within a factor of ten, so speed-up or cost on a logarithmic axis cannot be read.
#   Set the range to whole powers, or draw the labels.
# Versions: Qt 6.4.2+dfsg-10, Qt Charts 6.4.2-3 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen:
#   Qt 6.4.2
#   values 25 to 80: logarithmic base 10: 0 labels; base 2: 2 labels; linear: 5 labels
#   values 25 to 125: logarithmic base 10: 1 labels; base 2: 2 labels; linear: 5 labels
#   values 10 to 100: logarithmic base 10: 2 labels; base 2: 3 labels; linear: 5 labels
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6gui6,libqt6widgets6,libqt6opengl{,widgets}6,qt6-base-dev}=6.4.2+dfsg-10 \
    {libqt6charts6,qt6-charts-dev}=6.4.2-3 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QApplication>
#include <QChart>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>
int labels(QAbstractAxis *axis, qreal least, qreal most) // how many numbers stand at the axis once the chart is painted
{
    QGraphicsScene scene;
    auto *chart = new QChart;
    auto *series = new QLineSeries;
    series->replace(QList<QPointF>{{1, least}, {2, most}, {3, (least + most) / 2}});
    chart->addSeries(series);
    chart->addAxis(axis, Qt::AlignLeft); // the only axis
    series->attachAxis(axis);
    chart->legend()->hide();
    chart->resize(600, 400);
    scene.addItem(chart);
    QImage image(600, 400, QImage::Format_RGB32);
    QPainter painter(&image);
    scene.render(&painter);
    int found = 0;
    for (QGraphicsItem *item : scene.items()) {
        const auto *text = dynamic_cast<QGraphicsTextItem *>(item);
        found += text && text->isVisible() && !text->toPlainText().isEmpty();
    }
    return found;
}
bool as(qreal least, qreal most, int ten, int two)
{
    auto *binary = new QLogValueAxis;
    binary->setBase(2);
    const int byTen = labels(new QLogValueAxis, least, most), byTwo = labels(binary, least, most);
    const int linear = labels(new QValueAxis, least, most);
    printf("values %g to %g: logarithmic base 10: %d labels; base 2: %d labels; linear: %d labels\n", least, most, byTen, byTwo, linear);
    return byTen == ten && byTwo == two && linear == 5;
}
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    printf("Qt %s\n", qVersion());
    const bool none = as(25, 80, 0, 2), one = as(25, 125, 1, 2), two = as(10, 100, 2, 3);
    return none && one && two ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/Qt{Core,Gui,Widgets,Charts}} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Charts,Widgets,Gui,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib QT_PLUGIN_PATH=$lib/qt6/plugins QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$dir ./probe
