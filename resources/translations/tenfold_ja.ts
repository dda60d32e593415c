<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Dialogs</name>
    <message>
        <source>About Tenfold</source>
        <translation>Tenfold について</translation>
    </message>
    <message>
        <source>Ten patterns of concurrency, measured and drawn live.</source>
        <translation>並行・並列処理の 10 のパターンを、測りながらその場で図にします。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>One task after the other took %1; %2 of that was waiting for answers, with nothing to compute.</source>
        <translation>1 件ずつ順に処理すると %1 かかりました。そのうち %2 は応答を待つだけで、計算はしていません。</translation>
    </message>
    <message>
        <source>One task after the other took %1; %2 of that was computing.</source>
        <translation>1 件ずつ順に処理すると %1 かかりました。そのうち %2 は計算です。</translation>
    </message>
    <message>
        <source>One task after the other took %1.</source>
        <translation>1 件ずつ順に処理すると %1 かかりました。</translation>
    </message>
    <message>
        <source>%1, workers: %2. It took %3, a speed-up of %4; time saved: %5, efficiency: %6.</source>
        <translation>%1（ワーカー %2）: %3 で終わり、スピードアップは %4、時間短縮は %5、効率は %6 です。</translation>
    </message>
    <message>
        <source>With these tasks in this order, no %1 workers can be faster than %2; this run came within %3.</source>
        <translation>この仕事をこの順で行うかぎり、%1 のワーカーでは %2 より速くなりません。今回はその限界から %3 以内でした。</translation>
    </message>
    <message>
        <source>Starting the longest tasks first would allow %1.</source>
        <translation>長い仕事から先に始めれば %1 まで縮められます。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>Proof: %1 = %2.</source>
        <translation>証拠: %1 = %2。</translation>
    </message>
    <message>
        <source>Serialised by a lock: the workers spent %1 of their time waiting for it.</source>
        <translation>ロックで直列化: ワーカーは時間の %1 をロック待ちに使いました。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1は失敗しました: %2</translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation>%1は停止されました。</translation>
    </message>
    <message>
        <source>Its result differs from the sequential one.</source>
        <translation>結果が逐次処理と異なります。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture&apos;s file ends with .png, .svg or .pdf, not &quot;%1&quot;.</source>
        <translation>図のファイル名は .png、.svg、.pdf のいずれかで終わる必要があります（&quot;%1&quot; は使えません）。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>This is not a URL; one looks like http://host/path.</source>
        <translation>URL ではありません。http://ホスト/パス の形で書きます。</translation>
    </message>
    <message>
        <source>Only http and https can be fetched, not %1.</source>
        <translation>取得できるのは http と https だけです（%1 は使えません）。</translation>
    </message>
    <message>
        <source>This URL names no host.</source>
        <translation>この URL にはホスト名がありません。</translation>
    </message>
    <message>
        <source>No whole answer within %1 s.</source>
        <translation>%1 秒以内に応答が完了しませんでした。</translation>
    </message>
</context>
<context>
    <name>LoopbackSite</name>
    <message>
        <source>The local web site could not be started: %1</source>
        <translation>ローカルのウェブサイトを開始できませんでした: %1</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 から %2 までの整数</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 のいずれか</translation>
    </message>
    <message>
        <source>text, one value per line, or @FILE to read it from a file</source>
        <translation>1 行に 1 つの値。@ファイル名 でファイルから読みます</translation>
    </message>
    <message>
        <source>a file that can be read</source>
        <translation>読めるファイル</translation>
    </message>
    <message>
        <source>a folder that can be read</source>
        <translation>読めるフォルダー</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読めません: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB</source>
        <translation>%1 は 1 MiB を超えています</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of %2</source>
        <translation>&quot;%1&quot; は %2 の値ではありません</translation>
    </message>
    <message>
        <source>%1; allowed: %2</source>
        <translation>%1。使えるのは: %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>ワーカー数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>時間短縮</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>スピードアップ</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>効率</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限界</translation>
    </message>
    <message>
        <source>Same result</source>
        <translation>同じ結果</translation>
    </message>
    <message>
        <source>%1 (mistake)</source>
        <translation>%1（間違い）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Sequential time</source>
        <translation>逐次処理時間</translation>
    </message>
    <message>
        <source>Parallel time</source>
        <translation>並行処理時間</translation>
    </message>
    <message>
        <source>Elapsed time</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>フォルダー %1 を作れません。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>waiting (I/O)</source>
        <translation>待機中（I/O）</translation>
    </message>
    <message>
        <source>blocked on lock</source>
        <translation>ロック待ち</translation>
    </message>
    <message>
        <source>waiting at a queue</source>
        <translation>キュー待ち</translation>
    </message>
    <message>
        <source>waiting for an event</source>
        <translation>イベント待ち</translation>
    </message>
    <message>
        <source>waiting for a permit</source>
        <translation>許可待ち</translation>
    </message>
    <message>
        <source>waiting for a result</source>
        <translation>結果待ち</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>受信中</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空き</translation>
    </message>
</context>
<context>
    <name>TextReport</name>
    <message>
        <source>Sequential time</source>
        <translation>逐次処理時間</translation>
    </message>
    <message>
        <source>Parallel time</source>
        <translation>並行処理時間</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>時間短縮</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>スピードアップ</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>ワーカー数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>効率</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限界</translation>
    </message>
    <message>
        <source>Same result</source>
        <translation>同じ結果</translation>
    </message>
    <message>
        <source>%1 (mistake)</source>
        <translation>%1（間違い）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Worker timeline</source>
        <translation>ワーカーのタイムライン</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 短縮</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>メイン</translation>
    </message>
    <message>
        <source>Worker %1</source>
        <translation>ワーカー %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>プロセス %1</translation>
    </message>
    <message>
        <source>lock: %1</source>
        <translation>ロック: %1</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Threads for I/O</source>
        <translation>スレッドで I/O を並行化</translation>
    </message>
    <message>
        <source>While one thread waits for a slow answer, the others go on.</source>
        <translation>1 つのスレッドが遅い応答を待つ間も、ほかのスレッドは先へ進みます。</translation>
    </message>
    <message>
        <source>Use threads for work that waits: requests, files, databases.</source>
        <translation>待つ仕事（リクエスト、ファイル、データベース）にはスレッドを使います。</translation>
    </message>
    <message>
        <source>Choose a fitting number of threads; more than there is to wait for only cost.</source>
        <translation>スレッドは適切な数にします。待つ相手より多くても負担になるだけです。</translation>
    </message>
    <message>
        <source>Guard data that threads share with a lock, and hold it briefly.</source>
        <translation>スレッドが共有するデータはロックで守り、持つ時間は短くします。</translation>
    </message>
    <message>
        <source>Take threads from a pool instead of making one per task.</source>
        <translation>仕事ごとにスレッドを作らず、プールのスレッドを使い回します。</translation>
    </message>
    <message>
        <source>Processes for CPU work</source>
        <translation>プロセスで CPU 処理を並列化</translation>
    </message>
    <message>
        <source>Each process computes on a core of its own, with memory of its own.</source>
        <translation>各プロセスが、それぞれのコアとメモリーで計算します。</translation>
    </message>
    <message>
        <source>Async event loop</source>
        <translation>非同期イベントループ</translation>
    </message>
    <message>
        <source>One thread waits for many things at once.</source>
        <translation>1 つのスレッドが多くのものを同時に待ちます。</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>フューチャー (futures)</translation>
    </message>
    <message>
        <source>A result that arrives later can be passed on now.</source>
        <translation>後で届く結果を、今のうちに渡せます。</translation>
    </message>
    <message>
        <source>Queue (producer / consumer)</source>
        <translation>キュー（生産者／消費者）</translation>
    </message>
    <message>
        <source>Threads hand work over without sharing anything else.</source>
        <translation>スレッドはほかに何も共有せず、仕事だけを受け渡します。</translation>
    </message>
    <message>
        <source>Lock (shared state)</source>
        <translation>ロック（共有データの保護）</translation>
    </message>
    <message>
        <source>Only one thread at a time changes what they share.</source>
        <translation>共有データを変えるのは、同時に 1 つのスレッドだけです。</translation>
    </message>
    <message>
        <source>Event (signalling)</source>
        <translation>イベント（合図）</translation>
    </message>
    <message>
        <source>One signal wakes all who wait for it.</source>
        <translation>1 つの合図が、待っている全員を起こします。</translation>
    </message>
    <message>
        <source>Semaphore (limit)</source>
        <translation>セマフォ（同時数の制限）</translation>
    </message>
    <message>
        <source>At most so many do it at the same time.</source>
        <translation>同時に行うのは決まった数までです。</translation>
    </message>
    <message>
        <source>Thread pool</source>
        <translation>スレッドプール</translation>
    </message>
    <message>
        <source>A few threads are reused for many tasks.</source>
        <translation>少数のスレッドを多くの仕事に使い回します。</translation>
    </message>
    <message>
        <source>Process pool</source>
        <translation>プロセスプール</translation>
    </message>
    <message>
        <source>A few processes are reused for many tasks.</source>
        <translation>少数のプロセスを多くの仕事に使い回します。</translation>
    </message>
    <message>
        <source>Fetch URLs</source>
        <translation>URL の取得</translation>
    </message>
    <message>
        <source>Each URL takes a while to answer. Does it pay to wait for several of them at once?</source>
        <translation>どの URL も応答に時間がかかります。いくつかを同時に待つと速くなるでしょうか？</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>ワーカー数</translation>
    </message>
    <message>
        <source>Delay unit</source>
        <translation>遅延の単位</translation>
    </message>
    <message>
        <source>Rounds of the list</source>
        <translation>一覧の繰り返し</translation>
    </message>
    <message>
        <source>Own URLs</source>
        <translation>自分の URL</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト数</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation>逐次処理</translation>
    </message>
    <message>
        <source>One request after the other: the waits add up.</source>
        <translation>リクエストを 1 件ずつ行うので、待ち時間がすべて足されます。</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>並行処理</translation>
    </message>
    <message>
        <source>Each worker waits for an answer of its own, so the waits overlap.</source>
        <translation>各ワーカーがそれぞれの応答を待つので、待ち時間が重なります。</translation>
    </message>
    <message>
        <source>One interpreter</source>
        <translation>1 つのインタープリター</translation>
    </message>
    <message>
        <source>One lock around all computing, let go while waiting, as in Python: for work that waits it costs next to nothing.</source>
        <translation>Python と同じく、計算は 1 つのロックの中で行い、待つ間は手放します。待つ仕事ではほとんど損になりません。</translation>
    </message>
    <message>
        <source>Lock held while waiting</source>
        <translation>ロックを持ったまま待つ</translation>
    </message>
    <message>
        <source>The lock is held during the whole request, so no two requests overlap: the workers queue up for it. Hold a lock for the shared data only.</source>
        <translation>リクエストの間ずっとロックを持つので、リクエストは重ならず、ワーカーはロックの順番を待ちます。ロックは共有データを扱う間だけ持ちます。</translation>
    </message>
    <message>
        <source>Unlimited fan-out</source>
        <translation>無制限の同時実行</translation>
    </message>
    <message>
        <source>A thread per URL sends everything at once; the site answers 503 to what is more than it can serve. A pool limits how many are under way.</source>
        <translation>URL ごとのスレッドが一度に全部を送るので、サイトはさばききれない分に 503 を返します。プールなら同時に進む数を制限できます。</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>進行中のリクエスト</translation>
    </message>
</context>
<context>
    <name>tenfold::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>図を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>図をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation>データをコピー(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>パターン(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>前へ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>サイドバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Code and explanation</source>
        <translation>コードと解説(&amp;C)</translation>
    </message>
    <message>
        <source>Worker &amp;timeline</source>
        <translation>ワーカーのタイムライン(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>文字を大きく(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>文字を小さく(&amp;M)</translation>
    </message>
    <message>
        <source>N&amp;ormal text</source>
        <translation>標準の大きさ(&amp;O)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>テーマ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>言語(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー操作(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Tenfold</source>
        <translation>Tenfold について(&amp;A)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>Workers:</source>
        <translation>ワーカー数:</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>ワーカー数</translation>
    </message>
</context>
<context>
    <name>tenfold::BigNumbers</name>
    <message>
        <source>Speed-up</source>
        <translation>スピードアップ</translation>
    </message>
</context>
<context>
    <name>tenfold::CodePanel</name>
    <message>
        <source>Running lines: %1</source>
        <translation>実行中の行: %1</translation>
    </message>
</context>
<context>
    <name>tenfold::CounterView</name>
    <message>
        <source>limit</source>
        <translation>限界</translation>
    </message>
    <message>
        <source>%1 over time (s)</source>
        <translation>%1の時間変化（秒）</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最大 %1</translation>
    </message>
</context>
<context>
    <name>tenfold::ElapsedBars</name>
    <message>
        <source>limit</source>
        <translation>限界</translation>
    </message>
    <message>
        <source>mistake</source>
        <translation>間違い</translation>
    </message>
    <message>
        <source>Elapsed time in seconds (shorter is better)</source>
        <translation>経過時間・秒（短いほど良い）</translation>
    </message>
    <message>
        <source>Elapsed time per variant</source>
        <translation>方式ごとの経過時間</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>限界 %1</translation>
    </message>
</context>
<context>
    <name>tenfold::ExplanationPanel</name>
    <message>
        <source>What was seen, and why</source>
        <translation>何が見えたか、なぜか</translation>
    </message>
    <message>
        <source>Press Run (F5) to see it measured.</source>
        <translation>実行（F5）を押すと測定します。</translation>
    </message>
    <message>
        <source>Best practices</source>
        <translation>ベストプラクティス</translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation>よくある間違い</translation>
    </message>
</context>
<context>
    <name>tenfold::MainWindow</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Tenfold</source>
        <translation>Tenfold</translation>
    </message>
    <message>
        <source>C++ code</source>
        <translation>C++ コード</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解説</translation>
    </message>
</context>
<context>
    <name>tenfold::ParameterForm</name>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Allowed: %1</source>
        <translation>使える値: %1</translation>
    </message>
    <message>
        <source>One value per line. Empty: Tenfold&apos;s own.</source>
        <translation>1 行に 1 つ。空欄なら Tenfold が用意します。</translation>
    </message>
    <message>
        <source>Empty: Tenfold&apos;s own.</source>
        <translation>空欄なら Tenfold が用意します。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
</context>
<context>
    <name>tenfold::PatternList</name>
    <message>
        <source>Patterns</source>
        <translation>パターン</translation>
    </message>
    <message>
        <source>%1 (to come)</source>
        <translation>%1（準備中）</translation>
    </message>
</context>
<context>
    <name>tenfold::PatternPage</name>
    <message>
        <source>Scenarios</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>This pattern is still to come: there is nothing to run here yet.</source>
        <translation>このパターンは準備中です。まだ実行できるものがありません。</translation>
    </message>
</context>
<context>
    <name>tenfold::RunCard</name>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Parameters and variants</source>
        <translation>パラメーターと方式</translation>
    </message>
    <message>
        <source>Show or hide the parameters and the variants</source>
        <translation>パラメーターと方式を表示または隠す</translation>
    </message>
    <message>
        <source>Preset:</source>
        <translation>プリセット:</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The default parameters and variants again</source>
        <translation>パラメーターと方式を初期値に戻す</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>独自の値</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>As in the chapter</source>
        <translation>章のとおり</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>短時間</translation>
    </message>
</context>
<context>
    <name>tenfold::ScenarioPage</name>
    <message>
        <source>%1 failed: %2. Change the parameters, or press Run to try again.</source>
        <translation>%1は失敗しました: %2。パラメーターを変えるか、もう一度実行してください。</translation>
    </message>
    <message>
        <source>%1 gave another result than %2.</source>
        <translation>%1の結果は%2と異なります。</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>図を書き出す</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>図の種類</translation>
    </message>
</context>
<context>
    <name>tenfold::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Running %1 (%2 of %3). Esc stops.</source>
        <translation>%1を実行中（%2 / %3）。Esc で停止します。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Ready: F5 runs it.</source>
        <translation>準備完了。F5 で実行します。</translation>
    </message>
    <message>
        <source>Ended; not everything worked.</source>
        <translation>終了しましたが、うまくいかなかったものがあります。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完了。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Cores: %1, effective: %2</source>
        <translation>コア: %1、実効: %2</translation>
    </message>
    <message>
        <source>How many times one thread&apos;s computing all cores give together, as measured</source>
        <translation>全コアで 1 スレッドの何倍の計算ができるか（実測）</translation>
    </message>
</context>
<context>
    <name>tenfold::Timeline</name>
    <message>
        <source>Worker timeline</source>
        <translation>ワーカーのタイムライン</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>タスク %1</translation>
    </message>
    <message>
        <source>from %1, for %2</source>
        <translation>%1 から %2 間</translation>
    </message>
</context>
<context>
    <name>tenfold::VariantPicker</name>
    <message>
        <source>, </source>
        <comment>between variants</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Break it: common mistakes</source>
        <translation>壊してみる: よくある間違い</translation>
    </message>
</context>
</TS>
