#!/usr/bin/env bash
# QSvgGenerator forgets the clip: a chart that is zoomed in runs out of its plot in the exported SVG.
#
# Expected: what QPainter::setClipRect cuts off on an image is cut off in an SVG file too; the lines of a chart stop at the edge of the plot.
# Happens: the file holds no clip of any kind. A rectangle is written at its full width, a line of a zoomed chart runs over title, labels
#   and neighbours. Nothing reports it.
# Where it matters to Tenfold: a timeline or chart zoomed to a part of the run is right in the window and in PNG, and has bars and lines
#   across its labels in SVG. Cut shapes to the visible part before they are painted.
# Versions: Qt 6.4.2+dfsg-10, Qt SVG 6.4.2-2, Qt Charts 6.4.2-3 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen (painted pixels outside the clip):
#   Qt 6.4.2: bar: image 0, SVG 1980; line of a chart: image 0, SVG 3618; the files say "clip" 0 times
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6gui6,libqt6widgets6,libqt6opengl{,widgets}6,qt6-base-dev}=6.4.2+dfsg-10 \
    {libqt6svg6,qt6-svg-dev}=6.4.2-2 {libqt6charts6,qt6-charts-dev}=6.4.2-3 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Svg.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QApplication>
#include <QChart>
#include <QFile>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
const QRect all(0, 0, 400, 300);
using Paint = std::function<void(QPainter &)>;
int outside(const QRectF &inside, const Paint &paint) // blue pixels that should not be there
{
    QImage image(all.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    { QPainter painter(&image); paint(painter); }
    int found = 0;
    for (int i = 0, x = 0, y = 0; i < all.width() * all.height(); ++i, x = i % all.width(), y = i / all.width())
        found += image.pixelColor(x, y) == Qt::blue && !inside.adjusted(-3, -3, 3, 3).contains(x, y);
    return found;
}
int outsideInSvg(const QRectF &inside, const Paint &paint, int &clips)
{
    QSvgGenerator generator;
    generator.setFileName("picture.svg");
    generator.setViewBox(all);
    { QPainter painter(&generator); paint(painter); }
    if (QFile file("picture.svg"); file.open(QIODevice::ReadOnly)) clips += file.readAll().toLower().count("clip");
    return outside(inside, [](QPainter &painter) { QSvgRenderer(QString("picture.svg")).render(&painter, all); });
}
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QRectF window(100, 100, 100, 50);
    const Paint bar = [&](QPainter &painter) { painter.setClipRect(window); painter.fillRect(50, 110, 206, 20, Qt::blue); };
    auto *chart = new QChart;
    auto *series = new QLineSeries;
    series->setPen(QPen(Qt::blue, 4));
    for (int i = 0; i <= 10; ++i) series->append(i, i % 2 * 100);
    chart->addSeries(series);
    chart->createDefaultAxes();
    chart->axes(Qt::Vertical).first()->setRange(40, 60); // zoomed in
    chart->resize(all.size());
    chart->legend()->hide();
    QGraphicsScene scene;
    scene.addItem(chart);
    const Paint line = [&](QPainter &painter) { scene.render(&painter, all, all); };
    const QRectF plot = chart->plotArea();
    int clips = 0;
    const int seen[] = {outside(window, bar), outsideInSvg(window, bar, clips), outside(plot, line), outsideInSvg(plot, line, clips)};
    printf("Qt %s: bar: image %d, SVG %d; line of a chart: image %d, SVG %d; the files say \"clip\" %d times\n", qVersion(),
           seen[0], seen[1], seen[2], seen[3], clips);
    return seen[0] == 0 && seen[1] > 1000 && seen[2] == 0 && seen[3] > 500 && clips == 0 ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/Qt{Core,Gui,Widgets,Svg,Charts}} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Charts,Widgets,Svg,Gui,Core}.so.6 || exit 2
LD_LIBRARY_PATH=$lib QT_PLUGIN_PATH=$lib/qt6/plugins QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$dir ./probe
