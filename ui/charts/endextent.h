#pragma once

#include "ui/scene.h"

namespace tenfold {

/// How far the axes of a replay reach from its beginning: as far as at its end.
template<typename Extent> class EndExtent
{
public:
    /// That of what `scene` comes to, by `measure` of it, which is called once; Extent() where it is no
    /// replay.
    template<typename Measure> Extent of(const Scene &scene, Measure measure)
    {
        if (!scene.whole)
            return {};
        if (scene.whole != whole_) {
            extent_ = measure(*scene.whole);
            whole_ = scene.whole;
        }
        return extent_;
    }

private:
    std::shared_ptr<const Scene> whole_;
    Extent extent_ = {};
};

} // namespace tenfold
