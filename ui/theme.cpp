#include "ui/theme.h"

#include "core/catalog/words.h"
#include "ui/style.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace tenfold {

Theme Theme::make(bool dark, qreal factor, const QFont &base)
{
    Theme theme;
    theme.dark = dark;
    theme.factor = factor;
    theme.base = base;
    const auto pick = [dark](const char *light, const char *night) {
        return QColor(QLatin1String(dark ? night : light));
    };
    theme.window = pick("#F4F5F7", "#16191D");
    theme.card = pick("#FFFFFF", "#1F2429");
    theme.text = pick("#1B1F24", "#E8EAED");
    theme.muted = pick("#57606A", "#A3ACB8");
    theme.grid = pick("#D8DEE4", "#363D45");
    theme.wait = pick("#C9CED6", "#48515C");
    theme.lock = pick("#CC79A7", "#E19BC3");
    theme.gain = pick("#009E73", "#2BC49A");
    theme.highlight = pick("#0072B2", "#2F6F9F");
    return theme;
}

QFont Theme::font(qreal points, QFont::Weight weight) const
{
    QFont font = base;
    font.setPointSizeF(points * factor);
    font.setWeight(weight);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const QColor button = dark ? QColor(0x2A, 0x30, 0x37) : QColor(Qt::white);
    const std::initializer_list<std::pair<QPalette::ColorRole, QColor>> roles{
        {QPalette::Window, window},
        {QPalette::WindowText, text},
        {QPalette::Base, card},
        {QPalette::AlternateBase, window},
        {QPalette::Text, text},
        {QPalette::Button, button},
        {QPalette::ButtonText, text},
        {QPalette::BrightText, Qt::white},
        {QPalette::ToolTipBase, card},
        {QPalette::ToolTipText, text},
        {QPalette::Highlight, highlight},
        {QPalette::HighlightedText, Qt::white},
        {QPalette::Link, of(VariantKind::Parallel)},
        {QPalette::PlaceholderText, muted},
        {QPalette::Mid, grid},
        {QPalette::Dark, grid},
        {QPalette::Light, card},
    };
    for (const auto &[role, colour] : roles)
        palette.setColor(role, colour);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

void Theme::install() const
{
    if (!dynamic_cast<Style *>(QApplication::style())) // another one asks every widget anew
        QApplication::setStyle(new Style);
    QApplication::setPalette(palette());
    QPalette ticks = palette();
    ticks.setColor(QPalette::Window, muted); // Fusion's border of an empty box is a shade of it
    QApplication::setPalette(ticks, "QCheckBox");
}

QColor Theme::of(VariantKind kind, int number) const
{
    const auto hue = [&] {
        switch (kind) {
        case VariantKind::Sequential:
            return QColor(QLatin1String(dark ? "#E69F00" : "#D55E00"));
        case VariantKind::Parallel:
            return QColor(QLatin1String(dark ? "#56B4E9" : "#0072B2"));
        case VariantKind::Mistake:
            break;
        }
        return lock;
    }();
    if (!dark && kind == VariantKind::Mistake) // light as it is: lighter still would be white
        return hue.darker(std::array{100, 130, 85}[static_cast<std::size_t>(number % 3)]);
    // Away from the card's ground would lose the hue; towards it keeps the first of a kind the strongest.
    return dark ? hue.darker(100 + 22 * (number % 3)) : hue.lighter(100 + 28 * (number % 3));
}

static QPixmap drawnIcon(const QByteArray &svg, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

QIcon Theme::icon(const QString &name) const
{
    QIcon icon;
    const bool isDense = qGuiApp->devicePixelRatio() > 2; // of the densest screen
    for (const int size : isDense ? QList<int>{24, 48, 96} : QList<int>{24, 48}) {
        const QString key = QStringLiteral("tenfold:%1:%2:%3").arg(name, text.name()).arg(size);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
            if (!file.open(QIODevice::ReadOnly))
                return {};
            pixmap = drawnIcon(file.readAll().replace("currentColor", text.name().toLatin1()), size);
            QPixmapCache::insert(key, pixmap);
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

StateStyle styleOf(State state, const Theme &theme)
{
    const QColor none;
    const auto mixed = [](const QColor &from, const QColor &to, int percent) {
        const auto mix = [percent](int a, int b) { return (a * (100 - percent) + b * percent) / 100; };
        return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
    };
    // Waits for other workers are darker than those for the world outside: a hatch is not seen in narrow
    // spans.
    const QColor inside = mixed(theme.wait, theme.muted, theme.dark ? 65 : 50);
    struct Row
    {
        QColor fill;
        Qt::BrushStyle hatch;
        const char *glyph;
        const char *name;
    };
    // One row per state, in the order of the enumeration.
    const std::array<Row, stateCount> rows{{
        {none, Qt::NoBrush, "", QT_TRANSLATE_NOOP("State", "running")},
        {mixed(theme.muted, theme.card, 70), Qt::Dense6Pattern, "",
         QT_TRANSLATE_NOOP("State", "ready, without a core")},
        {theme.wait, Qt::BDiagPattern, "", QT_TRANSLATE_NOOP("State", "waiting (I/O)")},
        {mixed(theme.lock, theme.card, 50), Qt::FDiagPattern, "L",
         QT_TRANSLATE_NOOP("State", "blocked on lock")},
        {inside, Qt::HorPattern, "Q", QT_TRANSLATE_NOOP("State", "waiting at a queue")},
        {inside, Qt::VerPattern, "E", QT_TRANSLATE_NOOP("State", "waiting for an event")},
        {inside, Qt::DiagCrossPattern, "P", QT_TRANSLATE_NOOP("State", "waiting for a permit")},
        {inside, Qt::FDiagPattern, "F", QT_TRANSLATE_NOOP("State", "waiting for a result")},
        {theme.muted, Qt::CrossPattern, "+", QT_TRANSLATE_NOOP("State", "starting")},
        {mixed(theme.muted, theme.wait, 30), Qt::Dense5Pattern, ">", QT_TRANSLATE_NOOP("State", "sending")},
        {mixed(theme.muted, theme.wait, 65), Qt::Dense4Pattern, "<", QT_TRANSLATE_NOOP("State", "receiving")},
        {none, Qt::NoBrush, "", QT_TRANSLATE_NOOP("State", "idle")},
    }};
    const Row &row = rows[static_cast<std::size_t>(state)];
    return {state, row.fill, row.hatch, QString::fromLatin1(row.glyph), translate("State", row.name)};
}

} // namespace tenfold
