#include "ui/export/animation.h"

#include "ui/language.h"

#include <QEventLoop>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace tenfold {

static constexpr int frameTime = 50;  // milliseconds; a GIF counts in tens, and some readers take 10 for 100
static constexpr int startTime = 500; // before it begins, in which one sees what there is
static constexpr int endTime = 2000;  // of the last frame

static QString packingFailed()
{
    return translate("Export", "The animation could not be packed.");
}

double usualLength(const Scene &scene)
{
    constexpr double least = 2, most = 12;
    const double own = toSeconds(Replay(scene.atEnd()).end());
    return std::clamp(std::ceil(own * 2) / 2, least, most);
}

AnimationExport::AnimationExport(const Scene &scene, const Figure &figure, const QString &file,
                                 QObject *parent)
    : QObject(parent),
      whole_(std::make_shared<const Scene>(scene.atEnd())),
      replay_(*whole_),
      figure_(figure),
      file_(file)
{
    figure_.seconds = std::clamp(figure_.seconds, shortestAnimation, longestAnimation);
    count_ = static_cast<int>(std::ceil(figure_.seconds * 1000 / frameTime)) + 1;
    turn_.setSingleShot(true);
    turn_.setInterval(0);
    connect(&turn_, &QTimer::timeout, this, &AnimationExport::draw);
}

AnimationExport::~AnimationExport() = default;

QString AnimationExport::problem() const
{
    const QSize pixels = figure_.size * figure_.scale;
    if (!isAnimation(file_))
        return translate("Export", "An animation's file ends with .webp or .gif, not \"%1\".").arg(file_);
    if (whole_->isUnderWay())
        return translate("Export", "The run is not over yet: its replay can be written then.");
    if (!whole_->canReplay() || replay_.end() == 0)
        return translate("Export", "There is nothing to replay here.");
    if (!sweptIn(*whole_->scenario(), figure_.id).isEmpty())
        return translate("Export", "A sweep is many runs: it has no single replay.");
    if (!hasFigure(*whole_->scenario(), figure_.id))
        return translate("Export", "There is no picture \"%1\" to draw.").arg(figure_.id.toString());
    if (pixels.width() > greatestAnimation.width() || pixels.height() > greatestAnimation.height())
        return translate("Export", "An animation has at most %1 x %2 pixels, not %3 x %4: choose a smaller "
                                   "size or scale.")
            .arg(greatestAnimation.width())
            .arg(greatestAnimation.height())
            .arg(pixels.width())
            .arg(pixels.height());
    return {};
}

void AnimationExport::start()
{
    turn_.start();
}

void AnimationExport::hold(bool isHeld)
{
    isHeld_ = isHeld;
    if (isHeld)
        turn_.stop();
    else if (!isOver_)
        turn_.start();
}

/// The next frame, or after the last one the file.
void AnimationExport::draw()
{
    if (isOver_)
        return;
    if (!drawn_) {
        if (const QString said = problem(); !said.isEmpty())
            return end(said);
        const QString ending = QFileInfo(file_).suffix().toLower();
        {
            const SpokenLanguage speaks(figure_.language);
            drawn_ = std::make_unique<DrawnFigure>(*whole_, figure_, ending);
        }
        encoder_ = AnimationEncoder::make(ending, figure_.size * figure_.scale);
        if (!encoder_)
            return end(packingFailed());
    }
    if (next_ == count_)
        return write();
    const double part = static_cast<double>(next_) / (count_ - 1);
    const int time = next_ == 0 ? startTime + frameTime : next_ == count_ - 1 ? endTime : frameTime;
    QImage frame;
    {
        const SpokenLanguage speaks(figure_.language);
        drawn_->show(
            sceneAt(replay_, whole_, static_cast<Nanoseconds>(part * static_cast<double>(replay_.end()))));
        frame = drawn_->rasterized(figure_.scale);
    }
    if (!encoder_->add(frame, time))
        return end(packingFailed());
    if (mayWait_ && !mayWait_())
        return end(translate("Export", "Stopped before the animation was whole: it was not written."));
    ++next_;
    if (!isHeld_)
        turn_.start();
    Q_EMIT progressed();
}

void AnimationExport::write()
{
    const QByteArray bytes = encoder_->finish();
    end(bytes.isEmpty() ? packingFailed() : writeOutput(file_, bytes, mayWait_));
}

void AnimationExport::end(const QString &problem)
{
    isOver_ = true;
    Q_EMIT finished(problem);
}

QString AnimationExport::save(const Scene &scene, const Figure &figure, const QString &file,
                              const MayWait &mayWait)
{
    AnimationExport made(scene, figure, file);
    made.mayWait_ = mayWait;
    QString said;
    QEventLoop loop;
    connect(&made, &AnimationExport::finished, &loop, [&](const QString &problem) {
        said = problem;
        loop.quit();
    });
    made.start();
    loop.exec();
    return said;
}

} // namespace tenfold
