#include "ui/data/outcomemodel.h"

#include "core/analysis/format.h"

#include <QImage>

#include <cmath>

namespace tenfold {

OutcomeModel::OutcomeModel(const Scenario &scenario, QObject *parent)
    : QAbstractTableModel(parent), scenario_(scenario)
{}

void OutcomeModel::show(const QList<QVariantList> &rows, bool another)
{
    if (another) {
        beginResetModel();
        rows_ = rows;
        thumbnails_.clear();
        endResetModel();
        return;
    }
    const qsizetype common = std::min(rows_.size(), rows.size());
    if (rows.size() < rows_.size()) {
        beginRemoveRows({}, static_cast<int>(common), static_cast<int>(rows_.size()) - 1);
        rows_.resize(common);
        endRemoveRows();
    }
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = 0; i < common; ++i) {
        if (rows_[i] == rows[i])
            continue;
        first = first < 0 ? i : first;
        last = i;
        rows_[i] = rows[i];
    }
    if (first >= 0) {
        thumbnails_.clear();
        Q_EMIT dataChanged(index(static_cast<int>(first), 0),
                           index(static_cast<int>(last), columnCount() - 1));
    }
    if (rows.size() > common) {
        beginInsertRows({}, static_cast<int>(common), static_cast<int>(rows.size()) - 1);
        rows_ = rows;
        endInsertRows();
    }
}

void OutcomeModel::setTheme(const Theme &theme)
{
    theme_ = theme;
    thumbnails_.clear();
    retranslate();
}

void OutcomeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!rows_.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int OutcomeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int OutcomeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(scenario_.columns.size());
}

QString cellText(const QVariant &value, const Column &column)
{
    if (value.toString().isEmpty())
        return {};
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    switch (column.kind) {
    case ColumnKind::Seconds:
        return isNumber ? formatSeconds(number) : value.toString();
    case ColumnKind::Number:
        return isNumber ? QString::number(number, 'g', 6) : value.toString();
    case ColumnKind::Status:
        return (isFailure(column, value) ? QStringLiteral("✗ ") : QStringLiteral("✓ ")) +
               translate("status", value.toString().toUtf8());
    case ColumnKind::Image:
        return {};
    case ColumnKind::Text:
    case ColumnKind::Integer:
        break;
    }
    return value.toString();
}

QPixmap OutcomeModel::thumbnail(const QModelIndex &index) const
{
    const QPair<int, int> key(index.row(), index.column());
    if (const QPixmap *known = thumbnails_.object(key))
        return *known;
    const QVariant value = rows_[index.row()].value(index.column());
    QImage image = value.value<QImage>();
    if (image.isNull())
        image.loadFromData(value.toByteArray());
    const int side = qRound(48 * theme_.factor);
    if (!image.isNull())
        image = image.scaled(side * 2, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const QPixmap made = QPixmap::fromImage(image);
    thumbnails_.insert(key, new QPixmap(made));
    return made;
}

QVariant OutcomeModel::data(const QModelIndex &index, int role) const
{
    const Column &shown = column(index.column());
    const ColumnKind kind = shown.kind;
    const QVariant value = rows_[index.row()].value(index.column());
    const bool isText = kind == ColumnKind::Text || kind == ColumnKind::Status;
    switch (role) {
    case ValueRole:
        return value;
    case Qt::DisplayRole:
        return cellText(value, shown);
    case Qt::ToolTipRole: // a long text may not fit
        return kind == ColumnKind::Image ? QVariant() : cellText(value, shown);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight)));
    case Qt::DecorationRole:
        return kind == ColumnKind::Image ? QVariant(thumbnail(index)) : QVariant();
    case Qt::BackgroundRole:
        if (kind == ColumnKind::Status && isFailure(shown, value)) {
            QColor ground = theme_.lock;
            ground.setAlphaF(0.28F);
            return ground;
        }
        return {};
    default:
        return {};
    }
}

QVariant OutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(column(section).title.text()) : QVariant(section + 1);
}

OutcomeOrder::OutcomeOrder(QObject *parent)
    : QSortFilterProxyModel(parent),
      collator_(QLocale(QLocale::English)) // that of the C locale knows no numbers
{
    collator_.setNumericMode(true);
}

bool OutcomeOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(OutcomeModel::ValueRole);
    const QVariant b = right.data(OutcomeModel::ValueRole);
    const auto rank = [](const QVariant &value, bool isNumber) {
        return isNumber ? 0 : value.toString().isEmpty() ? 2 : 1;
    };
    bool numberA = false;
    bool numberB = false;
    const double x = a.toDouble(&numberA);
    const double y = b.toDouble(&numberB);
    if (numberA && numberB)
        return x < y;
    const int rankA = rank(a, numberA);
    const int rankB = rank(b, numberB);
    return rankA != rankB ? rankA < rankB : collator_.compare(a.toString(), b.toString()) < 0;
}

} // namespace tenfold
