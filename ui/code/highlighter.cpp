#include "ui/code/highlighter.h"

namespace tenfold {

Highlighter::Highlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

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
    rules_ = {
        rule(
            "\\b(?:auto|bool|break|case|catch|char|class|co_await|co_return|const|constexpr|continue|default|"
            "double|else|enum|false|float|for|if|int|long|namespace|new|nullptr|return|static|std|struct|"
            "switch|"
            "template|this|throw|true|try|typename|using|void|while)\\b",
            theme.of(VariantKind::Parallel), QFont::DemiBold),
        rule("\\b[A-Z][A-Za-z]*[a-z][A-Za-z0-9]*\\b", theme.gain), // a type
        rule("\\b\\d[\\d'.]*(?:ms|us|ns|s)?\\b", literal),
        rule("\"(?:[^\"\\\\]|\\\\.)*\"", literal),
        rule("^\\s*#\\w+", theme.muted),
        rule("//.*$", theme.muted),
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
