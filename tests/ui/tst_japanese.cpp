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
    void aClassHasItsTextsUnderItsWholeName();

private:
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const QString root_ = QStringLiteral(QT_TESTCASE_SOURCEDIR "/../");
    QSet<QString> contexts_;
    QStringList missing_;
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
        else if (texts.name() == QLatin1String("translation") &&
                 (texts.attributes().hasAttribute("type") || texts.readElementText().isEmpty()))
            missing_ << source;
    }
    QVERIFY2(!texts.hasError(), qPrintable(texts.errorString()));
    QVERIFY(contexts_.size() > 20);
}

void TestJapanese::everyTextIsTranslated()
{
    QVERIFY2(missing_.isEmpty(), qPrintable(missing_.join(u'\n')));
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
