#pragma once

#include "ui/scene.h"
#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QCollator>
#include <QPixmap>
#include <QSortFilterProxyModel>

namespace tenfold {

/// The table of an outcome, a row per task. New rows and cells come in without a reset, so that whoever looks
/// at it keeps selection, order and place.
class OutcomeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int ValueRole = Qt::UserRole; ///< the cell as it is in the table

    explicit OutcomeModel(const Scenario &scenario, QObject *parent = nullptr);

    /// Shows `rows`; says what has changed, or resets where they are `another` variant's.
    void show(const QList<QVariantList> &rows, bool another);
    void setTheme(const Theme &theme);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Column &column(int index) const { return scenario_.columns[static_cast<std::size_t>(index)]; }
    QPixmap thumbnail(const QModelIndex &index) const;

    const Scenario &scenario_;
    Theme theme_;
    QList<QVariantList> rows_;
    mutable QCache<QPair<int, int>, QPixmap> thumbnails_{500};
};

/// What a cell says, by the kind of its column: "0.82 s".
QString cellText(const QVariant &value, const Column &column);

/// Sorts by value: numbers before texts, texts as people count ("file 2" before "file 10"), nothing last.
class OutcomeOrder : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit OutcomeOrder(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator collator_;
};

} // namespace tenfold
