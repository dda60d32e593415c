// A service allows so many requests a second, and a few more at once. A token bucket starts them no faster,
// however many workers there are.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/tokenbucket.h"
#include "core/workloads/http/httpclient.h"
#include "core/workloads/site/loopbacksite.h"

#include <set>

using namespace std::chrono_literals;

namespace tenfold::patterns::semaphore::rate_limit {
namespace {

using Instant = TokenBucket::Clock::time_point;
constexpr const char *started = "started in the last second";
constexpr int latency = 40; // ms of a request

/// When requests were started. Any thread.
class Starts
{
public:
    /// Records how many were started in the second up to `instant`.
    void note(Instant instant)
    {
        const std::scoped_lock lock(mutex_);
        all_.insert(instant);
        if (Lane *lane = Lane::current())
            lane->sampleAt(instant.time_since_epoch() / 1ns - lane->trace().origin(),
                           lane->seriesIndex(started, SeriesKind::Gauge), inSecondUpTo(instant));
    }
    /// The most in any second.
    int most() const
    {
        const std::scoped_lock lock(mutex_);
        int most = 0;
        for (const Instant instant : all_)
            most = std::max(most, inSecondUpTo(instant));
        return most;
    }

private:
    int inSecondUpTo(Instant instant) const
    {
        return static_cast<int>(std::distance(all_.upper_bound(instant - 1s), all_.upper_bound(instant)));
    }

    mutable std::mutex mutex_; // guards what follows
    std::multiset<Instant> all_;
};

struct Work
{
    explicit Work(quint64 seed) : site(seed) {}
    LoopbackSite site;
    std::vector<QString> paths;
    Starts starts;
};

void request(Run &run, const QString &path, std::size_t i)
{
    HttpClient client;
    const HttpResponse response = client.get(run.kept<Work>().site.url(path), 60s, run.stop());
    const QString status = response.status ? QString::number(response.status) : response.error;
    run.setRow(i, {static_cast<int>(i) + 1, status, response.length});
}

void sequential(Run &run)
{
    auto &work = run.kept<Work>();
    TokenBucket bucket(run.integer("rate"), run.integer("burst"));
    for (std::size_t i = 0; const QString &path : work.paths) {
        const TaskSpan task(i);
        work.starts.note(bucket.take(run.stop()));
        request(run, path, i++);
    }
}

// Whoever wants to start a request takes a token first; who finds none waits for the next one.
void limited(Run &run)
{
    auto &work = run.kept<Work>();
    TokenBucket bucket(run.integer("rate"), run.integer("burst"));
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(work.paths, [&](std::size_t i, const QString &path) {
        work.starts.note(bucket.take(run.stop()));
        request(run, path, i);
    });
}

// Mistake: as fast as the workers can. Their number limits how many are under way, not how many start.
void unlimited(Run &run)
{
    auto &work = run.kept<Work>();
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(work.paths, [&](std::size_t i, const QString &path) {
        work.starts.note(TokenBucket::Clock::now());
        request(run, path, i);
    });
}

void prepare(Run &run)
{
    auto &work = run.keep<Work>(run.seed());
    // The first request of a program loads the network libraries, which does not belong to the comparison.
    HttpClient().get(work.site.url("/status/200"), 5s, run.stop());
    const auto requests = static_cast<std::size_t>(run.integer("requests"));
    for (std::size_t i = 0; i < requests; ++i)
        work.paths.push_back(QString("/delay/%1").arg(latency));
    run.expect(std::vector<double>(requests, latency * 1e-3));
}

void measure(Run &run)
{
    const int most = run.kept<Work>().starts.most();
    const int allowed = run.integer("rate") + run.integer("burst");
    run.report("most", most);
    run.report("allowed", allowed);
    run.report("too-many", std::max(0, most - allowed));
}

constexpr const char *python = R"(import threading, time
from concurrent.futures import ThreadPoolExecutor

class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens, self.last = burst, time.monotonic()
        self.lock = threading.Lock()

    def take(self):
        with self.lock:                      # who waits for a token holds up those behind
            now = time.monotonic()
            self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
            self.last = now
            if self.tokens < 1:
                time.sleep((1 - self.tokens) / self.rate)
                self.tokens, self.last = 1, time.monotonic()
            self.tokens -= 1

bucket = TokenBucket(rate=40, burst=5)

def limited(url):
    bucket.take()
    return fetch(url)

with ThreadPoolExecutor(max_workers=8) as pool:
    rows = list(pool.map(limited, urls))
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Rate limit"),
        .question = QT_TRANSLATE_NOOP(
            "catalog", "A service allows so many requests a second. Do more workers get more done?"),
        .parameters = {workers(8), integer("rate", QT_TRANSLATE_NOOP("catalog", "Rate"), {1, 1000}, 40, "/s"),
                       integer("burst", QT_TRANSLATE_NOOP("catalog", "Burst"), {1, 1000}, 5),
                       integer("requests", QT_TRANSLATE_NOOP("catalog", "Requests"), {1, 2000}, 80)},
        .presets = {{"quick", {{"rate", 20}, {"burst", 4}, {"requests", 30}}}},
        .columns = {{"request", QT_TRANSLATE_NOOP("catalog", "Request"), ColumnKind::Integer},
                    status(),
                    {"bytes", QT_TRANSLATE_NOOP("catalog", "Bytes"), ColumnKind::Integer}},
        .measures = {{"most", QT_TRANSLATE_NOOP("catalog", "Most starts in a second")},
                     {"allowed", QT_TRANSLATE_NOOP("catalog", "Starts allowed in a second")},
                     {"too-many", QT_TRANSLATE_NOOP("catalog", "Starts above the limit")}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One request after the other, each with a token.")),
             right("limited", QT_TRANSLATE_NOOP("catalog", "Token bucket"), limited,
                   QT_TRANSLATE_NOOP(
                       "catalog", "A token for each start: the burst at once, then one whenever a new token "
                                  "comes. The rate sets the time, and more workers do not change it.")),
             mistake("unlimited", QT_TRANSLATE_NOOP("catalog", "No limit"), unlimited,
                     {.proof = "too-many", .view = "starts", .hasLimit = false},
                     QT_TRANSLATE_NOOP(
                         "catalog",
                         "Every worker starts as soon as it can, which breaks the agreement: a service that "
                         "counts would refuse what is "
                         "too much, or lock this client out. The number of workers limits how many requests "
                         "are under way, not how many start: take a token for each."))},
        .views = {counterOf("starts", started, QT_TRANSLATE_NOOP("catalog", "Starts in the last second"),
                            "allowed"),
                  columns("most", {"most", "allowed"},
                          QT_TRANSLATE_NOOP("catalog", "Most starts in a second"))},
        .prepare = prepare,
        .measure = measure,
        .bound =
            [](const Values &values, const std::vector<double> &durations) {
                const double waits = static_cast<double>(durations.size()) - values["burst"].toInt();
                return std::max(0.0, waits) / values["rate"].toInt();
            },
        .python = python,
    };
}

} // namespace tenfold::patterns::semaphore::rate_limit
