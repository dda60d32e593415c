#include "ui/dialogs.h"

#include "core/catalog/words.h"

#include <QAction>
#include <QMessageBox>

namespace tenfold {

static void open(QWidget *window, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::RichText);
    box->setText(text);
    box->setStandardButtons(QMessageBox::Close);
    box->setModal(false);
    box->show();
}

void showAbout(QWidget *window)
{
    open(window, translate("Dialogs", "About Tenfold"),
         QStringLiteral("<h3>Tenfold %1</h3><p>%2</p><p>GPL-3.0-or-later</p>")
             .arg(QStringLiteral(TENFOLD_VERSION),
                  translate("Dialogs", "Ten patterns of concurrency, measured and drawn live.")));
}

void showKeys(QWidget *window, const QList<QAction *> &actions)
{
    QString rows;
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        rows += QStringLiteral("<tr><td style='padding-right:24px'>%1</td><td>%2</td></tr>")
                    .arg(action->iconText().toHtmlEscaped(), keys.join(QStringLiteral(", ")).toHtmlEscaped());
    }
    open(window, translate("Dialogs", "Keys"), QStringLiteral("<table>%1</table>").arg(rows));
}

} // namespace tenfold
