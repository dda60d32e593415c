#include "ui/parameterform.h"

#include "core/analysis/format.h"
#include "ui/numberbox.h"
#include "ui/owninput.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace tenfold {

ParameterForm::ParameterForm(const Scenario &scenario, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const Parameter &parameter : scenario.parameters) {
        Editor editor;
        switch (parameter.kind) {
        case ParameterKind::Integer:
            editor = makeInteger(parameter);
            break;
        case ParameterKind::Choice:
            editor = makeChoice(parameter);
            break;
        case ParameterKind::Text:
            editor = makeText(parameter);
            break;
        case ParameterKind::File:
        case ParameterKind::Folder:
            editor = makePath(parameter);
            break;
        }
        editor.parameter = &parameter;
        editor.widget->setObjectName(parameter.id);
        editor.label = new QLabel;
        editor.label->setBuddy(editor.widget);
        QWidget *field = editor.widget->parentWidget() ? editor.widget->parentWidget() : editor.widget;
        layout->addRow(editor.label, field);
        editors_.push_back(std::move(editor));
    }
    setValues(scenario.preset(QStringLiteral("default")));
    fitTexts();
    retranslate();
}

ParameterForm::Editor ParameterForm::makeInteger(const Parameter &parameter)
{
    auto *box = new NumberBox;
    box->setRange(parameter.minimum, parameter.maximum);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(box, &QSpinBox::valueChanged, this, &ParameterForm::changed);
    connect(box, &NumberBox::typedOutOfRange, this, [this, &parameter](const QString &number) {
        QString sentence;
        if (!number.isEmpty())
            parseValue(parameter, number, &sentence, Reader::Window);
        Q_EMIT refused(sentence);
    });
    return {nullptr, nullptr, box, [box] { return QVariant(box->value()); },
            [box](const QVariant &value) { box->setValue(value.toInt()); }};
}

ParameterForm::Editor ParameterForm::makeChoice(const Parameter &parameter)
{
    auto *box = new QComboBox;
    for (const QString &choice : parameter.choices)
        box->addItem(QString(), choice);
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::changed);
    return {nullptr, nullptr, box, [box] { return box->currentData(); },
            [box](const QVariant &value) { box->setCurrentIndex(box->findData(value)); }};
}

ParameterForm::Editor ParameterForm::makeText(const Parameter &parameter)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *edit = new QPlainTextEdit;
    edit->setAcceptDrops(false); // the page takes them: a file's lines instead of its name
    auto *fromFile = new QPushButton;
    layout->addWidget(edit, 1);
    layout->addWidget(fromFile, 0, Qt::AlignTop);
    fromFile_ << fromFile;
    connect(fromFile, &QPushButton::clicked, this, [this, edit, &parameter] {
        const QString file = QFileDialog::getOpenFileName(this, parameter.title.text());
        const OwnInput input = file.isEmpty() ? OwnInput() : textFromFile(parameter, file);
        if (!input.values.isEmpty())
            edit->setPlainText(input.values.first().toString());
        Q_EMIT refused(input.problem);
    });
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(edit, &QPlainTextEdit::textChanged, this, &ParameterForm::changed);
    return {nullptr, nullptr, edit, [edit] { return QVariant(edit->toPlainText()); },
            [edit](const QVariant &value) { edit->setPlainText(value.toString()); }};
}

ParameterForm::Editor ParameterForm::makePath(const Parameter &parameter)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *edit = new QLineEdit;
    edit->setClearButtonEnabled(true);
    constexpr int leastCharacters = 36; // of a path, to know it by
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * leastCharacters);
    edit->setAcceptDrops(false);
    auto *browse = new QPushButton;
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    browse_ << browse;
    connect(edit, &QLineEdit::textChanged, this, &ParameterForm::changed);
    connect(browse, &QPushButton::clicked, this, [this, edit, &parameter] {
        const QString title = parameter.title.text();
        const QString chosen = parameter.kind == ParameterKind::File
                                   ? QFileDialog::getOpenFileName(this, title, edit->text())
                                   : QFileDialog::getExistingDirectory(this, title, edit->text());
        if (!chosen.isEmpty())
            edit->setText(chosen);
    });
    return {nullptr, nullptr, edit, [edit] { return QVariant(edit->text()); },
            [edit](const QVariant &value) { edit->setText(value.toString()); }};
}

Values ParameterForm::values() const
{
    Values values;
    for (const Editor &editor : editors_)
        values[editor.parameter->id] = editor.read();
    return values;
}

void ParameterForm::setValues(const Values &values)
{
    const Values before = this->values();
    {
        const QSignalBlocker once(this); // one change, however many editors it moves
        for (const Editor &editor : editors_) {
            const auto value = values.find(editor.parameter->id);
            if (value != values.end())
                editor.write(*value);
        }
    }
    if (this->values() != before)
        Q_EMIT changed();
}

void ParameterForm::commit()
{
    for (NumberBox *box : findChildren<NumberBox *>())
        box->interpretText();
}

QString ParameterForm::problem() const
{
    for (const Editor &editor : editors_) {
        const ParameterKind kind = editor.parameter->kind;
        QString sentence;
        if ((kind == ParameterKind::File || kind == ParameterKind::Folder) &&
            !parseValue(*editor.parameter, editor.read().toString(), &sentence, Reader::Window).isValid())
            return sentence;
    }
    return {};
}

QString ParameterForm::inWords() const
{
    QStringList words;
    for (const Editor &editor : editors_) {
        if (editor.parameter->isUnsaid && editor.read() == editor.parameter->defaultValue)
            continue;
        const QString value = editor.parameter->inWords(editor.read());
        const qsizetype lines = value.trimmed().count(u'\n') + 1; // a file ends with one
        const QString shown = lines > 1 ? tr("%1 lines").arg(lines) : value;
        if (!value.isEmpty())
            words << unbroken(editor.parameter->title.text() + u' ' +
                              withUnit(shown, editor.parameter->unit.text()));
    }
    return words.join(QStringLiteral(" · "));
}

void ParameterForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitTexts();
}

void ParameterForm::fitTexts()
{
    for (auto *edit : findChildren<QPlainTextEdit *>())
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + 12);
}

void ParameterForm::retranslate()
{
    for (const Editor &editor : editors_) {
        const QString title = editor.parameter->title.text();
        editor.label->setText(title);
        editor.widget->setAccessibleName(title);
        const QString allowed = tr("Allowed: %1").arg(editor.parameter->allowed());
        editor.widget->setToolTip(allowed);
        editor.widget->setAccessibleDescription(allowed);
        const QString unit = editor.parameter->unit.text();
        if (auto *number = qobject_cast<NumberBox *>(editor.widget); number && !unit.isEmpty())
            number->setSuffix(withUnit(QString(), unit));
        if (auto *choices = qobject_cast<QComboBox *>(editor.widget)) {
            for (int i = 0; i < choices->count(); ++i)
                choices->setItemText(i, editor.parameter->inWords(choices->itemData(i)));
        }
        if (auto *text = qobject_cast<QPlainTextEdit *>(editor.widget))
            text->setPlaceholderText(tr("One value per line. Empty: Tenfold's own."));
        if (auto *path = qobject_cast<QLineEdit *>(editor.widget))
            path->setPlaceholderText(tr("Empty: Tenfold's own."));
    }
    for (QAbstractButton *browse : std::as_const(browse_)) {
        browse->setText(tr("Browse…"));
        browse->setAccessibleName(browse->text());
    }
    for (QAbstractButton *fromFile : std::as_const(fromFile_)) {
        fromFile->setText(tr("From file…"));
        fromFile->setToolTip(tr("Reads the lines of a text file"));
    }
}

} // namespace tenfold
