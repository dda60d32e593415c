// How long Stop takes to end each variant of the catalog, from the call to the end of the last thread: the
// promise is 250 ms. Usage: bench_stop [ROUNDS]

#include "core/catalog/pattern.h"
#include "tests/bench/median.h"
#include "tests/working.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <optional>

using namespace tenfold;

/// Milliseconds from Stop to the end; nothing, said why, where there was nothing to stop.
static std::optional<double> stopped(const Scenario &scenario, const QString &variant)
{
    Runner runner;
    runner.start({&scenario, {{variant, scenario.preset("default")}}});
    if (comesToWork(runner, 60'000))
        QThread::msleep(100); // into its stride
    QElapsedTimer clock;
    clock.start();
    runner.stop();
    runner.wait();
    const double milliseconds = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    const Outcome outcome = runner.outcomes().front();
    if (outcome.status() == Status::Cancelled)
        return milliseconds;
    std::printf("%s %s ended before it could be stopped. %s\n", qPrintable(scenario.path()),
                qPrintable(variant), qPrintable(outcome.error()));
    return {};
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = std::max(1, QByteArray(argc > 1 ? argv[1] : "5").toInt());
    double worst = 0;
    for (const Pattern &pattern : catalog()) {
        for (const Scenario &scenario : pattern.scenarios) {
            for (const Variant &variant : scenario.variants) {
                std::vector<double> times;
                for (int round = 0; round < rounds; ++round) {
                    if (const auto time = stopped(scenario, variant.id))
                        times.push_back(*time);
                }
                if (times.empty())
                    continue;
                const double most = *std::ranges::max_element(times);
                worst = std::max(worst, most);
                std::printf("%-55s median %6.1f ms, at most %6.1f ms\n",
                            qPrintable(scenario.path() + u' ' + variant.id), median(times), most);
            }
        }
    }
    std::printf("at most %.1f ms (the promise: 250)\n", worst);
    return worst <= 250 ? 0 : 1;
}
