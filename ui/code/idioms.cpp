#include "ui/code/idioms.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tenfold {

/// What both languages do, each in its own words.
struct Idiom
{
    const char *id;
    const char *python;
    const char *cpp;
};
static constexpr std::array idioms{
    Idiom{"io", "(?:requests|session)\\.get\\(|read_text\\(|\\.execute\\(",
          "\\b(?:client\\.get|disk\\.read|database\\.run)\\(|\\bvisit\\(run, client"},
    Idiom{"gather", "\\bgather\\(", "\\bgathered\\(|\\bwhenAll\\("},
    Idiom{"follow", "\\bawait fetch\\(", "\\bthenAs\\("},
    Idiom{"deadline", "asyncio\\.timeout\\(", "\\bLoopDeadline \\w+\\("},
    Idiom{"pool", "(?:Thread|Process)PoolExecutor\\(",
          "\\b(?:Thread|Process)PoolExecutor \\w+\\(|\\bQThreadPool \\w+;"},
    Idiom{"barrier", "\\bBarrier\\(", "\\bBarrier \\w+\\("},
    Idiom{"queue", "Queue\\(", "BlockingQueue<[^>]*> \\w+\\("},
    Idiom{"lock", "with (?:lock|locks)\\b", "\\b(?:Lock|TableLock|ReadLock|WriteLock) \\w+\\("},
    Idiom{"permit", "with permits", "\\bPermit \\w+\\("},
    Idiom{"token", "bucket\\.take", "bucket\\.take"},
    Idiom{"submit", "pool\\.(?:map|submit)\\(",
          "\\bpool\\.(?:map|submit\\w*|onEachWorker)\\(|\\bsubmit(?:All)?\\(run, pool|\\bstartOn\\(pool"},
    Idiom{"completed", "\\bas_completed\\(", "\\basCompleted\\("},
    Idiom{"result", "\\.result\\(", "\\b(?:future\\w*|result|counts|isPrime|next)(?:\\[\\w+\\])?\\.get\\("},
    Idiom{"put", "\\.put\\((?!None)", "\\.push\\("},
    Idiom{"take", "(?:queue|to_\\w+|frontier)\\.get\\(", "\\.pop\\("},
    Idiom{"event", "\\bEvent\\(\\)", "\\bEvent \\w+\\("},
    Idiom{"wait", "(?:start|barrier)\\.wait\\(", "start\\.wait\\(|arriveAndWait\\("},
    Idiom{"set", "start\\.set\\(", "start\\.set\\("},
    Idiom{"add", "counter \\+= 1", "\\+\\+counter"},
    // What a mistake is in.
    Idiom{"wrong", "(?!)",
          "start\\.clear\\(|waitFor\\(|blockThread\\(|semaphore\\.(?:acquire|release)\\(|held\\[|"
          "\\bexchange\\(seen|"
          "counter\\.load\\(|isNew\\(\\*|visited <<|tryRun\\(|globalInstance|answer\\.get\\("},
};

QString idiomOf(const QString &text, CodeLanguage language)
{
    using Expressions = std::array<QRegularExpression, idioms.size()>;
    const auto compiled = [](const char *Idiom::*side) {
        Expressions all;
        std::ranges::transform(idioms, all.begin(), [side](const Idiom &idiom) {
            return QRegularExpression(QString::fromLatin1(idiom.*side));
        });
        return all;
    };
    static const Expressions python = compiled(&Idiom::python), cpp = compiled(&Idiom::cpp);
    const Expressions &all = language == CodeLanguage::Python ? python : cpp;
    const auto found = std::ranges::find_if(
        all, [&](const QRegularExpression &each) { return each.match(text).hasMatch(); });
    return found == all.end() ? QString()
                              : QString::fromLatin1(idioms[static_cast<std::size_t>(found - all.begin())].id);
}

QStringList idiomsOf(const QString &id)
{
    static const QMap<QString, QStringList> own{
        {QStringLiteral("threads"), {QStringLiteral("io")}},
        {QStringLiteral("processes"), {QStringLiteral("pool"), QStringLiteral("submit")}},
        {QStringLiteral("async"), {QStringLiteral("gather"), QStringLiteral("deadline")}},
        {QStringLiteral("futures"),
         {QStringLiteral("submit"), QStringLiteral("completed"), QStringLiteral("result"),
          QStringLiteral("follow"), QStringLiteral("gather")}},
        {QStringLiteral("queue"), {QStringLiteral("queue"), QStringLiteral("put"), QStringLiteral("take")}},
        {QStringLiteral("lock"), {QStringLiteral("lock")}},
        {QStringLiteral("event"), {QStringLiteral("wait"), QStringLiteral("set"), QStringLiteral("barrier")}},
        {QStringLiteral("semaphore"), {QStringLiteral("permit"), QStringLiteral("token")}},
        {QStringLiteral("thread-pool"), {QStringLiteral("pool"), QStringLiteral("submit")}},
        {QStringLiteral("process-pool"), {QStringLiteral("pool"), QStringLiteral("submit")}}};
    return own.value(id);
}

} // namespace tenfold
