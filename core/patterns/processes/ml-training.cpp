// Teach models to read handwritten digits, each at another learning rate: all of the time is computing, and
// every process sends how it gets on.

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
    const int count = run.integer(QStringLiteral("models"));
    std::vector<Training> all;
    for (int i = 0; i < count; ++i) {
        const double rate = count == 1 ? 0.02 : 0.0005 * std::pow(1000.0, double(i) / (count - 1));
        all.push_back({i + 1, rate, run.integer(QStringLiteral("epochs")), run.seed()});
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
        futures.push_back(pool.submit(QStringLiteral("train"), model.toCbor()));
    for (std::size_t i = 0; i < all.size(); ++i)
        put(run, all[i], Trained::fromCbor(futures[i].get(run.stop()).toArray()));
}

void threads(Run &run)
{
    const std::vector<Training> all = models(run);
    ThreadPoolExecutor pool(run.workers(), run.trace(), run.stop());
    pool.map(all, [&](std::size_t, const Training &model) { put(run, model, train(model, run.stop())); });
}

void measure(Run &run)
{
    double best = 0;
    const Table table = run.table();
    for (const QVariantList &row : table.rows)
        best = std::max(best, row.value(4).toDouble());
    run.find(QStringLiteral("best"), 100 * best);
}

} // namespace

Scenario scenario()
{
    Scenario s;
    s.title = QT_TRANSLATE_NOOP("catalog", "Train models");
    s.question = QT_TRANSLATE_NOOP(
        "catalog", "Several models learn to read handwritten digits. How much sooner are processes done?");
    s.parameters = {
        workersParameter(coresHere()),
        {"models", QT_TRANSLATE_NOOP("catalog", "Models"), {}, ParameterKind::Integer, 1, 64, {}, 8},
        {"epochs", QT_TRANSLATE_NOOP("catalog", "Epochs"), {}, ParameterKind::Integer, 1, 2000, {}, 120},
    };
    s.presets = {
        {"default", {}},
        {"chapter", {{"models", 8}}},
        {"quick", {{"epochs", 4}}},
    };
    s.columns = {
        {"model", QT_TRANSLATE_NOOP("catalog", "Model"), ColumnKind::Integer},
        {"rate", QT_TRANSLATE_NOOP("catalog", "Learning rate"), ColumnKind::Number},
        {"features", QT_TRANSLATE_NOOP("catalog", "Features"), ColumnKind::Integer},
        {"samples", QT_TRANSLATE_NOOP("catalog", "Samples"), ColumnKind::Integer},
        {"accuracy", QT_TRANSLATE_NOOP("catalog", "Accuracy"), ColumnKind::Number},
        {"loss", QT_TRANSLATE_NOOP("catalog", "Loss"), ColumnKind::Number},
    };
    s.measures = {{"best", QT_TRANSLATE_NOOP("catalog", "Digits that the best model knows"), "%"}};
    s.variants = {
        {"sequential",
         QT_TRANSLATE_NOOP("catalog", "Sequential"),
         VariantKind::Sequential,
         sequential,
         {},
         QT_TRANSLATE_NOOP("catalog", "One model after the other, on one core.")},
        {"processes",
         QT_TRANSLATE_NOOP("catalog", "Processes"),
         VariantKind::Parallel,
         processes,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "Each process teaches one model at a time. No model needs another, so the "
                           "numbers are the same as one after the other.")},
        {"threads",
         QT_TRANSLATE_NOOP("catalog", "Threads (C++)"),
         VariantKind::Parallel,
         threads,
         {},
         QT_TRANSLATE_NOOP("catalog",
                           "C++ has no interpreter lock: threads learn at the same time too, and share one "
                           "copy of the digits.")},
    };
    s.views = {
        {"loss", ViewKind::Curves, QT_TRANSLATE_NOOP("catalog", "Loss"), {"loss "}},
        {"best", ViewKind::Columns, QT_TRANSLATE_NOOP("catalog", "Accuracy"), {"best"}},
    };
    s.measure = measure;
    s.python = R"(from concurrent.futures import ProcessPoolExecutor
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
    return s;
}

} // namespace tenfold::patterns::processes::ml_training
