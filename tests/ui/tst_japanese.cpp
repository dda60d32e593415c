// The Japanese texts: all are there, and under names at which the program looks.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

class TestJapanese : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextIsTranslated();
    void theMarksAreOfOneKind_data();
    void theMarksAreOfOneKind();
    void aClassHasItsTextsUnderItsWholeName();

private:
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const QString root_ = QStringLiteral(QT_TESTCASE_SOURCEDIR "/../");
    QSet<QString> contexts_;
    QStringList missing_, texts_;
};

void TestJapanese::initTestCase()
{
    QXmlStreamReader texts(contentOf(root_ + "resources/translations/tenfold_ja.ts"));
    QString source;
    while (!texts.atEnd()) {
        if (texts.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (texts.name() == QLatin1String("name"))
            contexts_ << texts.readElementText();
        else if (texts.name() == QLatin1String("source"))
            source = texts.readElementText();
        else if (texts.name() == QLatin1String("translation")) {
            const bool isOpen = texts.attributes().hasAttribute("type");
            const QString text = texts.readElementText();
            (isOpen || text.isEmpty() ? missing_ : texts_) << (isOpen || text.isEmpty() ? source : text);
        }
    }
    QVERIFY2(!texts.hasError(), qPrintable(texts.errorString()));
    QVERIFY(contexts_.size() > 20);
}

void TestJapanese::everyTextIsTranslated()
{
    QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join(u'\n')));
}

void TestJapanese::theMarksAreOfOneKind_data()
{
    const QString letter = QStringLiteral("[ぁ-んァ-ヺー一-龠々]");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("full-width marks end and divide sentences")
        << letter + QStringLiteral("[?!,;]|") + letter + QStringLiteral("\\.(?![a-z])");
    QTest::newRow("a colon is half as wide, and a space follows")
        << letter + QStringLiteral(":(?![ 「]|$)|：");
    QTest::newRow("brackets are full-width") << QStringLiteral("[()]");
    QTest::newRow("quotes are brackets") << QStringLiteral("[\"“”]");
    QTest::newRow("digits, letters and percent are half-width") << QStringLiteral("[０-９Ａ-Ｚａ-ｚ％]");
    QTest::newRow("a space between them and a letter")
        << letter + QStringLiteral("[A-Za-z0-9]|(?<!%)[A-Za-z0-9]") + letter + QStringLiteral("|\\d%") +
               letter;
    QTest::newRow("none between a number and percent") << QStringLiteral("\\d %(?!\\d)");
    QTest::newRow("none beside a full-width mark") << QStringLiteral(" [、。「」（）？]|[、。「」（）](?= )");
}

/// Texts of many hands are read one beside the other.
void TestJapanese::theMarksAreOfOneKind()
{
    QFETCH(QString, wrong);
    const QRegularExpression expression(wrong);
    QVERIFY2(expression.isValid(), qPrintable(expression.errorString()));
    // Keys of a menu, patterns of file names, calls.
    static const QRegularExpression code(QStringLiteral("\\(&\\w\\)|\\(\\*[^)]*\\)|\\w\\(\\)"));
    QStringList found;
    for (QString text : texts_) {
        if (text.remove(code).contains(expression))
            found << text;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// QObject::tr() asks for "tenfold::Stage". lupdate has been seen to write "Stage", and nobody found it then.
void TestJapanese::aClassHasItsTextsUnderItsWholeName()
{
    static const QRegularExpression widget(
        QStringLiteral("class (\\w+)[^;{]*\\{\\s*(?://[^\\n]*\\s*)?Q_OBJECT"));
    QStringList lost;
    int classes = 0;
    for (QDirIterator headers(root_ + "ui", {"*.h"}, QDir::Files, QDirIterator::Subdirectories);
         headers.hasNext();) {
        const QString text = QString::fromUtf8(contentOf(headers.next()));
        for (const QRegularExpressionMatch &match : widget.globalMatch(text)) {
            ++classes;
            if (contexts_.contains(match.captured(1)) && !contexts_.contains("tenfold::" + match.captured(1)))
                lost << match.captured(1);
        }
    }
    QVERIFY(classes > 20);
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u' ')));
}

QTEST_GUILESS_MAIN(TestJapanese)
#include "tst_japanese.moc"
