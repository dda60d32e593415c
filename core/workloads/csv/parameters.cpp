#include "core/workloads/csv/parameters.h"

#include "core/catalog/declare.h"
#include "core/workloads/csv/encoding.h"
#include "core/workloads/csvcolumn.h"

#include <algorithm>
#include <stdexcept>

namespace tenfold {

constexpr Words guessed = QT_TRANSLATE_NOOP("catalog", "As it looks");

Parameter csvEncoding()
{
    return unsaid(choice("encoding", QT_TRANSLATE_NOOP("catalog", "Encoding"),
                         {{"auto", guessed},
                          {"utf-8", "UTF-8"},
                          {"utf-16", "UTF-16"},
                          {"cp932", "CP932 (Shift_JIS)"},
                          {"euc-jp", "EUC-JP"},
                          {"windows-1252", "windows-1252"},
                          {"windows-1250", "windows-1250"},
                          {"windows-1251", "windows-1251"},
                          {"iso-8859-15", "ISO-8859-15"},
                          {"macintosh", "macintosh"},
                          {"gb18030", "GB18030"},
                          {"big5", "Big5"},
                          {"euc-kr", "EUC-KR"}}));
}

Parameter csvSeparator()
{
    return unsaid(choice("separator", QT_TRANSLATE_NOOP("catalog", "Separator"),
                         {{"auto", guessed},
                          {"comma", QT_TRANSLATE_NOOP("catalog", "Comma")},
                          {"semicolon", QT_TRANSLATE_NOOP("catalog", "Semicolon")},
                          {"tab", QT_TRANSLATE_NOOP("catalog", "Tab")},
                          {"bar", QT_TRANSLATE_NOOP("catalog", "Vertical bar")},
                          {"none", QT_TRANSLATE_NOOP("catalog", "None (one column)")}}));
}

Parameter csvDecimal()
{
    return unsaid(choice("decimal", QT_TRANSLATE_NOOP("catalog", "Decimal mark"),
                         {{"auto", guessed},
                          {"point", QT_TRANSLATE_NOOP("catalog", "Point (1,250.5)")},
                          {"comma", QT_TRANSLATE_NOOP("catalog", "Comma (1.250,5)")}}));
}

Parameter csvHeader()
{
    return unsaid(choice("header", QT_TRANSLATE_NOOP("catalog", "First row"),
                         {{"auto", guessed},
                          {"yes", QT_TRANSLATE_NOOP("catalog", "Names the columns")},
                          {"no", QT_TRANSLATE_NOOP("catalog", "Is data")}}));
}

CsvChoices csvChoices(const Values &values)
{
    const auto said = [&](const char *id) { return values.value(id, QStringLiteral("auto")).toString(); };
    return {said("encoding"), said("separator"), said("decimal"), said("header")};
}

namespace {

/// A parameter with its value, in words; a value that is no choice is said as it is.
QString words(const Parameter &parameter, const QString &value)
{
    return QStringLiteral("%1: %2").arg(parameter.title.text(), parameter.inWords(value));
}

QString idOfSeparator(char separator)
{
    for (const CsvSeparator &one : csvSeparators) {
        if (one.mark == separator)
            return QString::fromLatin1(one.id);
    }
    return QString(QLatin1Char(separator)); // of a line "sep="
}

/// A cell of the column that is meant: as it stands there, and as it is read.
QString shownNumber(const std::string &cell, char decimal)
{
    const auto number = numberIn(cell, decimal);
    const QString text = QString::fromStdString(cell);
    if (!number)
        return translate("CsvColumn", "%1 (no number)").arg(text).trimmed();
    const QString read = QString::number(*number, 'g', 15);
    return read == text ? text : QStringLiteral("%1 → %2").arg(text, read);
}

} // namespace

InputPreview csvPreview(const Values &values)
{
    constexpr std::size_t mostRows = 4, mostColumns = 50;
    const QString file = values.value(QStringLiteral("file")).toString();
    QString noReason;
    if (file.isEmpty() || !parseValue(tenfold::file("file", {}), file, &noReason).isValid())
        return {};
    CsvBeginning beginning;
    try {
        beginning =
            beginningOfCsv(file, values.value(QStringLiteral("column")).toString(), csvChoices(values));
    } catch (const std::runtime_error &error) {
        return {.sentence = QString::fromUtf8(error.what())};
    }
    const CsvFormat &format = beginning.format;
    const char decimal = format.decimalOf(beginning.at);
    const QString encoding =
        csvEncoding().choices.contains(format.encoding) ? format.encoding : encodingTitle(format.encoding);
    InputPreview preview;
    preview.sentence =
        QStringList{translate("CsvColumn", "Column: %1").arg(format.title(beginning.at)),
                    words(csvEncoding(), encoding),
                    words(csvSeparator(), idOfSeparator(format.marks.separator)),
                    words(csvDecimal(), decimal == ',' ? QStringLiteral("comma") : QStringLiteral("point")),
                    words(csvHeader(), format.hasHeader ? QStringLiteral("yes") : QStringLiteral("no"))}
            .join(QStringLiteral(" · "));
    const std::size_t columns = std::min(std::max(mostColumns, beginning.at + 1), format.columns());
    for (std::size_t i = 0; i < columns; ++i)
        preview.titles << format.title(i);
    for (std::size_t row = format.hasHeader ? 1 : 0;
         row < format.sample.size() && static_cast<std::size_t>(preview.rows.size()) < mostRows; ++row) {
        const auto &cells = format.sample[row];
        QStringList texts;
        for (std::size_t i = 0; i < std::min(columns, cells.size()); ++i)
            texts << (i == beginning.at ? shownNumber(cells[i].text, decimal)
                                        : QString::fromStdString(cells[i].text).left(200));
        preview.rows << texts;
    }
    preview.chosen = static_cast<int>(beginning.at);
    return preview;
}

} // namespace tenfold
