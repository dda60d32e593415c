#pragma once

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QStaticText>

namespace tenfold {

/// Texts in one font, each laid out once: most of a frame would go into laying out the same few again.
class TextCache
{
public:
    void setFont(const QFont &font)
    {
        if (font != font_ || texts_.size() > mostTexts)
            texts_.clear();
        font_ = font;
        metrics_ = QFontMetricsF(font);
    }
    const QFont &font() const { return font_; }
    const QFontMetricsF &metrics() const { return metrics_; }
    qreal width(const QString &text) { return of(text).size().width(); }
    /// Draws `text` from the left end of its base line on, in the painter's pen.
    void draw(QPainter &painter, const QPointF &base, const QString &text)
    {
        painter.setFont(font_);
        painter.drawStaticText(base - QPointF(0, metrics_.ascent()), of(text));
    }
    /// The base line of a text whose middle is to be at `y`.
    qreal baseAround(qreal y) const { return y + metrics_.capHeight() / 2; }

private:
    static constexpr qsizetype mostTexts = 4000;

    const QStaticText &of(const QString &text)
    {
        QStaticText &laidOut = texts_[text];
        if (laidOut.text().isEmpty()) {
            laidOut.setTextFormat(Qt::PlainText);
            laidOut.setText(text);
            laidOut.prepare({}, font_);
        }
        return laidOut;
    }

    QFont font_;
    QFontMetricsF metrics_{font_};
    QHash<QString, QStaticText> texts_;
};

} // namespace tenfold
