// What --against says and draws of the difference to another run.

#include "tests/app/calledprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace tenfold;

class TestAgainst : public CalledProgram
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDifferenceIsSaid();
    void documentsHaveItOnlyWhenAsked();
    void showIsAsRun();
    void picturesHaveTheOtherRun_data();
    void picturesHaveTheOtherRun();
    void whatCannotBeComparedIsASentence_data();
    void whatCannotBeComparedIsASentence();
    void theOtherRecordingIsNotWrittenOver();

private:
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject document(const QString &name) const
    {
        return QJsonDocument::fromJson(content(name)).object();
    }
};

void TestAgainst::initTestCase()
{
    QCOMPARE(call(quick({"--workers", "2", "--repeat", "2", "--save", "two.tenfold"})).status, 0);
    QCOMPARE(call(quick({"--workers", "4", "--repeat", "2", "--save", "four.tenfold"})).status, 0);
}

void TestAgainst::theDifferenceIsSaid()
{
    const Result plain = call({"show", "four.tenfold"});
    const Result result = call({"show", "four.tenfold", "--against", "two.tenfold"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.startsWith(plain.out));
    const QByteArray added = result.out.mid(plain.out.size());
    for (const char *said : {"Pinned run", "This run", "Change", "Workers", "2 times", "Threads"})
        QVERIFY2(added.contains(said), added);
    QVERIFY2(added.trimmed().split('\n').last().startsWith("Threads took"), added);
    const Result japanese = call({"show", "four.tenfold", "--against", "two.tenfold", "--lang", "ja"});
    QVERIFY2(QString::fromUtf8(japanese.out).contains(QStringLiteral("固定した実行")), japanese.out);
}

void TestAgainst::documentsHaveItOnlyWhenAsked()
{
    QCOMPARE(call({"show", "four.tenfold", "--json", "plain.json"}).status, 0);
    QCOMPARE(call({"show", "four.tenfold", "--json", "both.json", "--against", "two.tenfold"}).status, 0);
    QJsonObject both = document("both.json");
    const QJsonObject difference = both.take("difference").toObject();
    QCOMPARE(both, document("plain.json"));
    QCOMPARE(difference["variant"], "parallel");
    QCOMPARE(difference["against"]["scenario"], "threads/url-fetch");
    QCOMPARE(difference["rows"][0]["id"], "workers");
    QCOMPARE(difference["rows"][0]["then"], 2);
    QCOMPARE(difference["rows"][0]["now"], 4);
    QVERIFY(!difference["verdict"].toString().isEmpty());
}

void TestAgainst::showIsAsRun()
{
    const QStringList against{"--against", "two.tenfold", "--json"};
    const Result ran = call(quick({"--save", "c.tenfold"}) + against + QStringList{"ran.json"});
    QCOMPARE(ran.status, 0);
    const Result shown = call(QStringList{"show", "c.tenfold"} + against + QStringList{"shown.json"});
    QCOMPARE(shown.out, ran.out);
    QVERIFY(!content("ran.json").isEmpty());
    QCOMPARE(content("shown.json"), content("ran.json"));
}

void TestAgainst::picturesHaveTheOtherRun_data()
{
    QTest::addColumn<QStringList>("figure");
    QTest::newRow("bars") << QStringList{"--chart", "FILE"};
    QTest::newRow("curves") << QStringList{"--chart", "in-flight:FILE"};
    QTest::newRow("timeline") << QStringList{"--timeline", "FILE"};
    QTest::newRow("page") << QStringList{"--chart", "page:FILE"};
}

void TestAgainst::picturesHaveTheOtherRun()
{
    QFETCH(QStringList, figure);
    const auto drawn = [&](const QString &name, const QStringList &more) {
        QStringList own = figure;
        own.last().replace("FILE", name);
        return call(QStringList{"show", "four.tenfold", "--lang", "en"} + own + more).status == 0
                   ? content(name)
                   : QByteArray();
    };
    const QByteArray plain = drawn("plain.svg", {}), both = drawn("both.svg", {"--against", "two.tenfold"});
    QVERIFY(!plain.isEmpty() && !both.isEmpty());
    QVERIFY(!plain.contains("pinned"));
    // A legend is written letter by letter, so that it breaks between its entries only.
    static const QRegularExpression around("<[^>]*>|\\s|[\\x{A0}\\x{2060}]");
    QVERIFY(QString::fromUtf8(both).remove(around).contains("pinned:2workers"));
    QVERIFY(both.contains("--against pinned.tenfold")); // in the command that makes it
}

void TestAgainst::whatCannotBeComparedIsASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("of another scenario")
        << QStringList{"run", "threads/file-processing", "--against", "two.tenfold"}
        << QByteArray("same scenario");
    QTest::newRow("none") << QStringList{"show", "four.tenfold", "--against", "nowhere.tenfold"}
                          << QByteArray("nowhere.tenfold");
    QTest::newRow("twice") << QStringList{"show",        "four.tenfold", "--against",
                                          "two.tenfold", "--against",    "two.tenfold"}
                           << QByteArray("--against takes one file");
    QTest::newRow("of a sweep") << QStringList{"sweep",     "threads/url-fetch", "--over",
                                               "workers",   "--values",          "1,2",
                                               "--against", "two.tenfold"}
                                << QByteArray("--against");
}

void TestAgainst::whatCannotBeComparedIsASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    const Result result = call(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(named), result.err);
    QCOMPARE(result.err.count('\n'), 1);
}

void TestAgainst::theOtherRecordingIsNotWrittenOver()
{
    const QByteArray before = content("two.tenfold");
    const Result result = call(quick({"--against", "two.tenfold", "--save", "two.tenfold"}));
    QVERIFY2(result.status == 2 && result.err.contains("recording of --against"), result.err);
    QVERIFY(!before.isEmpty() && content("two.tenfold") == before);
}

QTEST_GUILESS_MAIN(TestAgainst)
#include "tst_against.moc"
