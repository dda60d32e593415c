#pragma once

#include "ui/theme.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace tenfold {

enum class CodeLanguage { Cpp, Python };

/// Colours code: keywords, the names of our own vocabulary, literals, comments.
class Highlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit Highlighter(QTextDocument *document, CodeLanguage language = CodeLanguage::Cpp);
    void setTheme(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Rule
    {
        QRegularExpression expression;
        QTextCharFormat format;
    };
    const CodeLanguage language_;
    std::vector<Rule> rules_; ///< a later one wins
};

} // namespace tenfold
