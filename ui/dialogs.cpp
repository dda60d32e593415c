#include "ui/dialogs.h"

#include "core/catalog/words.h"
#include "ui/timeline/timeline.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tenfold {

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(translate("Dialogs", "About Tenfold"));
    box->setTextFormat(Qt::RichText);
    box->setText(QStringLiteral("<h3>Tenfold %1</h3><p>%2</p><p>GPL-3.0-or-later</p>")
                     .arg(QStringLiteral(TENFOLD_VERSION),
                          translate("Dialogs", "Ten patterns of concurrency, measured and drawn live.")));
    box->setStandardButtons(QMessageBox::Close);
    box->setModal(false);
    box->show();
}

static QString cellsOf(const std::pair<QString, QString> &row)
{
    return QStringLiteral("<td style='padding-right:8px'>%1</td><td style='padding-right:16px'>%2</td>")
        .arg(row.first.toHtmlEscaped(), row.second.toHtmlEscaped());
}

void showKeys(QWidget *window, QList<std::pair<QString, QString>> keys)
{
    keys << Timeline::keys();
    // Beside one another: a list of all is higher than a projector's picture.
    constexpr qsizetype columns = 3;
    const qsizetype rows = (keys.size() + columns - 1) / columns;
    QString html;
    for (qsizetype row = 0; row < rows; ++row) {
        html += QStringLiteral("<tr>");
        for (qsizetype i = row; i < keys.size(); i += rows)
            html += cellsOf(keys[i]);
        html += QStringLiteral("</tr>");
    }
    auto *dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("keys"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(translate("Dialogs", "Keys"));
    auto *table =
        new QLabel(QStringLiteral("<table cellspacing='0' style='white-space:nowrap'>%1</table>").arg(html));
    table->setTextFormat(Qt::RichText);
    table->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *area = new QScrollArea; // where the text is large
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(table);
    area->setWidgetResizable(true);
    area->setAccessibleName(dialog->windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    area->setMinimumSize((table->sizeHint() + QSize(16, 16)).boundedTo(window->size() - QSize(80, 110)));
    dialog->show();
}

} // namespace tenfold
