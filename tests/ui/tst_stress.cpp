#include "core/catalog/pattern.h"
#include "tests/patience.h"
#include "tests/ui/driven.h"
#include "tests/ui/heartbeat.h"
#include "ui/actions.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/numberbox.h"
#include "ui/patternpage.h"
#include "ui/runcontroller.h"
#include "ui/scenariopage.h"
#include "ui/timeline/timeline.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QWheelEvent>

#include <random>

using namespace tenfold;

static QStringList warnings;

static void collectWarnings(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    // The offscreen platform says what it cannot do.
    const bool isNotice = text.contains(QLatin1String("This plugin does not support"));
    if (type != QtDebugMsg && type != QtInfoMsg && !isNotice)
        warnings << text;
}

/// A hand that does at random what a hand can do in the window.
class Hand
{
public:
    explicit Hand(unsigned seed) : random_(seed) { open(); }

    /// Does something; returns what.
    QString act()
    {
        const auto &[name, deed] = deeds_[below(deeds_.size())];
        (this->*deed)();
        return QLatin1String(name);
    }
    /// Lets the window live for a while, so that runs get somewhere in between.
    void rest() { QTest::qWait(static_cast<int>(below(12))); }
    bool isIdle() const { return part<RunController>()->phase() == RunController::Phase::Idle; }
    void stop() { actions().stop->trigger(); }
    void close()
    {
        QVERIFY(window_->close());
        QVERIFY(isIdle());
        window_.reset();
    }
    Heartbeat heartbeat;

private:
    struct Deed
    {
        const char *name;
        void (Hand::*deed)();
    };
    static const std::vector<Deed> deeds_;

    std::size_t below(std::size_t end)
    {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
    }
    template<typename List> auto oneOf(const List &list) -> decltype(list.front())
    {
        return *(list.begin() + static_cast<qsizetype>(below(static_cast<std::size_t>(list.size()))));
    }
    template<typename T> T *part() const { return window_->findChild<T *>(); }
    Actions &actions() const { return *part<Actions>(); }
    /// The page in sight; null for a pattern to come.
    ScenarioPage *page() const
    {
        for (ScenarioPage *page : window_->findChildren<ScenarioPage *>()) {
            if (page->isVisible())
                return page;
        }
        return nullptr;
    }
    Timeline *timeline() const { return page() ? page()->findChild<Timeline *>() : nullptr; }
    template<typename T> void clickOne()
    {
        QList<T *> seen = window_->findChildren<T *>();
        seen.removeIf([](const T *widget) { return !widget->isVisible() || !widget->isEnabled(); });
        if (!seen.isEmpty())
            oneOf(seen)->click();
    }

    void open()
    {
        window_ = std::make_unique<MainWindow>(Settings::none());
        window_->resize(1280, 720);
        window_->show();
        heartbeat.begin();
    }
    void run()
    {
        if (!page())
            return;
        window_->setValues(page()->scenario().preset(QStringLiteral("quick")));
        actions().run->trigger();
    }
    void stopTwice()
    {
        stop();
        part<RunController>()->stop();
    }
    void runStopRun()
    {
        run();
        stop();
        run();
    }
    void otherPattern() { oneOf(actions().patterns->actions())->trigger(); }
    void nextPattern() { actions().next->trigger(); }
    void otherScenario()
    {
        for (const Pattern &pattern : catalog()) {
            if (!pattern.scenarios.empty() && below(2) == 0)
                window_->showScenario(oneOf(pattern.scenarios).path());
        }
    }
    void change()
    {
        if (actions().workers->isEnabled())
            actions().workers->setValue(1 + static_cast<int>(below(12)));
    }
    void tick() { clickOne<QCheckBox>(); }
    void fold()
    {
        for (QToolButton *button : window_->findChildren<QToolButton *>(QStringLiteral("fold"))) {
            if (button->isVisible())
                button->click();
        }
    }
    void otherTab()
    {
        QTabBar *tabs = oneOf(window_->findChildren<QTabBar *>());
        if (tabs->isVisible() && tabs->count() > 0)
            tabs->setCurrentIndex(static_cast<int>(below(static_cast<std::size_t>(tabs->count()))));
    }
    void theme() { oneOf(actions().themes->actions())->trigger(); }
    void otherLanguage() { oneOf(actions().languages->actions())->trigger(); }
    void textSize() { oneOf(QList{actions().larger, actions().smaller, actions().normal})->trigger(); }
    void panels() { oneOf(QList{actions().sidebar, actions().code, actions().timeline})->trigger(); }
    void present() { actions().presentation->trigger(); }
    void step() { oneOf(QList{actions().nextStep, actions().previousStep, actions().blank})->trigger(); }
    void resize() { window_->resize(800 + static_cast<int>(below(900)), 450 + static_cast<int>(below(600))); }
    QPoint inTimeline() { return {10 + static_cast<int>(below(700)), 10 + static_cast<int>(below(200))}; }
    void wheel()
    {
        if (!timeline())
            return;
        const QPoint at = inTimeline();
        QWheelEvent event(at, timeline()->mapToGlobal(at), {}, {0, below(2) == 0 ? 240 : -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(timeline(), &event);
    }
    void drag()
    {
        if (!timeline())
            return;
        QTest::mousePress(timeline(), Qt::LeftButton, {}, inTimeline());
        QTest::mouseMove(timeline(), inTimeline());
        QTest::mouseRelease(timeline(), Qt::LeftButton, {}, inTimeline());
    }
    void hover()
    {
        if (timeline())
            QTest::mouseMove(timeline(), inTimeline());
    }
    void keys()
    {
        if (timeline())
            QTest::keyClick(timeline(), oneOf(QList{Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End,
                                                    Qt::Key_Plus, Qt::Key_Minus, Qt::Key_F}));
    }
    void copyPicture()
    {
        if (page())
            actions().copyPicture->trigger();
    }
    void copyData()
    {
        if (page())
            actions().copyData->trigger();
    }
    void reopen()
    {
        close();
        open();
    }

    std::mt19937 random_;
    std::unique_ptr<MainWindow> window_;
};

const std::vector<Hand::Deed> Hand::deeds_{
    {"run", &Hand::run},
    {"run", &Hand::run},
    {"run", &Hand::run},
    {"stop", &Hand::stop},
    {"stop twice", &Hand::stopTwice},
    {"run, stop, run", &Hand::runStopRun},
    {"other pattern", &Hand::otherPattern},
    {"next pattern", &Hand::nextPattern},
    {"other scenario", &Hand::otherScenario},
    {"other scenario", &Hand::otherScenario},
    {"change the workers", &Hand::change},
    {"tick", &Hand::tick},
    {"fold", &Hand::fold},
    {"other tab", &Hand::otherTab},
    {"theme", &Hand::theme},
    {"language", &Hand::otherLanguage},
    {"text size", &Hand::textSize},
    {"panels", &Hand::panels},
    {"presentation", &Hand::present},
    {"step", &Hand::step},
    {"resize", &Hand::resize},
    {"wheel", &Hand::wheel},
    {"drag", &Hand::drag},
    {"hover", &Hand::hover},
    {"keys", &Hand::keys},
    {"copy the picture", &Hand::copyPicture},
    {"copy the data", &Hand::copyData},
    {"close and reopen", &Hand::reopen},
};

class TestStress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anyHandIsEndured_data();
    void anyHandIsEndured();
    void cleanup();

private:
    QStringList done_;
    QtMessageHandler before_ = nullptr;
};

void TestStress::initTestCase()
{
    QThreadPool::globalInstance()->setExpiryTimeout(100); // Qt paints with it; its threads are not ours
    prepareApplication(QStringLiteral("en"));
}

void TestStress::anyHandIsEndured_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestStress::anyHandIsEndured()
{
    QFETCH(unsigned, seed);
    constexpr int actions = 300;
    const qsizetype before = threads();
    done_.clear();
    warnings.clear();
    before_ = qInstallMessageHandler(collectWarnings);
    {
        Hand hand(seed);
        for (int i = 0; i < actions && warnings.isEmpty() && !QTest::currentTestFailed(); ++i) {
            done_ << hand.act();
            hand.rest();
        }
        hand.stop();
        QTRY_VERIFY_WITH_TIMEOUT(hand.isIdle(), patience);
        hand.close();
        hand.heartbeat.verify();
    }
    qInstallMessageHandler(before_);
    setLanguage(QStringLiteral("en"));
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    QTRY_VERIFY_WITH_TIMEOUT(threads() <= before, patience);
}

void TestStress::cleanup()
{
    qInstallMessageHandler(before_);
    if (QTest::currentTestFailed())
        qInfo("After: %s", qPrintable(done_.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestStress)
#include "tst_stress.moc"
