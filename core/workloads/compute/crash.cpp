#include "core/workloads/compute/crash.h"

#include "core/sync/stopped.h"
#include "core/workloads/compute/task.h"

#include <QCryptographicHash>

#include <csignal>
#include <functional>
#include <random>

namespace tenfold {

static constexpr int blocks = 32;
static constexpr std::size_t wordsPerBlock = 4096; // of 8 bytes

static QString hashed(quint64 seed, int task, const std::stop_token &stop,
                      const std::function<void(int block)> &before)
{
    std::mt19937_64 random(seed * 1'000'003 + static_cast<quint64>(task));
    std::vector<quint64> words(wordsPerBlock);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int block = 0; block < blocks; ++block) {
        if (stop.stop_requested())
            throw Stopped();
        before(block);
        std::ranges::generate(words, std::ref(random));
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(words.data()),
                                    static_cast<qsizetype>(wordsPerBlock * sizeof(quint64))));
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

QString hashedBlocks(quint64 seed, int task, const std::stop_token &stop)
{
    return hashed(seed, task, stop, [](int) {});
}

QCborArray crashArgument(quint64 seed, int task, bool kills)
{
    return {QString::number(seed), task, kills}; // CBOR integers are signed
}

QCborValue crashTask(const QCborValue &argument, const std::stop_token &stop)
{
    const QCborArray given = argument.toArray();
    const bool killsNow = given[2].toBool() && attemptNow() == 1;
    const QString result = hashed(given[0].toString().toULongLong(), static_cast<int>(given[1].toInteger()),
                                  stop, [&](int block) {
                                      if (killsNow && block == blocks / 2)
                                          std::raise(SIGKILL);
                                  });
    return QCborArray{result, attemptNow()};
}

} // namespace tenfold
