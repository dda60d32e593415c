#include "ui/runcard.h"

#include "ui/parameterform.h"
#include "ui/variantpicker.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tenfold {

RunCard::RunCard(const Scenario &scenario, QWidget *parent)
    : QFrame(parent),
      scenario_(scenario),
      fold_(new QToolButton),
      words_(new QLabel),
      space_(new QWidget),
      break_(new QPushButton),
      presetLabel_(new QLabel),
      presets_(new QComboBox),
      reset_(new QPushButton),
      body_(new QWidget),
      form_(new ParameterForm(scenario)),
      picker_(new VariantPicker(scenario))
{
    setObjectName(QStringLiteral("card"));
    fold_->setObjectName(QStringLiteral("fold"));
    fold_->setAutoRaise(true);
    fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold_->setFocusPolicy(Qt::StrongFocus);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->installEventFilter(this);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    break_->setObjectName(QStringLiteral("break-it"));
    break_->setAutoDefault(false);
    break_->setMenu(new QMenu(break_));
    break_->menu()->addActions(picker_->mistakes());
    presets_->setObjectName(QStringLiteral("presets"));
    presets_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    presetLabel_->setBuddy(presets_);

    auto *header = new QHBoxLayout;
    header->addWidget(fold_);
    header->addWidget(words_, 1);
    header->addWidget(space_, 1);
    header->addWidget(break_);
    header->addWidget(presetLabel_);
    header->addWidget(presets_);
    header->addWidget(reset_);
    columns_ = new QBoxLayout(QBoxLayout::TopToBottom, body_);
    columns_->setContentsMargins(8, 4, 8, 4);
    columns_->setSpacing(24);
    columns_->addWidget(form_, 1);
    columns_->addWidget(picker_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 5, 8, 5);
    layout->addLayout(header);
    layout->addWidget(body_);

    for (const Preset &preset : scenario.presets)
        presets_->addItem(QString(), preset.id);
    presets_->addItem(QString()); // none of them
    connect(fold_, &QToolButton::clicked, this, [this] { setFolded(body_->isVisibleTo(this)); });
    connect(presets_, &QComboBox::activated, this,
            [this] { form_->setValues(scenario_.preset(presets_->currentData().toString())); });
    connect(reset_, &QPushButton::clicked, this, [this] {
        form_->setValues(scenario_.preset(QStringLiteral("default")));
        picker_->setVariants(scenario_.tickedVariants());
    });
    for (const auto signal : {&RunCard::changed, &RunCard::update}) {
        connect(form_, &ParameterForm::changed, this, signal);
        connect(picker_, &VariantPicker::changed, this, signal);
    }
    connect(picker_, &VariantPicker::runAsked, this, &RunCard::runAsked);
    if (scenario.isOfFile) { // its values are those of the recording
        for (QWidget *part : std::initializer_list<QWidget *>{form_, picker_, break_, presets_, reset_})
            part->setEnabled(false);
        for (QAction *mistake : picker_->mistakes())
            mistake->setEnabled(false);
    }
    setFolded(true);
    retranslate();
}

bool RunCard::isFolded() const
{
    return body_->isHidden();
}

void RunCard::setFolded(bool folded)
{
    fold_->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    body_->setVisible(!folded);
    words_->setVisible(folded); // unfolded, the form says it
    space_->setVisible(!folded);
    break_->setVisible(folded && !picker_->mistakes().isEmpty());
    presetLabel_->setVisible(!folded);
    reset_->setVisible(!folded);
    Q_EMIT this->folded();
}

void RunCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int form = form_->minimumSizeHint().width();
    const int picker = picker_->minimumSizeHint().width();
    const int sideBySide = form + picker + 120;
    // Else what needs room side by side would keep the card from getting narrower.
    body_->setMinimumWidth(std::max(form, picker) + 16);
    columns_->setDirection(width() >= sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool RunCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == words_ && event->type() == QEvent::Resize)
        fitWords();
    return QFrame::eventFilter(watched, event);
}

void RunCard::setLow(bool low)
{
    if (std::exchange(isLow_, low) != low)
        fitWords();
}

/// What Run does beside the default: the variants where others are ticked. What would take more than two
/// lines of a low page, or one with the variants, is left to the tool tip.
void RunCard::fitWords()
{
    const QString parameters = form_->inWords();
    const bool isDefault = picker_->variants() == scenario_.tickedVariants();
    const QString all = isDefault ? parameters : parameters + QStringLiteral(" · ") + picker_->inWords();
    const bool fits = words_->fontMetrics().horizontalAdvance(all) <= words_->width();
    const int twoLines =
        2 * words_->width() - 8 * words_->fontMetrics().averageCharWidth(); // they break early
    words_->setText(fits || !isLow_ ? all
                                    : words_->fontMetrics().elidedText(parameters, Qt::ElideRight,
                                                                       std::max(0, twoLines)));
    words_->setToolTip(all);
}

void RunCard::setTheme(const Theme &theme)
{
    QPalette muted = theme.palette();
    muted.setColor(QPalette::WindowText, theme.muted);
    words_->setPalette(muted);
    picker_->setTheme(theme);
}

void RunCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunCard::retranslate()
{
    fold_->setText(tr("Parameters"));
    fold_->setAccessibleName(tr("Parameters and variants"));
    fold_->setToolTip(tr("Show or hide the parameters and the variants"));
    break_->setText(tr("Break it"));
    break_->setToolTip(tr("Runs the right way and a common mistake"));
    presetLabel_->setText(tr("Preset:"));
    presets_->setAccessibleName(tr("Preset"));
    reset_->setText(tr("Reset"));
    reset_->setToolTip(tr("Back to the default parameters and variants"));
    for (int i = 0; i < presets_->count(); ++i) {
        const QString id = presets_->itemData(i).toString();
        presets_->setItemText(i, id.isEmpty()                     ? tr("Custom values")
                                 : id == QLatin1String("default") ? tr("Default")
                                 : id == QLatin1String("chapter") ? tr("As in the chapter")
                                 : id == QLatin1String("quick")   ? tr("Quick")
                                 : id == QLatin1String("large")   ? tr("Large")
                                                                  : id);
    }
    update();
}

/// Says what the form and the ticks hold, and which preset that is.
void RunCard::update()
{
    fitWords();
    const auto ofRun = [this](Values values) { // what is drawn of it makes no other run
        for (const Parameter &parameter : scenario_.parameters) {
            if (parameter.isOfPicture)
                values.remove(parameter.id);
        }
        return values;
    };
    const Values values = form_->values();
    const auto preset = std::ranges::find_if(
        scenario_.presets, [&](const Preset &p) { return ofRun(scenario_.preset(p.id)) == ofRun(values); });
    presets_->setCurrentIndex(static_cast<int>(preset - scenario_.presets.begin()));
    const bool isDefault = scenario_.preset(QStringLiteral("default")) == values &&
                           picker_->variants() == scenario_.tickedVariants();
    reset_->setEnabled(!isDefault && !scenario_.isOfFile);
}

} // namespace tenfold
