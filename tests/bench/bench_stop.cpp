// How long Stop takes to end each variant of the catalog, from the call to the end of the last thread: the
// promise is 250 ms. Usage: bench_stop [ROUNDS]

#include "core/catalog/pattern.h"
#include "tests/bench/median.h"
#include "tests/working.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace tenfold;

/// Milliseconds from Stop to the end; negative when the run never came to its work or ended before.
static double stopped(const Scenario &scenario, const QString &variant)
{
    Runner runner;
    runner.start({&scenario, {{variant, scenario.preset("default")}}});
    if (!comesToWork(runner, 60'000))
        return -1;
    QThread::msleep(100); // into its stride
    QElapsedTimer clock;
    clock.start();
    runner.stop();
    runner.wait();
    return runner.outcomes().front().status() == Status::Cancelled
               ? static_cast<double>(clock.nsecsElapsed()) * 1e-6
               : -1;
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
                    const double time = stopped(scenario, variant.id);
                    if (time >= 0)
                        times.push_back(time);
                }
                const QByteArray name = (scenario.path() + u' ' + variant.id).toUtf8();
                if (times.empty()) {
                    std::printf("%-55s ended before it could be stopped\n", name.constData());
                    continue;
                }
                const double most = *std::ranges::max_element(times);
                worst = std::max(worst, most);
                std::printf("%-55s median %6.1f ms, at most %6.1f ms\n", name.constData(), median(times),
                            most);
            }
        }
    }
    std::printf("at most %.1f ms (the promise: 250)\n", worst);
}
