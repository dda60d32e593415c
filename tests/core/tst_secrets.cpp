#include "core/catalog/pattern.h"
#include "core/catalog/secrets.h"
#include "core/recording/writers.h"
#include "core/run/command.h"
#include "core/run/run.h"
#include "core/run/runner.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenfold;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordsAreNotShown_data();
    void passwordsAreNotShown();
    void noFileOfARunHoldsOne();
};

// What is behind the first colon of the user information, whatever it holds (RFC 3986, 3.2.1). Where that
// ends is as python3 3.11 has it, urllib.parse.urlsplit(url).password, but for the rows named "no URL".
void TestSecrets::passwordsAreNotShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *text, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(shown);
    };
    row("plain", "http://anna:secret@host/page", "http://anna:***@host/page");
    row("https", "https://anna:secret@host", "https://anna:***@host");
    row("capitals", "HTTP://anna:secret@host", "HTTP://anna:***@host");
    row("no user", "http://:secret@host/", "http://:***@host/");
    row("a colon in it", "http://anna:se:cret@host/", "http://anna:***@host/");
    row("an @ in it", "http://anna:se@cret@host/", "http://anna:***@host/");
    row("an address for a user", "http://anna@firm:secret@host/", "http://anna@firm:***@host/");
    row("encoded", "http://anna:se%40cr%2Fet@host/", "http://anna:***@host/");
    row("Japanese", "http://anna:秘密@host/", "http://anna:***@host/");
    row("digits", "http://anna:8080@host:8080/", "http://anna:***@host:8080/");
    row("a port in brackets", "http://anna:secret@[::1]:80/", "http://anna:***@[::1]:80/");
    row("several lines", "http://a:x@h/\nhttp://b:y@h/\n", "http://a:***@h/\nhttp://b:***@h/\n");
    row("in a sentence", "Nothing at \"http://a:x@h/\" (no host)",
        "Nothing at \"http://a:***@h/\" (no host)");
    row("without a scheme", "//anna:secret@host/", "//anna:***@host/");
    row("a blank in it", "http://anna:se cret@host/", "http://anna:***@host/");
    row("a tab in it", "http://anna:se\tcret@host/", "http://anna:***@host/");
    row("a tab before it", "http://an\tna:secret@host/", "http://an\tna:***@host/");
    row("a bracket before it", "http://[anna:secret@host/", "http://[anna:***@host/");
    row("no URL, a slash in it", "http://anna:se/cret@host/", "http://anna:***@host/");
    row("no URL, a mark in it", "http://anna:se?cret@host/", "http://anna:***@host/");
    row("backslashes, as browsers read them", "http:\\\\anna:secret@host/", "http:\\\\anna:***@host/");
    for (const char *harmless :
         {"", "http://anna@host/", "http://anna@host:80/a", "http://host:8080/a@b", "http://host/a:b@c",
          "http://[::1]:8080/a@b", "http://host?x=a:b@c", "http://host:80?@", "http://host:80 to a@b",
          "http://host: to a@b", "mailto:anna@host", "12:30@home", "/delay/100", "@home"})
        row(harmless, harmless, harmless);
}

void TestSecrets::passwordsAreNotShown()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(withoutPasswords(text), shown);
    QCOMPARE(withoutPasswords(shown), shown);
}

void TestSecrets::noFileOfARunHoldsOne()
{
    const QString secret = "http://anna:correcthorse@127.0.0.1:9/page";
    for (const auto &[path, parameter] :
         {std::pair("threads/url-fetch", "urls"), {"threads/web-scraper", "start"}}) {
        Recording recording;
        recording.request = {findScenario(path), {}, findScenario(path)->preset("quick")};
        recording.request.values[parameter] = secret;
        for (const Variant &variant : recording.request.scenario->variants)
            recording.request.variants << variant.id;
        Runner runner;
        runner.start(planOf(recording.request));
        runner.wait();
        recording.outcomes = runner.outcomes();
        recording.summary = summarize(*recording.request.scenario, recording.outcomes, 2);
        const QByteArray json = QJsonDocument(runToJson(recording)).toJson();
        for (const QByteArray &file : {json, runToCsv(recording), runToChromeTrace(recording)})
            QVERIFY2(!file.contains("correcthorse"), file);
        QVERIFY(json.contains("anna:***@127.0.0.1"));
        QVERIFY(commandOf(recording.request).contains("anna:***@127.0.0.1"));
        QVERIFY(!recording.request.scenario->parameter(parameter)->inWords(secret).contains("correcthorse"));
    }
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
