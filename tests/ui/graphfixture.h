#pragma once

#include "tests/ui/viewfixture.h"
#include "ui/graph/graphlayout.h"

#include <QDir>
#include <QFontMetricsF>

namespace tenfold {

/// What overlaps or is cut in `layout`; empty when all is well.
inline QString faultIn(const GraphLayout &layout, const QRectF &area, const Theme &theme)
{
    std::vector<std::pair<QString, QRectF>> boxes;
    for (const GraphNode &node : layout.nodes) {
        boxes.emplace_back(node.text, node.box);
        const QFontMetricsF metrics(nodeFont(theme, node.points));
        if (metrics.horizontalAdvance(node.text) > node.box.width() ||
            metrics.height() > node.box.height() + 1) {
            if (!node.text.isEmpty())
                return node.text + " is cut";
        }
    }
    for (const GraphEdge &edge : layout.edges) {
        if (!edge.words.isEmpty())
            boxes.emplace_back(edge.words, edge.wordsBox);
    }
    for (const GraphText &text : layout.texts) {
        if (sizeOf(text.text, text.points, text.isBold, theme).width() > text.box.width() + 0.5)
            return text.text + " is cut";
        boxes.emplace_back(text.text, text.box);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!area.adjusted(-1, -1, 1, 1).contains(boxes[i].second))
            return boxes[i].first + " leaves the picture";
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            if (boxes[i].second.intersects(boxes[j].second))
                return boxes[i].first + " is over " + boxes[j].first;
        }
    }
    return {};
}

/// The areas that graphs are laid out in, and the text factors.
inline void areas()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("factor");
    for (const QSize size : {QSize(560, 300), QSize(1200, 700), QSize(380, 220)}) {
        for (const qreal factor : {1.0, 1.5})
            QTest::addRow("%dx%d, text %.1f", size.width(), size.height(), factor) << size << factor;
    }
}

/// What the tests of graphs share.
class GraphFixture : public ViewFixture
{
protected:
    Outcome stuck(std::shared_ptr<Trace> trace) const { return outcome("careless", std::move(trace)); }
    /// Draws it in both themes and two sizes; into the folder that TENFOLD_PICTURES names, to be looked at.
    void draw(const View &view, const Scene &scene, const QString &name) const;
};

inline void GraphFixture::draw(const View &view, const Scene &scene, const QString &name) const
{
    const QString folder = qEnvironmentVariable("TENFOLD_PICTURES");
    for (const bool dark : {false, true}) {
        const Theme theme = Theme::make(dark, 1, uiFont());
        const std::unique_ptr<Picture> picture(makeView(view));
        picture->show(scene);
        for (const QSize size : {QSize(700, 360), QSize(1200, 600)}) {
            const QImage image = imageOf(*picture, theme, size);
            QVERIFY(pixels(image, theme.text) > 100);
            QCOMPARE(image.pixel(size.width() / 2, size.height() - 1), theme.card.rgb());
            const char *suffix = dark ? "dark" : "light";
            if (!folder.isEmpty())
                image.save(QDir(folder).filePath(
                    QStringLiteral("%1-%2-%3.png").arg(name).arg(size.width()).arg(suffix)));
        }
    }
}

} // namespace tenfold
