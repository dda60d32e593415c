#include "ui/export/exportdialog.h"

#include "ui/fonts.h"
#include "ui/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace tenfold {

using namespace std::chrono_literals;
static constexpr auto liveInterval = 1000ms; // drawing the preview more often would disturb what is measured
static constexpr std::array presets{QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080)};

ExportDialog::ExportDialog(const ExportChoice &choice, bool dark, QWidget *parent)
    : QDialog(parent),
      choice_(choice),
      form_(new QFormLayout),
      figures_(addChoice(QStringLiteral("figure"), {})),
      formats_(addChoice(QStringLiteral("format"), pictureEndings() + dataFormats())),
      themes_(addChoice(QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark")})),
      languages_(addChoice(QStringLiteral("language"), {QStringLiteral("en"), QStringLiteral("ja")})),
      sizes_(addChoice(QStringLiteral("size"), {})),
      scales_(addChoice(QStringLiteral("scale"), {})),
      width_(new QSpinBox),
      height_(new QSpinBox),
      text_(new QSpinBox),
      foot_(new QCheckBox),
      preview_(new QLabel),
      message_(new QLabel),
      save_(new QPushButton),
      close_(new QPushButton)
{
    if (choice_.theme.isEmpty())
        choice_.theme = dark ? QStringLiteral("dark") : QStringLiteral("light");
    if (choice_.language.isEmpty())
        choice_.language = language();
    if (!canShowJapanese())
        languages_->removeItem(languages_->findData(QStringLiteral("ja")));
    for (const QSize size : presets)
        sizes_->addItem(QString(), size);
    sizes_->addItem(QString(), QSize());
    for (int scale = 1; scale <= greatestScale; ++scale)
        scales_->addItem(QString(), scale);
    width_->setRange(smallestPicture.width(), greatestPicture.width());
    height_->setRange(smallestPicture.height(), greatestPicture.height());
    text_->setRange(smallestText, greatestText);
    text_->setSingleStep(10);
    text_->setSuffix(QStringLiteral(" %"));
    text_->setValue(choice_.textPercent);
    foot_->setChecked(choice_.hasFoot);
    build();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &ExportDialog::drawPreview);
    retranslate();
    width_->setValue(choice_.size.width());
    height_->setValue(choice_.size.height());
    const auto choose = [](QComboBox *box, const QVariant &id) {
        box->setCurrentIndex(std::max(0, box->findData(id)));
    };
    choose(formats_, choice_.format);
    choose(themes_, choice_.theme);
    choose(languages_, choice_.language);
    choose(scales_, choice_.scale);
    read();
    for (QComboBox *box : {figures_, formats_, themes_, languages_, scales_})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::read);
    for (QSpinBox *box : {width_, height_, text_})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::read);
    connect(foot_, &QCheckBox::toggled, this, &ExportDialog::read);
    connect(sizes_, &QComboBox::activated, this, &ExportDialog::choosePreset);
    connect(save_, &QPushButton::clicked, this, &ExportDialog::askForFile);
    connect(close_, &QPushButton::clicked, this, &QWidget::close);
}

QComboBox *ExportDialog::addChoice(const QString &name, const QStringList &ids)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("export-") + name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const QString &id : ids)
        box->addItem(QString(), id);
    return box;
}

void ExportDialog::build()
{
    const auto addRow = [this](const char *text, auto *widget) {
        labels_.emplace_back(new QLabel, text);
        form_->addRow(labels_.back().first, widget);
        if constexpr (std::is_base_of_v<QWidget, std::remove_pointer_t<decltype(widget)>>)
            labels_.back().first->setBuddy(widget);
    };
    addRow(QT_TR_NOOP("&Picture:"), figures_);
    addRow(QT_TR_NOOP("&Format:"), formats_);
    addRow(QT_TR_NOOP("&Theme:"), themes_);
    addRow(QT_TR_NOOP("&Language:"), languages_);
    addRow(QT_TR_NOOP("Si&ze:"), sizes_);
    auto *own = new QHBoxLayout;
    own->addWidget(width_);
    own->addWidget(new QLabel(QStringLiteral("×")));
    own->addWidget(height_);
    own->addStretch();
    addRow(QT_TR_NOOP("&Width × height:"), own);
    labels_.back().first->setBuddy(width_);
    addRow(QT_TR_NOOP("Sc&ale:"), scales_);
    addRow(QT_TR_NOOP("Te&xt size:"), text_);
    form_->addRow(QString(), foot_);
    text_->setObjectName(QStringLiteral("export-text"));
    foot_->setObjectName(QStringLiteral("export-foot"));
    width_->setObjectName(QStringLiteral("export-width"));
    height_->setObjectName(QStringLiteral("export-height"));

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
    upper->addLayout(form_);
    upper->addWidget(preview_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(upper, 1);
    layout->addWidget(message_);
    layout->addWidget(buttons);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export picture"));
    for (const auto &[label, text] : labels_)
        label->setText(tr(text));
    for (int i = 0; i < formats_->count(); ++i)
        formats_->setItemText(i, formats_->itemData(i).toString().toUpper());
    formats_->setItemText(formats_->findData(QStringLiteral("svg")), tr("SVG (text stays text)"));
    formats_->setItemText(formats_->findData(QStringLiteral("json")), tr("JSON (the whole result)"));
    formats_->setItemText(formats_->findData(QStringLiteral("csv")),
                          tr("CSV (a row per variant and repeat)"));
    formats_->setItemText(formats_->findData(QStringLiteral("trace")), tr("Chrome trace (for Perfetto)"));
    foot_->setText(tr("C&ommand at the foot"));
    themes_->setItemText(0, tr("Light"));
    themes_->setItemText(1, tr("Dark"));
    languages_->setItemText(0, QStringLiteral("English")); // each names itself
    if (languages_->count() > 1)
        languages_->setItemText(1, QString::fromUtf8("日本語"));
    for (int i = 0; i < sizes_->count(); ++i) {
        const QSize size = sizes_->itemData(i).toSize();
        sizes_->setItemText(i, size.isValid() ? QStringLiteral("%1 × %2").arg(size.width()).arg(size.height())
                                              : tr("Custom size"));
    }
    for (int i = 0; i < scales_->count(); ++i)
        scales_->setItemText(i, QStringLiteral("%1×").arg(i + 1));
    scales_->setToolTip(tr("Pixels of a PNG per pixel of its width and height"));
    width_->setAccessibleName(tr("Width"));
    height_->setAccessibleName(tr("Height"));
    preview_->setAccessibleName(tr("Preview"));
    save_->setText(tr("&Save…"));
    close_->setText(tr("&Close"));
    fillFigures();
}

void ExportDialog::show(const Scene &scene)
{
    const bool isOther =
        scene.scenario() != scene_.scenario() ||
        !std::ranges::equal(scene.outcomes, scene_.outcomes, {}, &Outcome::variant, &Outcome::variant) ||
        scene.sweeps.size() != scene_.sweeps.size();
    scene_ = scene;
    save_->setEnabled(!scene.outcomes.empty());
    if (isOther)
        fillFigures();
    if (isOther || !timer_.isActive())
        timer_.start(isOther ? 0ms : liveInterval);
}

void ExportDialog::fillFigures()
{
    isFilling_ = true;
    figures_->clear();
    if (scene_.scenario()) {
        const Scenario &scenario = *scene_.scenario();
        QList<FigureId> all = figuresOf(scenario);
        for (const auto &[over, sweep] : scene_.sweeps) {
            if (const FigureId id = sweepFigure(scenario, over); !all.contains(id))
                all << id;
        }
        const auto wasRun = [this](const FigureId &id) {
            return id.kind != FigureId::Kind::Timeline || id.part.isEmpty() || scene_.outcomes.empty() ||
                   std::ranges::find(scene_.outcomes, id.part, &Outcome::variant) != scene_.outcomes.end();
        };
        for (const FigureId &id : std::as_const(all)) {
            if (wasRun(id))
                figures_->addItem(figureTitle(scenario, id), id.toString());
        }
        if (figures_->findData(choice_.figure.toString()) < 0)
            choice_.figure = FigureId::parse(figures_->itemData(0).toString());
    }
    figures_->setCurrentIndex(std::max(0, figures_->findData(choice_.figure.toString())));
    isFilling_ = false;
    timer_.start(0);
}

void ExportDialog::setFigure(const FigureId &id)
{
    if (const int index = figures_->findData(id.toString()); index >= 0)
        figures_->setCurrentIndex(index);
}

void ExportDialog::choosePreset()
{
    const QSize size = sizes_->currentData().toSize();
    if (!size.isValid()) {
        width_->setFocus();
        width_->selectAll();
        return;
    }
    width_->setValue(size.width());
    height_->setValue(size.height());
}

/// Takes the choice over from the boxes.
void ExportDialog::read()
{
    if (isFilling_)
        return;
    if (figures_->currentIndex() >= 0)
        choice_.figure = FigureId::parse(figures_->currentData().toString());
    choice_.format = formats_->currentData().toString();
    choice_.theme = themes_->currentData().toString();
    choice_.language = languages_->currentData().toString();
    choice_.size = {width_->value(), height_->value()};
    choice_.scale = scales_->currentData().toInt();
    choice_.textPercent = text_->value();
    choice_.hasFoot = foot_->isChecked();
    const bool isPicture = !isData();
    for (QWidget *box : std::initializer_list<QWidget *>{figures_, themes_, languages_, sizes_, width_,
                                                         height_, text_, foot_})
        box->setEnabled(isPicture);
    const int preset = sizes_->findData(choice_.size);
    sizes_->setCurrentIndex(preset < 0 ? sizes_->count() - 1 : preset);
    scales_->setEnabled(choice_.format == QLatin1String("png"));
    timer_.start(0);
    Q_EMIT chosen(choice_);
}

bool ExportDialog::isData() const
{
    return dataFormats().contains(choice_.format);
}

Figure ExportDialog::figure() const
{
    return {choice_.figure,
            Theme::make(choice_.theme == QLatin1String("dark"), choice_.textPercent / 100.0, uiFont()),
            choice_.language,
            choice_.size,
            choice_.scale,
            choice_.hasFoot};
}

void ExportDialog::drawPreview()
{
    if (!isVisible())
        return;
    if (scene_.outcomes.empty())
        return preview_->setText(tr("Nothing has been run yet."));
    if (isData())
        return preview_->setText(formats_->currentText());
    const qreal ratio = devicePixelRatio();
    QImage image = previewFigure(scene_, figure(), (QSizeF(preview_->size()) * ratio).toSize());
    image.setDevicePixelRatio(ratio);
    preview_->setPixmap(QPixmap::fromImage(image));
}

void ExportDialog::askForFile()
{
    const bool isTrace = choice_.format == QLatin1String("trace");
    const QString format = isTrace ? QStringLiteral("json") : choice_.format;
    QString name = scene_.scenario()->id;
    if (!isData())
        name += u'-' + choice_.figure.fileName() + u'-' + choice_.language + u'-' + choice_.theme;
    else if (isTrace)
        name += QStringLiteral("-trace");
    auto *dialog = new QFileDialog(this, tr("Export picture"), choice_.folder,
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
    if (scene_.outcomes.empty())
        return;
    choice_.folder = QFileInfo(file).absolutePath();
    Q_EMIT chosen(choice_);
    const QString problem =
        isData() ? saveData(scene_.atEnd(), choice_.format, file) : saveFigure(scene_, figure(), file);
    message_->setText(problem.isEmpty() ? tr("Saved %1").arg(QDir::toNativeSeparators(file)) : problem);
    message_->setFocusPolicy(Qt::StrongFocus);
    if (problem.isEmpty())
        Q_EMIT saved(file);
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
