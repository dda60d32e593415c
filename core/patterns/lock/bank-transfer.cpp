// Transfers between accounts: each locks two accounts, one after the other. Which one comes first decides
// whether everybody can go on.

#include "core/catalog/declare.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/sync/locktable.h"
#include "core/workloads/compute/hash.h"

#include <random>

namespace tenfold::patterns::lock::bank_transfer {
namespace {

struct Transfer
{
    std::size_t from = 0;
    std::size_t to = 0;
    qint64 amount = 0;
};

struct Account
{
    qint64 balance = 1000;
    quint64 checksum = 0; // of its transfers, in whatever order
};

struct Bank
{
    std::vector<Account> accounts;
    std::vector<Transfer> transfers;
    std::optional<LockTable> locks; // one an account; none where nobody else is there
};

/// Work of about so many microseconds, and its result.
quint64 hashed(const Run &run, qint64 item, int microseconds)
{
    return hashOf(run.seed(), item, bytesHashedIn(microseconds)).left(15).toULongLong(nullptr, 16);
}

// With both accounts locked.
void move(const Run &run, Bank &bank, std::size_t number)
{
    const Transfer &transfer = bank.transfers[number];
    const quint64 receipt = hashed(run, static_cast<qint64>(number), 5);
    bank.accounts[transfer.from].balance -= transfer.amount;
    bank.accounts[transfer.to].balance += transfer.amount;
    for (const std::size_t account : {transfer.from, transfer.to})
        bank.accounts[account].checksum ^= receipt;
}

// What is done before: it concerns nobody else.
void check(const Run &run, std::size_t number)
{
    hashed(run, -1 - static_cast<qint64>(number), 45);
}

void sequential(Run &run)
{
    auto &bank = run.kept<Bank>();
    for (std::size_t i = 0; i < bank.transfers.size(); ++i) {
        throwIfStopped(run.stop());
        const TaskSpan task(i, "transfer");
        check(run, i);
        move(run, bank, i);
    }
}

// `lockAndMove(i)` for every transfer, several at a time.
template<typename LockAndMove> void onWorkers(Run &run, LockAndMove lockAndMove)
{
    auto &bank = run.kept<Bank>();
    bank.locks.emplace(bank.accounts.size(), QT_TRANSLATE_NOOP("lock", "account"), LockTable::OnRing::Report,
                       1);
    std::atomic<std::size_t> next{0};
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.onEachWorker([&] {
        for (std::size_t i = next++; i < bank.transfers.size(); i = next++) {
            throwIfStopped(run.stop());
            const TaskSpan task(i, "transfer");
            check(run, i);
            lockAndMove(i);
        }
    });
}

// The account with the lower number first: whoever waits holds lower numbers only, so no ring can close.
void orderedLocks(Run &run)
{
    auto &bank = run.kept<Bank>();
    onWorkers(run, [&](std::size_t i) {
        const auto [low, high] = std::minmax(bank.transfers[i].from, bank.transfers[i].to);
        const TableLock first(*bank.locks, low, run.stop());
        const TableLock second(*bank.locks, high, run.stop());
        move(run, bank, i);
    });
}

// Mistake: the giver first, whoever it is. Two who give to each other hold what the other one wants.
void oppositeOrder(Run &run)
{
    auto &bank = run.kept<Bank>();
    onWorkers(run, [&](std::size_t i) {
        const TableLock from(*bank.locks, bank.transfers[i].from, run.stop());
        // A thread may lose its core at any time. Here it gives it away now and then: on one core that is
        // seldom.
        if (i % 64 == 63)
            std::this_thread::yield();
        const TableLock to(*bank.locks, bank.transfers[i].to, run.stop());
        move(run, bank, i);
    });
}

void prepare(Run &run)
{
    auto &bank = run.keep<Bank>();
    const int accounts = run.integer("accounts");
    bank.accounts.resize(static_cast<std::size_t>(accounts));
    std::mt19937_64 random(run.seed());
    const auto draw = [&](int count) {
        return static_cast<std::size_t>(random() % static_cast<unsigned>(count));
    };
    for (int i = 0; i < run.integer("transfers"); ++i) {
        const std::size_t from = draw(accounts);
        const std::size_t further = 1 + draw(accounts - 1); // another account
        bank.transfers.push_back({from, (from + further) % bank.accounts.size(), qint64(1 + draw(100))});
    }
}

void measure(Run &run)
{
    const auto &bank = run.kept<Bank>();
    qint64 total = 0;
    std::size_t row = 0;
    for (const Account &account : bank.accounts) {
        run.setCells(row, {{"account", QString::number(row + 1)},
                           {"balance", account.balance},
                           {"checksum", QString::number(account.checksum, 16)}});
        total += account.balance;
        ++row;
    }
    run.setCells(row, {{"account", QString(u'Σ')}, {"balance", total}});
    const auto deadlock = bank.locks ? bank.locks->deadlock() : std::nullopt;
    run.report("ring", deadlock ? static_cast<double>(deadlock->ring.size()) : 0);
    run.report("found-after", deadlock ? toSeconds(deadlock->foundAfter.count()) * 1000 : 0);
}

constexpr const char *python = R"(from concurrent.futures import ThreadPoolExecutor
from threading import Lock

balance = [1000] * 8
locks = [Lock() for _ in balance]

def transfer(giver, taker, amount):
    low, high = sorted((giver, taker))        # everybody in the same order
    with locks[low], locks[high]:             # locks[giver], locks[taker]: a deadlock, one day
        balance[giver] -= amount
        balance[taker] += amount

with ThreadPoolExecutor(max_workers=4) as pool:
    for t in transfers:
        pool.submit(transfer, *t)
print(sum(balance))                           # 8000
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Bank transfer"),
        .question =
            QT_TRANSLATE_NOOP("catalog", "A transfer locks two accounts. Does it matter which comes first?"),
        .parameters = {workers(4), integer("accounts", QT_TRANSLATE_NOOP("catalog", "Accounts"), {2, 100}, 8),
                       integer("transfers", QT_TRANSLATE_NOOP("catalog", "Transfers"), {1, 100'000}, 20'000)},
        .presets = {{"quick", {{"accounts", 3}, {"transfers", 4000}}}},
        .columns = {{"account", QT_TRANSLATE_NOOP("catalog", "Account"), ColumnKind::Text},
                    {"balance", QT_TRANSLATE_NOOP("catalog", "Balance"), ColumnKind::Integer},
                    {"checksum", QT_TRANSLATE_NOOP("catalog", "Checksum"), ColumnKind::Text}},
        .measures = {{"ring", QT_TRANSLATE_NOOP("catalog", "Workers in the ring")},
                     {"found-after", QT_TRANSLATE_NOOP("catalog", "Time to find the ring"), {}, "ms"}},
        .variants =
            {reference(sequential,
                       QT_TRANSLATE_NOOP("catalog", "One transfer after the other needs no lock.")),
             right("ordered-locks", QT_TRANSLATE_NOOP("catalog", "Ordered locks"), orderedLocks,
                   QT_TRANSLATE_NOOP("catalog",
                                     "Everybody locks the account with the lower number first. Whoever waits "
                                     "holds lower numbers only, so no ring can close.")),
             mistake("opposite-order", QT_TRANSLATE_NOOP("catalog", "Opposite order"), oppositeOrder,
                     {.proof = "ring", .view = "ring"},
                     QT_TRANSLATE_NOOP("catalog",
                                       "Deadlock: each worker in the ring holds the account that the one "
                                       "before it wants, so none can go on. Lock the account with the lower "
                                       "number first, and no ring can close."))},
        .views = {graph("ring", LinkKind::WaitsFor, QT_TRANSLATE_NOOP("catalog", "Wait-for ring"))},
        .prepare = prepare,
        .measure = measure,
        .python = python,
    };
}

} // namespace tenfold::patterns::lock::bank_transfer
