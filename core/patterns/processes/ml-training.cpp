// Teach models to read handwritten digits, each at another learning rate: all of the time is computing, and
// every process sends how it gets on.

#include "core/analysis/reading.h"
#include "core/catalog/declare.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/run/run.h"
#include "core/workloads/compute/training.h"

#include <cmath>

namespace tenfold::patterns::processes::ml_training {
namespace {

/// The models: learning rates from 0.0005 to 0.5, evenly on a logarithmic scale.
std::vector<Training> models(const Run &run)
{
    const int count = run.integer("models");
    std::vector<Training> all;
    for (int i = 0; i < count; ++i) {
        const double rate = count == 1 ? 0.02 : 0.0005 * std::pow(1000.0, double(i) / (count - 1));
        all.push_back({i + 1, rate, run.integer("epochs"), run.seed()});
    }
    return all;
}

void put(Run &run, const Training &training, const Trained &trained)
{
    run.setRow(
        static_cast<std::size_t>(training.model - 1),
        {training.model, training.rate, trained.features, trained.samples, trained.accuracy, trained.loss});
}

void sequential(Run &run)
{
    for (std::size_t i = 0; const Training &model : models(run)) {
        const TaskSpan task(i++);
        put(run, model, train(model, run.stop()));
    }
}

// Each process has the digits itself: a message holds a learning rate, its answer what came out.
void processes(Run &run)
{
    const std::vector<Training> all = models(run);
    ProcessPoolExecutor pool(run.workers(), run.trace(), run.stop());
    std::vector<Future<QCborValue>> futures;
    for (const Training &model : all)
        futures.push_back(pool.submit("train", model.toCbor()));
    for (std::size_t i = 0; i < all.size(); ++i)
        put(run, all[i], Trained::fromCbor(futures[i].get(run.stop()).toArray()));
}

void threads(Run &run)
{
    const std::vector<Training> all = models(run);
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(all, [&](std::size_t, const Training &model) { put(run, model, train(model, run.stop())); });
}

double percentKnown(const Run &run)
{
    double best = 0;
    const Table table = run.table();
    for (const QVariantList &row : table.rows)
        best = std::max(best, row.value(4).toDouble());
    return 100 * best;
}

constexpr const char *python = R"(from concurrent.futures import ProcessPoolExecutor
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import SGDClassifier

rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]

def train(rate):
    digits = load_digits()
    model = SGDClassifier(loss="log_loss", learning_rate="constant", eta0=rate)
    held_out = np.arange(len(digits.data)) % 5 == 4
    model.fit(digits.data[~held_out] / 16, digits.target[~held_out])
    return rate, model.score(digits.data[held_out] / 16, digits.target[held_out])

with ProcessPoolExecutor() as pool:               # processes
    rows = list(pool.map(train, rates))

rows = [train(rate) for rate in rates]            # sequential
)";

} // namespace

Scenario scenario()
{
    return {
        .title = QT_TRANSLATE_NOOP("catalog", "Train models"),
        .question = QT_TRANSLATE_NOOP(
            "catalog",
            "Several models learn to read handwritten digits. How much sooner are processes done?"),
        .parameters = {workersForCores(),
                       integer("models", QT_TRANSLATE_NOOP("catalog", "Models"), {1, 64}, 8),
                       integer("epochs", QT_TRANSLATE_NOOP("catalog", "Epochs"), {1, 2000}, 120)},
        .presets = {{"chapter", {{"models", 8}}}, {"quick", {{"epochs", 4}}}},
        .columns = {{"model", QT_TRANSLATE_NOOP("catalog", "Model"), ColumnKind::Integer},
                    {"rate", QT_TRANSLATE_NOOP("catalog", "Learning rate"), ColumnKind::Number},
                    {"features", QT_TRANSLATE_NOOP("catalog", "Features"), ColumnKind::Integer},
                    {"samples", QT_TRANSLATE_NOOP("catalog", "Samples"), ColumnKind::Integer},
                    {"accuracy", QT_TRANSLATE_NOOP("catalog", "Accuracy"), ColumnKind::Number},
                    {"loss", QT_TRANSLATE_NOOP("catalog", "Loss"), ColumnKind::Number}},
        .measures = {{"best", QT_TRANSLATE_NOOP("catalog", "Digits that the best model knows"), percentKnown,
                      "%"}},
        .variants = {reference(sequential,
                               QT_TRANSLATE_NOOP("catalog", "One model after the other, on one core.")),
                     right("processes", QT_TRANSLATE_NOOP("catalog", "Processes"), processes,
                           QT_TRANSLATE_NOOP("catalog",
                                             "Each process teaches one model at a time. No model needs "
                                             "another, so the numbers are the same as one after the other.")),
                     right("threads", QT_TRANSLATE_NOOP("catalog", "Threads (C++)"), threads,
                           QT_TRANSLATE_NOOP("catalog", "C++ has no interpreter lock: threads learn at the "
                                                        "same time too, and share one copy of the digits."))},
        .views = {curves("loss", "loss ", QT_TRANSLATE_NOOP("catalog", "Loss")),
                  columns("best", QT_TRANSLATE_NOOP("catalog", "Accuracy"))},
        .python = python,
    };
}

} // namespace tenfold::patterns::processes::ml_training
