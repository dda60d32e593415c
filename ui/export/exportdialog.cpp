#include "ui/export/exportdialog.h"

#include "ui/export/animation.h"
#include "ui/export/exportform.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace tenfold {

using namespace std::chrono_literals;
static constexpr auto liveInterval = 1000ms; // drawing the preview more often would disturb what is measured

ExportDialog::ExportDialog(const ExportChoice &choice, bool dark, QWidget *parent)
    : QDialog(parent),
      form_(new ExportForm(choice, dark)),
      preview_(new QLabel),
      message_(new QLabel),
      save_(new QPushButton),
      close_(new QPushButton)
{
    build();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &ExportDialog::drawPreview);
    retranslate();
    connect(form_, &ExportForm::changed, this, [this] {
        timer_.start(0);
        Q_EMIT chosen(this->choice());
    });
    connect(save_, &QPushButton::clicked, this, &ExportDialog::saveOrStop);
    connect(close_, &QPushButton::clicked, this, &QWidget::close);
}

void ExportDialog::build()
{
    preview_->setObjectName(QStringLiteral("export-preview"));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumSize(440, 260);
    preview_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    message_->setObjectName(QStringLiteral("export-message"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    message_->setFocusPolicy(Qt::NoFocus); // while it says nothing
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(save_, QDialogButtonBox::AcceptRole);
    buttons->addButton(close_, QDialogButtonBox::RejectRole);
    save_->setObjectName(QStringLiteral("export-save"));
    save_->setDefault(true);

    auto *upper = new QHBoxLayout;
    upper->addWidget(form_, 0, Qt::AlignTop);
    upper->addWidget(preview_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(upper, 1);
    layout->addWidget(message_);
    layout->addWidget(buttons);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export picture"));
    form_->retranslate();
    preview_->setAccessibleName(tr("Preview"));
    save_->setText(animation_ ? tr("&Stop") : tr("&Save…"));
    close_->setText(tr("&Close"));
    timer_.start(0);
}

const ExportChoice &ExportDialog::choice() const
{
    return form_->choice();
}

void ExportDialog::show(const Scene &scene)
{
    const bool isOther =
        scene.scenario() != scene_.scenario() || scene.isUnderWay() != scene_.isUnderWay() ||
        scene.atEnd().firstTrace() != scene_.atEnd().firstTrace() ||
        !std::ranges::equal(scene.outcomes, scene_.outcomes, {}, &Outcome::variant, &Outcome::variant) ||
        scene.sweeps.size() != scene_.sweeps.size();
    scene_ = scene;
    save_->setEnabled(animation_ || !scene.outcomes.empty());
    if (isOther)
        form_->setScene(scene);
    if (isOther || !timer_.isActive())
        timer_.start(isOther ? 0ms : liveInterval);
}

void ExportDialog::hold(bool isHeld)
{
    isHeld_ = isHeld;
    if (animation_)
        animation_->hold(isHeld);
}

void ExportDialog::setFigure(const FigureId &id)
{
    form_->setFigure(id);
}

void ExportDialog::drawPreview()
{
    if (!isVisible())
        return;
    if (scene_.outcomes.empty())
        return preview_->setText(tr("Nothing has been run yet."));
    if (form_->isData())
        return preview_->setText(form_->formatTitle());
    const qreal ratio = devicePixelRatio();
    QImage image =
        previewFigure(scene_, form_->figure(), choice().format, (QSizeF(preview_->size()) * ratio).toSize());
    image.setDevicePixelRatio(ratio);
    preview_->setPixmap(QPixmap::fromImage(image));
}

/// The button that saves is, while an animation is made, the one that stops it.
void ExportDialog::saveOrStop()
{
    if (!animation_)
        return askForFile();
    delete std::exchange(animation_, nullptr);
    said(tr("Stopped: no animation was written."), {});
}

void ExportDialog::askForFile()
{
    const ExportChoice &choice = form_->choice();
    const bool isTrace = choice.format == QLatin1String("trace");
    const QString format = isTrace ? QStringLiteral("json") : choice.format;
    QString name = scene_.scenario()->id;
    if (!form_->isData())
        name += u'-' + choice.figure.fileName() + u'-' + choice.language + u'-' + choice.theme;
    else if (isTrace)
        name += QStringLiteral("-trace");
    auto *dialog = new QFileDialog(this, tr("Export picture"), choice.folder,
                                   QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->selectFile(name + u'.' + format);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::save);
    dialog->open();
}

void ExportDialog::save(const QString &file)
{
    if (scene_.outcomes.empty() || animation_)
        return;
    form_->setFolderOf(file);
    if (form_->isAnimation())
        return saveAnimation(file);
    said(form_->isData() ? saveData(scene_.atEnd(), choice().format, file)
                         : saveFigure(scene_, form_->figure(), file),
         file);
}

void ExportDialog::saveAnimation(const QString &file)
{
    auto made = std::make_unique<AnimationExport>(scene_, form_->figure(), file, this);
    if (const QString problem = made->problem(); !problem.isEmpty())
        return said(problem, file);
    animation_ = made.release();
    connect(animation_, &AnimationExport::progressed, this, &ExportDialog::sayProgress);
    connect(animation_, &AnimationExport::finished, this, [this, file](const QString &problem) {
        std::exchange(animation_, nullptr)->deleteLater();
        said(problem, file);
    });
    save_->setText(tr("&Stop"));
    sayProgress();
    animation_->start();
    animation_->hold(isHeld_);
}

void ExportDialog::sayProgress()
{
    message_->setText(
        tr("Drawing the animation: %1 of %2 pictures").arg(animation_->done()).arg(animation_->count()));
}

/// What became of writing `file`.
void ExportDialog::said(const QString &problem, const QString &file)
{
    save_->setText(tr("&Save…"));
    save_->setEnabled(!scene_.outcomes.empty());
    message_->setText(problem.isEmpty() ? tr("Saved %1").arg(QDir::toNativeSeparators(file)) : problem);
    message_->setFocusPolicy(Qt::StrongFocus);
    if (problem.isEmpty())
        Q_EMIT saved(file);
    else
        Q_EMIT failed(problem);
}

void ExportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    timer_.start(0);
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    timer_.start(0);
}

} // namespace tenfold
