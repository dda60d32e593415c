#pragma once

#include "ui/stage/slides.h"

namespace tenfold {

/// Recordings that are presented one after the other, in the place of runs: those of a folder. A value.
class Playlist
{
public:
    /// What is shown at a time: recordings of one scenario, such as the right way, a mistake and a sweep.
    struct Number
    {
        const Scenario *scenario = nullptr;
        QStringList files; ///< whole paths
    };

    Playlist() = default;
    /// The recordings in `folder` by name, numbers as numbers ("2" before "10"); files of one scenario that
    /// follow one another are one number, as long as each shows something else of it. Opens each of them
    /// once; what cannot be shown is left out and named.
    explicit Playlist(const QString &folder);

    /// Whether `folder` has files whose ending is that of recordings.
    static bool isIn(const QString &folder);

    bool isEmpty() const { return numbers_.empty(); }
    int count() const { return static_cast<int>(numbers_.size()); }
    const Number &number(int index) const { return numbers_[static_cast<std::size_t>(index)]; }
    /// The number that is shown, from 0.
    int at() const { return at_; }
    void setAt(int index) { at_ = index; }
    /// What is left out and why, a sentence each.
    const QStringList &problems() const { return problems_; }
    /// The index of the number after, or (false) before, what is in sight, which is `scenario`: where that is
    /// not of the list, the number that was left for it. After the last one comes the first; -1 for none.
    int indexBeside(const Scenario &scenario, bool isAfter) const;
    /// Where `scenario`, which is in sight, has its place.
    StageOrder orderOf(const Scenario &scenario) const;

private:
    std::vector<Number> numbers_;
    QStringList problems_;
    int at_ = 0;
};

} // namespace tenfold
