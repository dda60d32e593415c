<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Dialogs</name>
    <message>
        <source>About Tenfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten patterns of concurrency, measured and drawn live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>One task after the other took %1; %2 of that was waiting for answers, with nothing to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task after the other took %1; %2 of that was computing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task after the other took %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, workers: %2. It took %3, a speed-up of %4; time saved: %5, efficiency: %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With these tasks in this order, no %1 workers can be faster than %2; this run came within %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the longest tasks first would allow %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof: %1 = %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serialised by a lock: the workers spent %1 of their time waiting for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its result differs from the sequential one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture&apos;s file ends with .png, .svg or .pdf, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>This is not a URL; one looks like http://host/path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only http and https can be fetched, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This URL names no host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No whole answer within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoopbackSite</name>
    <message>
        <source>The local web site could not be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text, one value per line, or @FILE to read it from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; allowed: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (mistake)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequential time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting (I/O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked on lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting at a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextReport</name>
    <message>
        <source>Sequential time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (mistake)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Threads for I/O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While one thread waits for a slow answer, the others go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use threads for work that waits: requests, files, databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a fitting number of threads; more than there is to wait for only cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard data that threads share with a lock, and hold it briefly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take threads from a pool instead of making one per task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes for CPU work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each process computes on a core of its own, with memory of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Async event loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thread waits for many things at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A result that arrives later can be passed on now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue (producer / consumer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads hand work over without sharing anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock (shared state)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one thread at a time changes what they share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event (signalling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One signal wakes all who wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semaphore (limit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many do it at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few threads are reused for many tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few processes are reused for many tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each URL takes a while to answer. Does it pay to wait for several of them at once?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request after the other: the waits add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each worker waits for an answer of its own, so the waits overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One lock around all computing, let go while waiting, as in Python: for work that waits it costs next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock held while waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock is held during the whole request, so no two requests overlap: the workers queue up for it. Hold a lock for the shared data only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlimited fan-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thread per URL sends everything at once; the site answers 503 to what is more than it can serve. A pool limits how many are under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code and explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker &amp;timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ormal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tenfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::BigNumbers</name>
    <message>
        <source>Speed-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::CodePanel</name>
    <message>
        <source>Running lines: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::CounterView</name>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over time (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::ElapsedBars</name>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed time in seconds (shorter is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed time per variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::ExplanationPanel</name>
    <message>
        <source>What was seen, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run (F5) to see it measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::MainWindow</name>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C++ code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::ParameterForm</name>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value per line. Empty: Tenfold&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: Tenfold&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::PatternList</name>
    <message>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (to come)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::PatternPage</name>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern is still to come: there is nothing to run here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::RunCard</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters and variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the parameters and the variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default parameters and variants again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::ScenarioPage</name>
    <message>
        <source>%1 failed: %2. Change the parameters, or press Run to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave another result than %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running %1 (%2 of %3). Esc stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready: F5 runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended; not everything worked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores: %1, effective: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times one thread&apos;s computing all cores give together, as measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenfold::VariantPicker</name>
    <message>
        <source>, </source>
        <comment>between variants</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break it: common mistakes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
