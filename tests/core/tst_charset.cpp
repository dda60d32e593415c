#include "core/workloads/web/charset.h"

#include <QCryptographicHash>
#include <QTest>

#include <numeric>

using namespace tenfold;

class TestCharset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsMeanWhatBrowsersTakeThemFor_data();
    void labelsMeanWhatBrowsersTakeThemFor();
    void labelsThatMeanNothing();
    void asciiIsItself_data();
    void asciiIsItself();
    void everyByteIsTheStandards_data();
    void everyByteIsTheStandards();
    void everyPairIsTheStandards_data();
    void everyPairIsTheStandards();
    void readsSeveralBytes_data();
    void readsSeveralBytes();
    void encodesQueries();
    void findsOutAboutAPage_data();
    void findsOutAboutAPage();
    void findsOutAboutXml_data();
    void findsOutAboutXml();
};

// Of the 228 labels in encodings.json of the Encoding Standard (21 May 2026).
void TestCharset::labelsMeanWhatBrowsersTakeThemFor_data()
{
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *label, const char *name) { QTest::newRow(label) << QByteArray(name); };
    row("iso-8859-1", "windows-1252");
    row("Latin1", "windows-1252");
    row("US-ASCII", "windows-1252");
    row(" utf8\n", "UTF-8");
    row("gb2312", "GBK");
    row("GB_2312-80", "GBK");
    row("gb18030", "gb18030");
    row("shift-jis", "Shift_JIS");
    row("windows-31j", "Shift_JIS");
    row("x-sjis", "Shift_JIS");
    row("x-euc-jp", "EUC-JP");
    row("ks_c_5601-1987", "EUC-KR");
    row("korean", "EUC-KR");
    row("windows-949", "EUC-KR");
    row("big5-hkscs", "Big5");
    row("iso-8859-9", "windows-1254");
    row("iso-8859-11", "windows-874");
    row("tis-620", "windows-874");
    row("iso-8859-8-i", "ISO-8859-8-I");
    row("visual", "ISO-8859-8");
    row("koi8-ru", "KOI8-U");
    row("mac", "macintosh");
    row("x-mac-ukrainian", "x-mac-cyrillic");
    row("unicode", "UTF-16LE");
    row("utf-16", "UTF-16LE");
    row("unicodefffe", "UTF-16BE");
    row("iso-2022-kr", "replacement");
    row("hz-gb-2312", "replacement");
    row("x-user-defined", "x-user-defined");
}

void TestCharset::labelsMeanWhatBrowsersTakeThemFor()
{
    QFETCH(QByteArray, name);
    QCOMPARE(Charset::named(QTest::currentDataTag()).name(), name);
}

void TestCharset::labelsThatMeanNothing()
{
    for (const char *label : {"", " ", "klingon", "utf", "utf-7", "utf-32", "utf-8 utf8", "cp1252x", "\xff"})
        QVERIFY2(!Charset::named(label).isValid(), label);
}

void TestCharset::asciiIsItself_data()
{
    QTest::addColumn<bool>("shifts");
    for (const char *label :
         {"utf-8",        "ibm866",       "iso-8859-2",   "iso-8859-3",   "iso-8859-4",     "iso-8859-5",
          "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-8-i", "iso-8859-10",    "iso-8859-13",
          "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",       "koi8-u",         "macintosh",
          "windows-874",  "windows-1250", "windows-1251", "windows-1252", "windows-1253",   "windows-1254",
          "windows-1255", "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk",
          "gb18030",      "big5",         "euc-jp",       "shift_jis",    "euc-kr",         "x-user-defined"})
        QTest::newRow(label) << false;
    QTest::newRow("iso-2022-jp") << true;
}

// The control characters too: the standard has no others for 0x1a, 0x1c and 0x7f, as some of ICU's tables do.
void TestCharset::asciiIsItself()
{
    const Charset charset = Charset::named(QTest::currentDataTag());
    QVERIFY(charset.isValid());
    QFETCH(bool, shifts); // by some of them, from one set of characters to another
    for (char c = 0; c < 0x7f; ++c) {
        const QByteArray bytes = QByteArray("a") + c + "b";
        const QString text = QStringLiteral("a") + QLatin1Char(c) + QLatin1Char('b');
        const bool isShift = shifts && QByteArrayView("\x0e\x0f\x1b").contains(c);
        QVERIFY2(isShift || charset.decoded(bytes) == text, QByteArray::number(c).constData());
    }
    QCOMPARE(charset.decoded("\x1a\x7f\x1c\x01\x02"), QStringLiteral("\x1a\x7f\x1c\x01\x02"));
    QByteArray everything(256, '\0');
    std::iota(everything.begin(), everything.end(), '\0');
    QVERIFY(!charset.decoded(everything).isEmpty());
}

// The SHA-1 of the bytes 0x80 to 0xff, decoded and in UTF-8, from the standard's index-*.txt by a script in
// Python. Node 20's TextDecoder has others for windows-1252, windows-874, windows-1255 and KOI8-U.
void TestCharset::everyByteIsTheStandards_data()
{
    QTest::addColumn<QByteArray>("sha1");
    const auto row = [](const char *name, const char *sha1) { QTest::newRow(name) << QByteArray(sha1); };
    row("IBM866", "b111ee481a43a5da6b55cc2124d9a7a58a8e36b5");
    row("ISO-8859-2", "cd26f1a7dad5b0c95f7bd87b77fc46e250d04946");
    row("ISO-8859-3", "2668603a0eab1a29aaae92859dd492fa52b77f80");
    row("ISO-8859-4", "107aa16586e3bed5005e750e9847c622e9767315");
    row("ISO-8859-5", "f46bf1153b7c1a61db772676060e2fef449a4891");
    row("ISO-8859-6", "4058167fd23c0b3b026ec0e1adec164dfa2e34bb");
    row("ISO-8859-7", "fdec8f44511d1a36a0128adc2b656258e1e115f6");
    row("ISO-8859-8", "347c03295dfc618356e6556869fd0fe055b303a9");
    row("ISO-8859-10", "e35d2fbfd6bb637fb5b05fb668c40c8fd3e25cc3");
    row("ISO-8859-13", "b2ee16924f65667ef4b3a4bae97ba9b6181e3653");
    row("ISO-8859-14", "5154781cf913f5b451794afab20111de7a868313");
    row("ISO-8859-15", "5817f9e13fe4c9f262d3f9675a4e97ecce490b85");
    row("ISO-8859-16", "d046fafcc001987cf789fdc01c1003169fd0585d");
    row("KOI8-R", "c9cb044a6c667f1f015f818ae56f11d2bb68602e");
    row("KOI8-U", "8d041400c092581d4eaa09bc8ed1dfd43dba4ca0");
    row("macintosh", "20d01d38cd320a6df365e99e92e452f74074dd3f");
    row("windows-874", "68a2b5f8d5e321ebf741c4d922c53df022450bb7");
    row("windows-1250", "ab326df2493e51ef8010846d7863e00e2c9f6fef");
    row("windows-1251", "6e43aebb543f62b7974e3852966a0c403c3e458f");
    row("windows-1252", "1935fb1cdc9e076d1ecda3d9db39b0ef2cce3c1d");
    row("windows-1253", "32b664dcb65dd0d08006d08ebb1bcf3f320b907d");
    row("windows-1254", "2120698b22e95862fa76e940dee5f9d3c5d809e6");
    row("windows-1255", "0070df69fb41656a3cc974fa54861257a4410e99");
    row("windows-1256", "e27efdbadeeac05d0550ee410a91373cb82f4f17");
    row("windows-1257", "403a0b87bb918af85b61a767f66ef3b4fd9505d6");
    row("windows-1258", "5100eb4be3e089d8e37d748284175357162f436b");
    row("x-mac-cyrillic", "6256727f94c7bd63e0566fd10a6dff1b410cccd4");
}

void TestCharset::everyByteIsTheStandards()
{
    QByteArray bytes;
    for (int byte = 0x80; byte < 0x100; ++byte)
        bytes += static_cast<char>(byte);
    const QString text = Charset::named(QTest::currentDataTag()).decoded(bytes);
    QTEST(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex(), "sha1");
}

// The same of all pairs of bytes that stand for one character.
void TestCharset::everyPairIsTheStandards_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("sha1");
    QTest::newRow("Shift_JIS") << 9604 << QByteArray("0e4826a7dc712dab98d7d8bd5805595a493aaa9f");
    QTest::newRow("EUC-JP") << 7336 << QByteArray("dab09a7cbb8623eee9f0de41e680acb1196454aa");
    QTest::newRow("GBK") << 23940 << QByteArray("2501a1f2c69b65d365e1dfd7cbde3d91edfdaaf5");
    QTest::newRow("Big5") << 18590 << QByteArray("f8f7fa3cd23f8eb60177fedae37b5bff2f157869");
    QTest::newRow("EUC-KR") << 17048 << QByteArray("35333c91294e26fc4f0f9ad0da116a900bbb59e1");
}

void TestCharset::everyPairIsTheStandards()
{
    const Charset charset = Charset::named(QTest::currentDataTag());
    QString all;
    int count = 0;
    for (int lead = charset.name() == "EUC-JP" ? 0xa1 : 0x81; lead < 0xff; ++lead) {
        for (int trail = 0x40; trail < 0xff; ++trail) {
            const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail), ' '};
            const QString text = charset.decoded(QByteArrayView(bytes, 3));
            if (text.toUcs4().size() == 2 && !text.contains(QChar::ReplacementCharacter)) {
                all += text.chopped(1);
                ++count;
            }
        }
    }
    QTEST(count, "count");
    QTEST(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).toHex(), "sha1");
}

// By the standard's decoders and indexes, written down in Python.
void TestCharset::readsSeveralBytes_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *label, const char *hex, const char16_t *text) {
        QTest::addRow("%s %s", label, hex)
            << QByteArray(label) << QByteArray::fromHex(hex) << QString::fromUtf16(text);
    };
    row("shift_jis", "93fa967b8cea", u"日本語");
    row("shift_jis", "8740fa40ed40b1", u"①ⅰ纊ｱ");  // NEC's and IBM's characters
    row("shift_jis", "8122ff", u"\ufffd\"\ufffd"); // a mark is never eaten
    row("euc-jp", "c6fccbdc8fb0a18eb1ada1", u"日本丂ｱ①");
    row("iso-2022-jp", "1b2442467c4b5c1b284a5c7e1b2849311b284241", u"日本¥‾ｱA");
    row("gbk", "87d6a2e380fe59a6d9", u"囍€€\u9fb4\ufe10");
    row("gbk", "813c813080", u"\ufffd<\ufffd0€");
    row("gb18030", "8139fd3590308130a3a0", u"\u3494\U00010000\u3000");
    row("big5", "a440fb488840fa40", u"一嘅\u31c0\U00020547");
    row("utf-8", "61e282f09f98e69d", u"a\ufffd\ufffd\ufffd"); // each is cut short
    row("utf-8", "eda080f0808061ff",
        u"\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd"
        "a\ufffd");
    row("utf-8", "e38182f4908080c3a9", u"あ\ufffd\ufffd\ufffd\ufffdé");
    row("big5", "8122", u"\ufffd\"");
    row("euc-kr", "b0a1814181428cff", u"가갂갃\ufffd\ufffd");
    row("windows-1252", "809f8d9120", u"€Ÿ\u008d‘ ");
    row("x-user-defined", "4180ff", u"A\uf780\uf7ff");
    row("iso-8859-8-i", "e0fd", u"א\u200e");
    row("utf-8", "efbbbfe697a5ff41", u"日\ufffdA");
    row("utf-16", "fffe4100e565", u"A日");
    row("utf-16", "4100e565", u"A日");
    row("utf-16be", "feff004165e5", u"A日");
    row("iso-2022-kr", "1b242943", u"\ufffd");
}

void TestCharset::readsSeveralBytes()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, bytes);
    QTEST(Charset::named(label).decoded(bytes), "text");
}

void TestCharset::encodesQueries()
{
    const QString text = QString::fromUtf8("é日x");
    QCOMPARE(Charset::named("latin1").encoded(text), QByteArray("\xe9&#26085;x"));
    QCOMPARE(Charset::named("shift_jis").encoded(text), QByteArray("&#233;\x93\xfax"));
    for (const char *label : {"utf-8", "utf-16", "iso-2022-kr", "x-user-defined"})
        QCOMPARE(Charset::named(label).encoded(text), text.toUtf8());
    QCOMPARE(Charset::named("gb18030").encoded(QString::fromUtf8("\xf0\x9f\x98\x80")),
             QByteArray("\x94\x39\xfc\x36"));
}

// The HTML Standard's encoding sniffing algorithm; where Chromium tells a script from markup and the
// standard's prescan does not, as Chromium.
void TestCharset::findsOutAboutAPage_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *name, const char *type, const QByteArray &body, const char *charset) {
        QTest::newRow(name) << QByteArray(type) << body << QByteArray(charset);
    };
    const char *html = "text/html";
    row("a mark wins over the header", "text/html; charset=latin1", "\xef\xbb\xbf<p>", "UTF-8");
    row("a mark of UTF-16", "text/html; charset=utf-8", QByteArray("\xff\xfe<\0", 4), "UTF-16LE");
    row("the header wins over a meta", "text/html; charset=koi8-r", "<meta charset=utf-8>", "KOI8-R");
    row("a header in quotation marks", "text/html; Charset=\"Shift_JIS\"; x=y", "", "Shift_JIS");
    row("another parameter", "text/html; xcharset=koi8-r", "<p>", "UTF-8");
    row("within quotation marks", "text/html; a=\"; charset=koi8-r\"", "<p>", "UTF-8");
    row("a header that means nothing", "text/html; charset=klingon", "<meta charset=koi8-r>", "KOI8-R");
    row("not quoted", html, "<meta charset=euc-jp>", "EUC-JP");
    row("capitals and blanks", html, "<META\n CHARSET = 'EUC-JP' >", "EUC-JP");
    row("slashes", html, "<meta/charset=euc-jp/>", "UTF-8"); // the label is "euc-jp/"
    row("old form", html, "<meta http-equiv=content-type content='text/html; charset=big5'>", "Big5");
    row("old form, other order", html, "<meta content='a;charset = \"big5\"' http-equiv='Content-Type'>",
        "Big5");
    row("old form without its half", html, "<meta content='text/html; charset=big5'>", "UTF-8");
    row("another pragma", html, "<meta http-equiv=refresh content='0; charset=big5'>", "UTF-8");
    row("no charset in content", html, "<meta http-equiv=content-type content='charsetx=a; charset=big5'>",
        "Big5");
    row("UTF-16 said in ASCII", html, "<meta charset=utf-16>", "UTF-8");
    row("x-user-defined in a meta", html, "<meta charset=x-user-defined>", "windows-1252");
    row("the second meta", html, "<meta name=x><meta charset=none><meta charset=big5>", "Big5");
    row("in a comment", html, "<!-- <meta charset=big5> --><meta charset=utf-8>", "UTF-8");
    row("a comment that ends at once", html, "<!--><meta charset=big5>", "Big5");
    row("in a script", html, "<script>'<meta charset=big5>'</script><meta charset=koi8-r>", "KOI8-R");
    row("in a title", html, "<title><meta charset=big5></title>", "UTF-8");
    row("in an attribute", html, "<p title='<meta charset=big5>'>", "UTF-8");
    row("in a declaration", html, "<!x <meta charset=big5><meta charset=koi8-r>", "KOI8-R");
    row("another element", html, "<metadata charset=big5>", "UTF-8");
    row("cut off", html, "<meta charset=big5", "UTF-8");
    row("in the first 1024 bytes", html, QByteArray(1003, ' ') + "<meta charset=big5>", "Big5");
    row("XML declaration", html, "<?xml version='1.0' encoding='euc-jp'?><p>", "EUC-JP");
    row("a meta wins over it", html, "<?xml version='1.0' encoding='euc-jp'?><meta charset=big5>", "Big5");
    row("declaration in UTF-16", html, QByteArray("<\0?\0x\0m\0l\0", 10), "UTF-16LE");
    row("nothing, UTF-8", html, "<p>日", "UTF-8");
    row("nothing, cut within a character", html, "<p>\xe6\x97", "UTF-8");
    row("nothing, no UTF-8", html, "<p>na\xefve", "windows-1252");
    row("nothing at all", "", "", "UTF-8");
}

void TestCharset::findsOutAboutAPage()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QTEST(charsetOfHtml(body, type).charset.name(), "name");
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY(charsetOfHtml(body.first(size), type).charset.isValid());
}

// RFC 7303, 3 and 3.2.
void TestCharset::findsOutAboutXml_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("name");
    const QByteArray declared = "<?xml version=\"1.0\" encoding='Shift_JIS'?><x/>";
    QTest::newRow("mark") << QByteArray("text/xml; charset=latin1") << "\xef\xbb\xbf" + declared
                          << QByteArray("UTF-8");
    QTest::newRow("header") << QByteArray("text/xml; charset=koi8-r") << declared << QByteArray("KOI8-R");
    QTest::newRow("declaration") << QByteArray("text/xml") << declared << QByteArray("Shift_JIS");
    QTest::newRow("none") << QByteArray("text/xml") << QByteArray("<x/>") << QByteArray("UTF-8");
    QTest::newRow("not at the beginning") << QByteArray("text/xml") << ' ' + declared << QByteArray("UTF-8");
    QTest::newRow("in UTF-16") << QByteArray("text/xml") << QByteArray("\0<\0?\0x\0m\0l", 10)
                               << QByteArray("UTF-16BE");
}

void TestCharset::findsOutAboutXml()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QTEST(charsetOfXml(body, type).name(), "name");
}

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
