#include "core/run/command.h"
#include "tests/ui/driven.h"
#include "tests/ui/exportfixture.h"
#include "ui/export/export.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace tenfold;

/// Counts the events of one type that a widget receives.
class EventCounter : public QObject
{
public:
    EventCounter(QWidget &watched, QEvent::Type type) : type_(type) { watched.installEventFilter(this); }
    int count() const { return count_; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count_ += event->type() == type_;
        return false;
    }

private:
    const QEvent::Type type_;
    int count_ = 0;
};

/// The characters that the tables of a PDF file name for its glyphs (PDF 32000-1, 9.10.3).
static QString lettersOfPdf(const QByteArray &pdf)
{
    QString letters;
    for (qsizetype begin = 0; (begin = pdf.indexOf("beginbfrange", begin)) >= 0; ++begin) {
        const QByteArrayList rows = pdf.mid(begin, pdf.indexOf("endcmap", begin) - begin).split('\n');
        for (const QByteArray &row : rows) {
            const int first = row.mid(1, 4).toInt(nullptr, 16);
            const int last = row.mid(8, 4).toInt(nullptr, 16);
            const QByteArrayList codes = row.mid(14).split('<').mid(1);
            for (qsizetype i = 0; i < codes.size(); ++i) {
                const int code = codes[i].left(4).toInt(nullptr, 16);
                for (int k = 0; k <= (codes.size() == 1 ? last - first : 0); ++k)
                    letters += QChar(code + k);
            }
        }
    }
    return letters;
}

class tst_Export : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { setLanguage(QStringLiteral("en")); }
    void everyFigureIsWritten_data();
    void everyFigureIsWritten();
    void everyFigureHasATitle();
    void theCommandMakesTheFigure();
    void anotherLanguageIsInTheFigureOnly();
    void aFileThatCannotBeWrittenIsASentence();

private:
    QString path(const QString &name) const { return folder_.filePath(name); }

    QTemporaryDir folder_;
    Scene scene_;
};

void tst_Export::initTestCase()
{
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    scene_ = quickRun();
}

void tst_Export::everyFigureIsWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("ending");
    for (const FigureId &id : figuresOf(fetching())) {
        const QString name = id.toString();
        for (const QString &ending : pictureEndings())
            QTest::addRow("%s %s", qPrintable(name), qPrintable(ending)) << name << ending;
    }
}

void tst_Export::everyFigureIsWritten()
{
    QFETCH(QString, name);
    QFETCH(QString, ending);
    const QString file = path(QStringLiteral("figure.") + ending);
    const Theme dark = Theme::make(true, 1, uiFont());
    QCOMPARE(saveFigure(scene_, {FigureId::parse(name), dark, QStringLiteral("ja"), {900, 600}, 2}, file),
             QString());
    const QByteArray content = contentOf(file);
    const bool isPage = name.startsWith(QLatin1String("page"));
    if (ending == QLatin1String("png")) {
        const QImage image = QImage::fromData(content);
        QCOMPARE(image.size(), QSize(1800, 1200));
        QCOMPARE(image.pixelColor(1, 1), isPage ? dark.window : dark.card);
        QVERIFY(coloursOf(image.copy(0, 0, image.width(), 1100)) > 20); // above the command at the foot
        QVERIFY(image.text(QStringLiteral("Command")).contains(name.section(u':', -1)));
    } else if (ending == QLatin1String("svg")) {
        QVERIFY(content.contains("viewBox=\"0 0 900 600\""));
        QVERIFY(content.count("<text") > 4);
        QVERIFY(content.contains(dark.card.name().toUtf8()));
        static const QRegularExpression japanese(QStringLiteral("<text[^>]*>[^<]*\\p{Han}"));
        QVERIFY(QString::fromUtf8(content).contains(japanese));
        QVERIFY(content.contains("tenfold run threads/url-fetch"));
    } else {
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.contains("/MediaBox [0 0 675 450]") || content.contains("675"));
        QVERIFY(content.size() > 5000);
        // If Qt writes its tables in another way, withDrawnCharacters() finds none, and has to be mended.
        QVERIFY(content.contains("beginbfrange"));
        const QString letters = lettersOfPdf(content);
        static const QRegularExpression radical(QStringLiteral("[\\x{2e80}-\\x{2fdf}\\t]"));
        QVERIFY2(!letters.contains(radical), qPrintable(letters)); // of the kanji, a space
        for (const QChar c : QStringLiteral("tenfold run900x600 --"))
            QVERIFY2(letters.contains(c), qPrintable(letters));
    }
    QCOMPARE(language(), QStringLiteral("en"));
}

void tst_Export::everyFigureHasATitle()
{
    QStringList titles;
    for (const FigureId &id : figuresOf(fetching())) {
        const QString name = id.toString();
        QCOMPARE(FigureId::parse(name), id);
        const QString title = figureTitle(fetching(), id);
        QVERIFY2(title != name && !title.isEmpty() && !titles.contains(title), qPrintable(name));
        titles << title;
        QVERIFY2(makeFigure(fetching(), id), qPrintable(name));
    }
    QVERIFY(!makeFigure(fetching(), FigureId::parse(QStringLiteral("none"))));
    QVERIFY(!makeFigure(fetching(), FigureId::parse(QStringLiteral("timeline:none"))));
    QVERIFY(!makeFigure(fetching(), FigureId::parse(QStringLiteral("page:none"))));
}

void tst_Export::theCommandMakesTheFigure()
{
    const Theme light = Theme::make(false, 1, uiFont());
    const QString run = commandOf(scene_.request);
    QCOMPARE(
        figureCommand(scene_, {FigureId::parse(QStringLiteral("page:in-flight")), light, {}, {1280, 720}, 1},
                      QStringLiteral("svg")),
        run + QStringLiteral(" --chart page:in-flight:page.svg --size 1280x720 --lang en --theme light"));
    QCOMPARE(figureCommand(scene_,
                           {FigureId::parse(QStringLiteral("timeline:parallel")),
                            light,
                            QStringLiteral("ja"),
                            {640, 480},
                            3},
                           QStringLiteral("png")),
             run + QStringLiteral(" --timeline parallel:timeline.png --size 640x480 --scale 3 --lang ja "
                                  "--theme light"));
    QVERIFY(figureCommand(scene_, {FigureId::parse(QStringLiteral("elapsed")), light, {}, {640, 480}, 3},
                          QStringLiteral("pdf"))
                .contains(QStringLiteral("--chart elapsed.pdf --size 640x480 --lang")));
}

void tst_Export::anotherLanguageIsInTheFigureOnly()
{
    MainWindow window(Settings::none());
    window.present(scene_);
    window.show();
    QCoreApplication::processEvents();
    const QString title = window.windowTitle();
    const EventCounter told(window, QEvent::LanguageChange);
    const Theme light = Theme::make(false, 1, uiFont());
    const QString file = path(QStringLiteral("ja.svg"));
    QCOMPARE(
        saveFigure(scene_,
                   {FigureId::parse(QStringLiteral("timeline")), light, QStringLiteral("ja"), {900, 500}, 1},
                   file),
        QString());
    QCoreApplication::processEvents();
    QVERIFY(QString::fromUtf8(contentOf(file)).contains(QString::fromUtf8("ワーカー")));
    QVERIFY(!contentOf(file).contains(">Worker "));
    QCOMPARE(language(), QStringLiteral("en"));
    QCOMPARE(told.count(), 0);
    QCOMPARE(window.windowTitle(), title);
    setLanguage(QStringLiteral("ja")); // a real change still comes through
    QCoreApplication::processEvents();
    QCOMPARE(told.count(), 1);
    QCOMPARE(
        saveFigure(scene_,
                   {FigureId::parse(QStringLiteral("timeline")), light, QStringLiteral("en"), {900, 500}, 1},
                   file),
        QString());
    QVERIFY(contentOf(file).contains(">Worker "));
    QCOMPARE(language(), QStringLiteral("ja"));
}

void tst_Export::aFileThatCannotBeWrittenIsASentence()
{
    const Theme light = Theme::make(false, 1, uiFont());
    const auto problem = [&](const QString &name, const QString &file, int scale = 1,
                             QSize size = {640, 480}) {
        return saveFigure(scene_, {FigureId::parse(name), light, QStringLiteral("ja"), size, scale}, file);
    };
    // In the language of the window, not in that of the figure.
    QVERIFY(problem(QStringLiteral("elapsed"), QStringLiteral("/nowhere/x.png"))
                .contains(QLatin1String("/nowhere/x.png cannot be written")));
    QVERIFY(
        problem(QStringLiteral("elapsed"), path(QStringLiteral("x.bmp"))).contains(QLatin1String(".svg")));
    QVERIFY(problem(QStringLiteral("none"), path(QStringLiteral("x.png"))).contains(QLatin1String("none")));
    QVERIFY(problem(QStringLiteral("page"), path(QStringLiteral("x.png")), greatestScale, greatestPicture)
                .contains(QLatin1String("too large")));
    QVERIFY(!QFile::exists(path(QStringLiteral("x.png"))));
}

QTEST_MAIN(tst_Export)
#include "tst_export.moc"
