#include "ui/code/highlighter.h"

namespace tenfold {

static constexpr const char *cppKeywords =
    "\\b(?:auto|bool|break|case|catch|char|class|co_await|co_return|const|constexpr|continue|default|double|"
    "else|enum|false|float|for|if|int|long|namespace|new|nullptr|return|static|std|struct|switch|template|"
    "this|throw|true|try|typename|using|void|while)\\b";
static constexpr const char *pythonKeywords =
    "\\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|"
    "global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\\b";

Highlighter::Highlighter(QTextDocument *document, CodeLanguage language)
    : QSyntaxHighlighter(document), language_(language)
{}

void Highlighter::setTheme(const Theme &theme)
{
    const auto rule = [](const char *expression, const QColor &colour, QFont::Weight weight = QFont::Normal) {
        QTextCharFormat format;
        format.setForeground(colour);
        if (weight != QFont::Normal)
            format.setFontWeight(weight);
        return Rule{QRegularExpression(QString::fromLatin1(expression)), format};
    };
    const QColor literal = theme.of(VariantKind::Sequential);
    const bool isCpp = language_ == CodeLanguage::Cpp;
    rules_ = {
        rule("\\b[A-Z][A-Za-z]*[a-z][A-Za-z0-9]*\\b", theme.gain), // a type
        rule(isCpp ? cppKeywords : pythonKeywords, theme.of(VariantKind::Parallel), QFont::DemiBold),
        rule("\\b\\d[\\d'.]*(?:ms|us|ns|s)?\\b", literal),
        rule("\"(?:[^\"\\\\]|\\\\.)*\"", literal),
        rule(isCpp ? "^\\s*#\\w+" : "'(?:[^'\\\\]|\\\\.)*'", isCpp ? theme.muted : literal),
        rule(isCpp ? "//.*$" : "#.*$", theme.muted),
    };
    rehighlight();
}

void Highlighter::highlightBlock(const QString &text)
{
    for (const Rule &rule : rules_) {
        auto matches = rule.expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                      rule.format);
        }
    }
}

} // namespace tenfold
