# A build from nothing that a newcomer does not wait for. Reading the headers of Qt and of the standard library once a
# file would take most of its time. So they are read once a target, and the files of a folder are compiled several at
# a time. A file still includes what it uses.
option(CMAKE_UNITY_BUILD "Compile the files of a folder several at a time" ON)
set(TENFOLD_UNIT_SIZE 10)

# What computes is compiled with -O3 (core/CMakeLists.txt); for the rest that only takes longer to compile.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

# What many files of a target include and nobody changes here.
set(TENFOLD_CORE_HEADERS
    <algorithm> <array> <atomic> <chrono> <cmath> <condition_variable> <deque> <functional> <map> <memory> <mutex>
    <numeric> <optional> <random> <set> <source_location> <stop_token> <string> <thread> <vector>
    <QByteArray> <QCborArray> <QCborMap> <QCborValue> <QCoreApplication> <QDir> <QFile> <QFileInfo> <QHash>
    <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QRegularExpression> <QString> <QStringList> <QTimer> <QVariant>)
set(TENFOLD_UI_HEADERS ${TENFOLD_CORE_HEADERS}
    <QAction> <QApplication> <QBoxLayout> <QComboBox> <QEvent> <QFontMetricsF> <QFormLayout> <QImage> <QLabel>
    <QLineEdit> <QMainWindow> <QMenu> <QPainter> <QPainterPath> <QPlainTextEdit> <QPushButton> <QScrollBar>
    <QSettings> <QSpinBox> <QStackedWidget> <QStyle> <QWidget>)

# ccache refuses precompiled headers unless told that the defines in them are known, and g++ says which one it read.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache$")
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CMAKE_CXX_COMPILER_LAUNCHER})
    add_compile_options(-fpch-preprocess)
endif()

# tenfold_units(<target>): a folder's files, in their order, in units of about the same size.
function(tenfold_units target)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    set(folders "")
    foreach(source IN LISTS sources)
        get_filename_component(folder ${source} DIRECTORY)
        list(APPEND folders "${folder}/")
        list(APPEND "in_${folder}/" ${source})
    endforeach()
    list(REMOVE_DUPLICATES folders)
    foreach(folder IN LISTS folders)
        list(LENGTH "in_${folder}" files)
        math(EXPR units "(${files} + ${TENFOLD_UNIT_SIZE} - 1) / ${TENFOLD_UNIT_SIZE}")
        set(at 0)
        string(MAKE_C_IDENTIFIER "${folder}" group)
        foreach(source IN LISTS "in_${folder}")
            math(EXPR unit "${at} * ${units} / ${files}")
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${group}${unit}")
            math(EXPR at "${at} + 1")
        endforeach()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
