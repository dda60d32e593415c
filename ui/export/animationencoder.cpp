#include "ui/export/animationencoder.h"

#include "ui/export/gifencoder.h"
#include "ui/export/webpencoder.h"

#include <QFileInfo>

namespace tenfold {

template<typename Encoder> static std::unique_ptr<AnimationEncoder> opened(QSize pixels)
{
    auto encoder = std::make_unique<Encoder>(pixels);
    return encoder->isOpen() ? std::move(encoder) : nullptr;
}

std::unique_ptr<AnimationEncoder> AnimationEncoder::make(const QString &ending, QSize pixels)
{
    if (ending == QLatin1String("webp"))
        return opened<WebpEncoder>(pixels);
    if (ending == QLatin1String("gif"))
        return opened<GifEncoder>(pixels);
    return {};
}

QStringList animationEndings()
{
    return {QStringLiteral("webp"), QStringLiteral("gif")};
}

bool isAnimation(const QString &file)
{
    return animationEndings().contains(QFileInfo(file).suffix().toLower());
}

} // namespace tenfold
