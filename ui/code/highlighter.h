#pragma once

#include "ui/theme.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace tenfold {

/// Colours C++: keywords, the names of our own vocabulary, literals, comments.
class Highlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit Highlighter(QTextDocument *document);
    void setTheme(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Rule
    {
        QRegularExpression expression;
        QTextCharFormat format;
    };
    std::vector<Rule> rules_; ///< a later one wins
};

} // namespace tenfold
