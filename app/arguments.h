#pragma once

#include <QSize>
#include <QStringList>

#include <optional>

namespace tenfold {

/// Bad usage: one line that says what was wrong and what is allowed.
struct UsageError
{
    QString sentence;
};

/// The ids of a range, with commas between them.
template<typename Range, typename Id> static QString idsOf(const Range &range, Id id)
{
    QStringList ids;
    for (const auto &item : range)
        ids << id(item);
    return ids.join(QStringLiteral(", "));
}

/// `value`, which is one of `allowed`. Each of these throws UsageError.
QString oneOf(const QString &option, const QString &value, const QStringList &allowed);
qlonglong number(const QString &option, const QString &text, qlonglong least, qlonglong most);
/// Seconds, such as "2.5".
double seconds(const QString &option, const QString &text, double least, double most);
/// "1600x900".
QSize sizeFrom(const QString &text);

/// Walks the arguments of one command.
class ArgumentReader
{
public:
    explicit ArgumentReader(QStringList arguments) : arguments_(std::move(arguments)) {}

    bool atEnd() const { return next_ >= arguments_.size(); }
    /// The next argument. "--option=value" comes apart.
    QString take()
    {
        const QString argument = arguments_[next_++];
        const qsizetype equals = argument.indexOf(u'=');
        if (!argument.startsWith(QLatin1String("--")) || equals < 0)
            return argument;
        attached_ = argument.mid(equals + 1);
        return argument.left(equals);
    }
    QString valueOf(const QString &option)
    {
        if (attached_)
            return *std::exchange(attached_, std::nullopt);
        if (atEnd())
            throw UsageError{QStringLiteral("%1 needs a value.").arg(option)};
        return arguments_[next_++];
    }
    void noValue(const QString &option)
    {
        if (attached_)
            throw UsageError{QStringLiteral("%1 takes no value.").arg(option)};
    }

private:
    const QStringList arguments_;
    qsizetype next_ = 0;
    std::optional<QString> attached_;
};

} // namespace tenfold
