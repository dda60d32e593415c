#pragma once

#include "core/run/request.h"
#include "ui/figureid.h"

#include <QByteArray>
#include <QSize>
#include <QString>

namespace tenfold {

/// How a picture, or data, was exported last.
struct ExportChoice
{
    FigureId figure;
    QString format = QStringLiteral("png");
    QString theme;    ///< "light", "dark", or empty for the window's
    QString language; ///< "en", "ja", or empty for the window's
    QSize size{1280, 720};
    int scale = 1;
    int textPercent = 100;
    bool hasFoot = true;
    QString folder;
};

/// How a scenario's page was left.
struct PageMemory
{
    Values values;        ///< those that are not the default's
    QStringList variants; ///< the ticked ones; empty: as by default
    QString tab;          ///< the view in front; empty: the first
    bool isUnfolded = false;

    /// The page with what is set and ticked in `request`.
    static PageMemory of(const Request &request, const QString &tab, bool isUnfolded);
};

/// What the window remembers from one start to the next. A value.
struct Settings
{
    QByteArray geometry;
    QByteArray splitter;
    QString language; ///< "en", "ja", or empty for the system's
    QString theme;    ///< "light", "dark", or empty for the system's
    qreal factor = 1; ///< text size
    QString scenario; ///< path of the last one, or the id of a pattern without scenarios

    ExportChoice exporting;
    bool cppFirst = false; ///< on slides with code: C++ before Python
    bool sidebar = true;
    bool timeline = true;
    bool code[2] = {false, true};    ///< the side panel, in a narrow and in a wide window
    QString side;                    ///< its tab, of sides(); empty: the first
    QMap<QString, PageMemory> pages; ///< by the scenario's path

    static constexpr qreal smallest = 0.7;
    static constexpr qreal largest = 2.5;

    bool kept = false; ///< whether save() writes

    /// What `side` may be, in the order of the tabs.
    static QStringList sides();

    /// From the user's settings; what is missing or damaged there has its default.
    static Settings load();
    /// Defaults that are never written: for pictures of the window and for tests.
    static Settings none() { return {}; }
    /// Writes them where they came from; nothing unless they are kept.
    void save() const;
};

} // namespace tenfold
