#pragma once

#include "ui/code/codepick.h"
#include "ui/theme.h"

class QPainter;

namespace tenfold {

struct Scenario;

/// Two pieces of code beside one another, with a sentence below: the right way in Python and in C++, or the
/// right way and a mistake.
struct CodeSlide
{
    struct Side
    {
        QString title, caption;
        CodeLanguage language = CodeLanguage::Cpp;
        bool isMistake = false;
    };
    Side left, right;
    std::vector<CodeRow> rows;
    int number = 0;         ///< of the row that the sentence speaks of; 0 for none
    QString sentence, more; ///< the second is said less loudly

    static constexpr int mostRows = 7;
    static constexpr int mostColumns = 40;
    static constexpr qreal points = 20; ///< never less: lines are left out instead
};

/// The code of a scenario, of the right way in both languages or beside the `mistake`, which is an id; in the
/// language of the moment. Empty where its source does not say it.
std::optional<CodeSlide> codeSlideOf(const Scenario &scenario, const QString &mistake, bool isCppFirst,
                                     int columns = CodeSlide::mostColumns);

/// A font for code of CodeSlide::points at `factor`: of those that can show Japanese the first in which
/// mostColumns have room in `width`, else any.
QFont slideCodeFont(qreal factor, qreal width);
/// The width that the code of a side of a slide has, when the slide is `width` wide.
qreal codeWidth(qreal width, const Theme &theme);
void paintCodeSlide(QPainter &painter, const QRectF &room, const CodeSlide &slide, const Theme &theme);
/// As many columns as there are in `width` at that size of type.
int codeColumns(qreal width, const Theme &theme, int most = CodeSlide::mostColumns);
/// The right side alone, in `card`.
void paintMistake(QPainter &painter, const QRectF &card, const CodeSlide &slide, const Theme &theme);
/// How high that is at least.
qreal codeHeight(const Theme &theme);

} // namespace tenfold
