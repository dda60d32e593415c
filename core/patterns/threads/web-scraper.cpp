// Crawl a web site: fetch a page, look for links, fetch those. The workers share what has been found.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/blockingqueue.h"
#include "core/sync/mutex.h"
#include "core/workloads/site/loopbacksite.h"
#include "core/workloads/web/sitereader.h"

#include <QScopeGuard>
#include <QSet>

namespace tenfold::patterns::threads::web_scraper {
namespace {

struct Work
{
    std::unique_ptr<LoopbackSite> site; // none for the user's own start
    std::unique_ptr<SiteReader> reader;
};

struct Page
{
    std::size_t number = 0;
    QUrl url;
};

// Fetches a page, puts its row and returns its links within the site.
QList<QUrl> visit(Run &run, HttpClient &client, const Page &page)
{
    const auto &[site, reader] = run.kept<Work>();
    const PageVisit found = reader->read(client, page.url, run.stop());
    QString name = page.url.toDisplayString(site ? QUrl::RemoveScheme | QUrl::RemoveAuthority : QUrl::None);
    if (!page.url.isValid())
        name = run.lines("start").value(0);
    run.setRow(page.number, {name, found.status, found.title, found.length, found.links, found.reason});
    return found.next;
}

// What is to be fetched, and what has been found. Any thread may call next(); only one at a time add().
class Crawl
{
public:
    explicit Crawl(Run &run) : run_(run), most_(run.integer("pages"))
    {
        const QUrl &start = run.kept<Work>().reader->start();
        visited_ << start;
        frontier_.push({0, start});
    }

    // Waits for a page to fetch; nothing once all have been fetched.
    std::optional<Page> next() { return frontier_.pop(run_.stop()); }

    // Nothing more is to be fetched: next() gives out nothing to anybody.
    void end() { frontier_.close(); }

    // Takes in the links of a page. Pages have their turn in the order in which they were found, whoever is
    // fetched first: so the same pages are found, and `most_` cuts off the same ones, as by a single worker.
    void add(std::size_t number, const QList<QUrl> &links)
    {
        waiting_[number] = links;
        for (; waiting_.contains(turn_); ++turn_) {
            const QList<QUrl> found = waiting_.take(turn_);
            for (const QUrl &link : found) {
                if (visited_.size() < most_ && !visited_.contains(link)) {
                    const auto next = static_cast<std::size_t>(visited_.size());
                    visited_ << link;
                    run_.dependsOn(next, turn_);
                    frontier_.push({next, link});
                }
            }
        }
        if (turn_ == static_cast<std::size_t>(visited_.size()))
            end(); // every page that was found has been fetched
    }

private:
    Run &run_;
    const int most_;
    BlockingQueue<Page> frontier_{"frontier"};
    QSet<QUrl> visited_;
    QMap<std::size_t, QList<QUrl>> waiting_; // links by page
    std::size_t turn_ = 0;
};

void sequential(Run &run)
{
    Crawl crawl(run);
    HttpClient client(Redirects::Report);
    while (const auto page = crawl.next()) {
        const TaskSpan task(page->number);
        crawl.add(page->number, visit(run, client, *page));
    }
}

void parallel(Run &run)
{
    Crawl crawl(run);
    Mutex mutex(QT_TRANSLATE_NOOP("lock", "visited set"));
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.onEachWorker([&] {
        const auto others = qScopeGuard([&] { crawl.end(); }); // who fails does not leave them waiting
        HttpClient client(Redirects::Report);                  // each has its own, which keeps its connection
        while (const auto page = crawl.next()) {
            const TaskSpan task(page->number);
            const QList<QUrl> links = visit(run, client, *page); // waiting: the set is free for others
            const Lock lock(mutex, run.stop());
            crawl.add(page->number, links);
        }
    });
}

// Mistake: whether a page was visited is looked up before it is fetched and noted after, so that others who
// look meanwhile fetch it too. Each look and each note has the lock, but not the two together.
void unguardedVisitedSet(Run &run)
{
    Mutex mutex(QT_TRANSLATE_NOOP("lock", "visited set"));
    QSet<QUrl> visited;
    const auto isNew = [&](const QUrl &url) {
        const Lock lock(mutex, run.stop());
        return visited.size() < run.integer("pages") && !visited.contains(url);
    };
    BlockingQueue<QUrl> frontier("frontier");
    frontier.push(run.kept<Work>().reader->start());
    std::atomic<int> open{1}; // in the frontier or being fetched
    std::atomic<std::size_t> fetched{0};
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.onEachWorker([&] {
        const auto others = qScopeGuard([&] { frontier.close(); });
        HttpClient client(Redirects::Report);
        while (const auto url = frontier.pop(run.stop())) {
            if (isNew(*url)) { // the check ...
                const Page page{fetched++, *url};
                const TaskSpan task(page.number);
                const QList<QUrl> links = visit(run, client, page);
                for (const QUrl &link : links) {
                    if (isNew(link)) {
                        ++open;
                        frontier.push(link);
                    }
                }
                const Lock lock(mutex, run.stop());
                visited << *url; // ... and the insert, a whole request later
            }
            if (--open == 0)
                frontier.close();
        }
    });
}

void prepare(Run &run)
{
    auto &[site, reader] = run.keep<Work>();
    QString start = run.lines("start").value(0);
    if (start.isEmpty()) {
        site = std::make_unique<LoopbackSite>(run.seed());
        // Twice as many pages as are fetched, as on the web there are always more.
        start = site->url(QString("/site/%1/%2/").arg(run.integer("latency")).arg(2 * run.integer("pages")))
                    .toString();
    }
    reader = std::make_unique<SiteReader>(start, run.stop());
}

double fetchedAgain(const Run &run)
{
    QSet<QString> urls;
    int again = 0;
    const Table table = run.table();
    for (const QVariantList &row : table.rows) {
        const QString url = row.value(0).toString();
        again += urls.contains(url);
        urls << url;
    }
    return again;
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from threading import Lock
import requests

frontier, visited, lock = Queue(), {start}, Lock()
frontier.put(start)

def work():
    session = requests.Session()              # keeps its connection
    while (url := frontier.get()) is not None:
        links = links_of(session.get(url, timeout=5))
        with lock:                            # look up and insert in one step
            new = [u for u in links if u not in visited]
            visited.update(new)
        for url in new:
            frontier.put(url)
        frontier.task_done()

with ThreadPoolExecutor(max_workers=3) as pool:
    for _ in range(3):
        pool.submit(work)
    frontier.join()                           # every page found is fetched
    for _ in range(3):
        frontier.put(None)                    # the end, for each worker
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Crawl a web site"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Each page says which pages come next. Can several workers share what has been found?"),
        .parameters = {workers(3),
                       integer("pages", QT_TRANSLATE_NOOP("catalog", "Pages at most"), {1, 5000}, 40),
                       integer("latency", QT_TRANSLATE_NOOP("catalog", "Latency"), {1, 4000}, 50, "ms"),
                       text("start", QT_TRANSLATE_NOOP("catalog", "Own start URL"))},
        .presets = {{"chapter", {{"workers", 3}, {"pages", 4}, {"latency", 500}}},
                    {"quick", {{"pages", 12}, {"latency", 30}}}},
        .columns = {{"url", QT_TRANSLATE_NOOP("catalog", "URL"), ColumnKind::Text},
                    status(),
                    {"title", QT_TRANSLATE_NOOP("catalog", "Title"), ColumnKind::Text},
                    {"length", QT_TRANSLATE_NOOP("catalog", "Length"), ColumnKind::Integer},
                    {"links", QT_TRANSLATE_NOOP("catalog", "Links"), ColumnKind::Integer},
                    aside({"reason", QT_TRANSLATE_NOOP("catalog", "Reason"), ColumnKind::Text})},
        .measures = {{"fetched-twice", QT_TRANSLATE_NOOP("catalog", "Pages fetched again"), fetchedAgain},
                     {"in-flight", QT_TRANSLATE_NOOP("catalog", "Peak requests in flight"),
                      peak("in-flight")},
                     {"frontier", QT_TRANSLATE_NOOP("catalog", "Peak pages in the frontier"),
                      peak("frontier")}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog",
                                         "One page after the other, in the order in which they are found.")),
             right("parallel", QT_TRANSLATE_NOOP("catalog", "Threads"), parallel,
                   QT_TRANSLATE_NOOP(
                       "catalog",
                       "Each worker waits for a page of its own; the lock is held only while its links are "
                       "taken in. At the start there are fewer pages to fetch than workers.")),
             mistake("unguarded-visited-set", QT_TRANSLATE_NOOP("catalog", "Unguarded visited set"),
                     unguardedVisitedSet, {.proof = "fetched-twice", .view = "frontier"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "A page is looked up in the visited set before it is fetched "
                                       "and put in only after: meanwhile others find it new and fetch "
                                       "it again. Look up and insert in one step, under one lock."))},
        .views = {counter("frontier", QT_TRANSLATE_NOOP("catalog", "Frontier")),
                  counter("in-flight", QT_TRANSLATE_NOOP("catalog", "Pages in flight"))},
        .prepare = prepare,
        .python = python,
    };
}

} // namespace tenfold::patterns::threads::web_scraper
