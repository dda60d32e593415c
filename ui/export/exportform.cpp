#include "ui/export/exportform.h"

#include "ui/export/animation.h"
#include "ui/fonts.h"
#include "ui/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace tenfold {

static constexpr std::array presets{QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080)};

ExportForm::ExportForm(const ExportChoice &choice, bool dark, QWidget *parent)
    : QWidget(parent),
      choice_(choice),
      form_(new QFormLayout(this)),
      figures_(addChoice(QStringLiteral("figure"), {})),
      formats_(addChoice(QStringLiteral("format"), pictureEndings() + animationEndings() + dataFormats())),
      themes_(addChoice(QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark")})),
      languages_(addChoice(QStringLiteral("language"), {QStringLiteral("en"), QStringLiteral("ja")})),
      sizes_(addChoice(QStringLiteral("size"), {})),
      scales_(addChoice(QStringLiteral("scale"), {})),
      width_(new QSpinBox),
      height_(new QSpinBox),
      text_(new QSpinBox),
      length_(new QDoubleSpinBox),
      foot_(new QCheckBox)
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
    length_->setRange(shortestAnimation, longestAnimation);
    length_->setSingleStep(0.5);
    length_->setDecimals(1);
    foot_->setChecked(choice_.hasFoot);
    build();
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
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::read);
    for (QSpinBox *box : {width_, height_, text_})
        connect(box, &QSpinBox::valueChanged, this, &ExportForm::read);
    connect(length_, &QDoubleSpinBox::valueChanged, this, [this] {
        isLengthChosen_ = true;
        read();
    });
    connect(foot_, &QCheckBox::toggled, this, &ExportForm::read);
    connect(sizes_, &QComboBox::activated, this, &ExportForm::choosePreset);
}

QComboBox *ExportForm::addChoice(const QString &name, const QStringList &ids)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("export-") + name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const QString &id : ids)
        box->addItem(QString(), id);
    return box;
}

void ExportForm::build()
{
    form_->setContentsMargins({});
    const auto addRow = [this](const char *text, auto *widget) {
        labels_.emplace_back(new QLabel, text);
        form_->addRow(labels_.back().first, widget);
        if constexpr (std::is_base_of_v<QWidget, std::remove_pointer_t<decltype(widget)>>)
            labels_.back().first->setBuddy(widget);
    };
    addRow(QT_TR_NOOP("&Picture:"), figures_);
    addRow(QT_TR_NOOP("&Format:"), formats_);
    addRow(QT_TR_NOOP("Len&gth:"), length_);
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
    length_->setObjectName(QStringLiteral("export-length"));
    foot_->setObjectName(QStringLiteral("export-foot"));
    width_->setObjectName(QStringLiteral("export-width"));
    height_->setObjectName(QStringLiteral("export-height"));
}

void ExportForm::retranslate()
{
    for (const auto &[label, text] : labels_)
        label->setText(tr(text));
    for (int i = 0; i < formats_->count(); ++i)
        formats_->setItemText(i, formats_->itemData(i).toString().toUpper());
    const auto name = [this](const char *format, const QString &text) {
        formats_->setItemText(formats_->findData(QLatin1String(format)), text);
    };
    name("svg", tr("SVG (text stays text)"));
    name("webp", tr("WebP (the replay, animated)"));
    name("gif", tr("GIF (the replay, animated)"));
    name("json", tr("JSON (the whole result)"));
    name("csv", tr("CSV (a row per variant and repeat)"));
    name("trace", tr("Chrome trace (for Perfetto)"));
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
    scales_->setToolTip(tr("Pixels of a PNG or an animation per pixel of its width and height"));
    length_->setSuffix(tr(" s"));
    length_->setToolTip(tr("How long the replay takes from its start to its end"));
    width_->setAccessibleName(tr("Width"));
    height_->setAccessibleName(tr("Height"));
    fillFigures();
}

void ExportForm::setScene(const Scene &scene)
{
    scene_ = scene;
    if (!isLengthChosen_ && !scene.outcomes.empty() && scene.canReplay()) {
        const QSignalBlocker quiet(length_);
        length_->setValue(usualLength(scene));
    }
    fillFigures();
}

void ExportForm::fillFigures()
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
                   scene_.outcomeOf(id.part);
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
}

void ExportForm::setFigure(const FigureId &id)
{
    if (const int index = figures_->findData(id.toString()); index >= 0)
        figures_->setCurrentIndex(index);
}

void ExportForm::setFolderOf(const QString &file)
{
    choice_.folder = QFileInfo(file).absolutePath();
    Q_EMIT changed();
}

void ExportForm::choosePreset()
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
void ExportForm::read()
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
    enable();
    Q_EMIT changed();
}

/// Only what means something for the format can be set.
void ExportForm::enable()
{
    for (QWidget *box : std::initializer_list<QWidget *>{figures_, themes_, languages_, sizes_, width_,
                                                         height_, text_, foot_})
        box->setEnabled(!isData());
    const int preset = sizes_->findData(choice_.size);
    sizes_->setCurrentIndex(preset < 0 ? sizes_->count() - 1 : preset);
    scales_->setEnabled(choice_.format == QLatin1String("png") || isAnimation());
    length_->setEnabled(isAnimation());
}

bool ExportForm::isData() const
{
    return dataFormats().contains(choice_.format);
}

bool ExportForm::isAnimation() const
{
    return animationEndings().contains(choice_.format);
}

Figure ExportForm::figure() const
{
    return {choice_.figure,
            Theme::make(choice_.theme == QLatin1String("dark"), choice_.textPercent / 100.0, uiFont()),
            choice_.language,
            choice_.size,
            choice_.scale,
            choice_.hasFoot,
            isAnimation() ? length_->value() : 0};
}

QString ExportForm::formatTitle() const
{
    return formats_->currentText();
}

} // namespace tenfold
