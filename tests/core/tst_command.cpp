#include "core/catalog/pattern.h"
#include "core/run/command.h"
#include "tests/patience.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tenfold;

class tst_Command : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsNeedNoWords();
    void onlyWhatDiffersIsSaid();
    void presetIsNamedWhereItSaysLess();
    void variantsAreNamedUnlessTheyAreTheUsualOnes();
    void hostileTextsAreQuoted_data();
    void hostileTextsAreQuoted();
    void theCommandReproducesWhatAValueHolds_data();
    void theCommandReproducesWhatAValueHolds();
    void aFileOfTextIsReadAsItsMarkSays();
    void onlyAllowedValuesAreTaken_data();
    void onlyAllowedValuesAreTaken();

private:
    const Scenario &scenario_ = *findScenario(QStringLiteral("threads/url-fetch"));
    const QStringList usual_ = scenario_.tickedVariants();
    const Values standard_ = scenario_.preset(QStringLiteral("default"));
};

static Values with(Values values, const QString &id, const QVariant &value)
{
    values[id] = value;
    return values;
}

void tst_Command::defaultsNeedNoWords()
{
    const QString plain = QStringLiteral("tenfold run threads/url-fetch");
    QCOMPARE(commandOf({&scenario_, usual_, standard_}), plain);
    QCOMPARE(commandOf({&scenario_, usual_, {}}), plain);
}

void tst_Command::onlyWhatDiffersIsSaid()
{
    QCOMPARE(commandOf({&scenario_, usual_, with(standard_, QStringLiteral("workers"), 8), 7, 3}),
             QStringLiteral("tenfold run threads/url-fetch --set workers=8 --seed 7 --repeat 3"));
}

void tst_Command::presetIsNamedWhereItSaysLess()
{
    const Values chapter = scenario_.preset(QStringLiteral("chapter"));
    QCOMPARE(commandOf({&scenario_, usual_, chapter}),
             QStringLiteral("tenfold run threads/url-fetch --preset chapter"));
    const QString more = commandOf({&scenario_, usual_, with(chapter, QStringLiteral("workers"), 2)});
    QVERIFY(more.contains(QLatin1String("--set workers=2")));
    QVERIFY(!more.contains(QLatin1String("--set workers=5")));
}

void tst_Command::variantsAreNamedUnlessTheyAreTheUsualOnes()
{
    QCOMPARE(commandOf({&scenario_, {QStringLiteral("sequential"), QStringLiteral("parallel")}, standard_}),
             QStringLiteral("tenfold run threads/url-fetch --variant parallel"));
    for (const QStringList &alone : {QStringList(), QStringList{QStringLiteral("sequential")}})
        QCOMPARE(commandOf({&scenario_, alone, standard_}),
                 QStringLiteral("tenfold run threads/url-fetch --variant sequential"));
}

void tst_Command::hostileTextsAreQuoted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("address") << "http://localhost/a"
                             << "urls=http://localhost/a";
    QTest::newRow("ampersand") << "http://a/?b=1&c=2"
                               << "'urls=http://a/?b=1&c=2'";
    QTest::newRow("quote") << "it's"
                           << "'urls=it'\\''s'";
    QTest::newRow("two lines") << "a\nb"
                               << "$'urls=a\\nb'";
    QTest::newRow("one line with its end") << "http://localhost/a\n"
                                           << "$'urls=http://localhost/a\\n'";
    QTest::newRow("two lines with a quote") << "it's\na\\b"
                                            << "$'urls=it\\'s\\na\\\\b'";
    QTest::newRow("expansion") << "$(rm -r .) `x` \"y\""
                               << "'urls=$(rm -r .) `x` \"y\"'";
}

void tst_Command::hostileTextsAreQuoted()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    QCOMPARE(commandOf({&scenario_, usual_, with(standard_, QStringLiteral("urls"), text)}),
             QStringLiteral("tenfold run threads/url-fetch --set ") + word);
}

void tst_Command::theCommandReproducesWhatAValueHolds_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"@home",
                             "@home\nhttp://127.0.0.1:9/\n",
                             "@",
                             "@@",
                             "@@twice",
                             "a@home",
                             " @home",
                             "it's",
                             "it's\na \\ b",
                             "a\tb\r\nc\r\n",
                             "\x1b[31mred",
                             "\x01\x7f",
                             "$HOME `id` $(id) \"x\"",
                             "!! !x\n!y'",
                             "~",
                             "*",
                             "#x",
                             "--json",
                             "-",
                             "=",
                             "a=b",
                             "a\\",
                             "\\n",
                             "a\\\nb",
                             "日本語　😀\u2028\u0085",
                             "<a href='x'>&amp;",
                             "%s%n",
                             "\n",
                             "/a\n",
                             "http://127.0.0.1:9/\n",
                             "a\r",
                             "\n\n"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

// A shell reads the command; bash, as the form $'...' is not in every sh.
void tst_Command::theCommandReproducesWhatAValueHolds()
{
    if (QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty())
        QSKIP("needs bash");
    QFETCH(QString, text);
    const QString command = commandOf({&scenario_, usual_, with(standard_, QStringLiteral("urls"), text)});
    QVERIFY(!command.contains(u'\n'));
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    bash.setProcessEnvironment(environment);
    bash.start(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("printf '%s\\0' ") + command});
    QVERIFY(bash.waitForFinished(patience));
    const QByteArrayList words = bash.readAllStandardOutput().split('\0');
    QCOMPARE(words.size(), 6); // tenfold run ... --set urls=..., and what follows the last end
    QCOMPARE(words[3], "--set");
    const QString assignment = QString::fromUtf8(words[4]);
    QCOMPARE(assignment.section(u'=', 0, 0), QStringLiteral("urls"));
    const QVariant value =
        parseValue(*scenario_.parameter(QStringLiteral("urls")), assignment.section(u'=', 1), nullptr);
    QCOMPARE(value.toString(), text);
}

void tst_Command::aFileOfTextIsReadAsItsMarkSays()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("@home")); // a name like an escape
    const Parameter &urls = *scenario_.parameter(QStringLiteral("urls"));
    const auto readAs = [&](const QByteArray &content) {
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.close();
        return parseValue(urls, u'@' + name, nullptr);
    };
    const QString text = QString::fromUtf8("http://a/é\n@b\n");
    QCOMPARE(readAs(text.toUtf8()), text);
    QCOMPARE(readAs("\xef\xbb\xbf" + text.toUtf8()), text);
    // As Windows writes "Unicode": little endian with a mark; and its mirror.
    QByteArray little("\xff\xfe"), big("\xfe\xff");
    for (const QChar c : text) {
        little += QByteArray{1, char(c.cell())} + char(c.row());
        big += QByteArray{1, char(c.row())} + char(c.cell());
    }
    QCOMPARE(readAs(little), text);
    QCOMPARE(readAs(big), text);
    // As python3's bytes.decode() has it; a character that nobody wrote would be asked for instead.
    for (const char *broken : {"/caf\xe9\n", "/caf\xe9", "/\x93\xfa\x96{", "/\xc0\xaf", "/\xed\xa0\x80"})
        QVERIFY2(!readAs(broken).isValid(), broken);
    QVERIFY(!readAs(QByteArray("a\0b", 3)).isValid()); // no argument can hold it
    QVERIFY(readAs(QByteArray(127'000, 'x')).isValid());
    QVERIFY(!readAs(QByteArray(129'000, 'x')).isValid()); // nor so much
}

void tst_Command::onlyAllowedValuesAreTaken_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto integer = int(ParameterKind::Integer);
    for (const char *good : {"1", "64", "5"})
        QTest::addRow("integer %s", good) << integer << QString(good) << true;
    for (const char *bad : {"0", "65", "-1", "", "x", "1.5", "1e1", "99999999999999999999", " "})
        QTest::addRow("integer '%s'", bad) << integer << QString(bad) << false;
    QTest::newRow("choice") << int(ParameterKind::Choice) << "locked" << true;
    QTest::newRow("no choice") << int(ParameterKind::Choice) << "Locked" << false;
    QTest::newRow("text") << int(ParameterKind::Text) << "anything\nat all" << true;
    QTest::newRow("text that begins with @") << int(ParameterKind::Text) << "@@/nowhere/at/all" << true;
    QTest::newRow("text from no file") << int(ParameterKind::Text) << "@/nowhere/at/all" << false;
    QTest::newRow("no file given") << int(ParameterKind::File) << "" << true;
    QTest::newRow("no such file") << int(ParameterKind::File) << "/nowhere/at/all" << false;
    QTest::newRow("a folder is no file") << int(ParameterKind::File) << "/" << false;
    QTest::newRow("folder") << int(ParameterKind::Folder) << "/" << true;
    QTest::newRow("no such folder") << int(ParameterKind::Folder) << "/nowhere/at/all" << false;
}

void tst_Command::onlyAllowedValuesAreTaken()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(bool, good);
    const Parameter parameter{"p", "P", {}, ParameterKind(kind), 1, 64, {"unlocked", "locked"}, {}};
    QString error;
    QCOMPARE(parseValue(parameter, text, &error).isValid(), good);
    QCOMPARE(error.isEmpty(), good);
    if (good)
        return;
    QVERIFY2(error.contains(parameter.allowed()) && error.endsWith(u'.'), qPrintable(error));
    // Who sees titles knows no ids.
    parseValue(parameter, text, &error, Reader::Window);
    QVERIFY2(error.startsWith(QLatin1String("P: ")) && error.endsWith(u'.'), qPrintable(error));
}

QTEST_GUILESS_MAIN(tst_Command)
#include "tst_command.moc"
