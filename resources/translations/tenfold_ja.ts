<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>CsvColumn</name>
    <message>
        <source>%1 has no column &quot;%2&quot;: its first line names none, so the columns are numbered from 1 to %3.</source>
        <translation>%1 に列「%2」はありません。1 行目に列名がないので、列は 1 から %3 の番号で指定します。</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;. Its columns are: %3.</source>
        <translation>%1 に列「%2」はありません。列は次のとおりです: %3。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み込めません: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 512 MiB.</source>
        <translation>%1 は 512 MiB を超えています。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 は空です。</translation>
    </message>
    <message>
        <source>line %1 (&quot;%2&quot;)</source>
        <translation>%1 行目（「%2」）</translation>
    </message>
    <message>
        <source>%1 is not a text file: it contains a null byte.</source>
        <translation>%1 はテキストファイルではありません（ヌルバイトが含まれています）。</translation>
    </message>
    <message>
        <source>%1 is not a CSV file: the record that begins in line %2 is longer than 1 MiB. Perhaps a quotation mark is missing.</source>
        <translation>%1 は CSV ファイルではありません。%2 行目から始まるレコードが 1 MiB を超えています。引用符が抜けているのかもしれません。</translation>
    </message>
    <message>
        <source>%1 has more than %2 numbers in its column %3.</source>
        <translation>%1 の列 %3 には、%2 個を超える数値があります。</translation>
    </message>
    <message>
        <source>Cells of the column %2 that are not numbers (%1 in all): %3.</source>
        <translation>列 %2 のうち数値でないセル（全 %1 個）: %3。</translation>
    </message>
    <message>
        <source>%1 has no numbers in its column %2.</source>
        <translation>%1 の列 %2 には数値がありません。</translation>
    </message>
</context>
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
    <message>
        <source>With these values the mistake did no harm.</source>
        <translation>この値では、間違いによる害は出ませんでした。</translation>
    </message>
    <message>
        <source>%1 was not begun.</source>
        <translation>%1 は始まりませんでした。</translation>
    </message>
    <message>
        <source>%1: %2, a speed-up of %3.</source>
        <translation>%1: %2、スピードアップは %3。</translation>
    </message>
    <message>
        <source>no gain</source>
        <translation>効果なし</translation>
    </message>
    <message>
        <source>%1 slower than %2</source>
        <translation>%2より %1 遅い</translation>
    </message>
    <message>
        <source>Starting the workers and messages took %1 of their time: there is too little work to share.</source>
        <translation>ワーカーの時間の %1 が起動とメッセージに使われました。分け合うには仕事が少なすぎます。</translation>
    </message>
    <message>
        <source>With these tasks in this order, no %1 workers can be faster than %2; this run took %3 more.</source>
        <translation>この順番のタスクでは、%1 ワーカーでは %2 より速くなりません。今回はそれより %3 長くかかりました。</translation>
    </message>
    <message>
        <source>%1: %2, a speed-up of %3 (%4).</source>
        <translation>%1: %2、スピードアップは %3（%4）。</translation>
    </message>
    <message>
        <source>another result</source>
        <translation>結果が違う</translation>
    </message>
    <message>
        <source>slower than %1</source>
        <translation>%1より遅い</translation>
    </message>
    <message>
        <source>no gain over %1</source>
        <translation>%1と比べて効果なし</translation>
    </message>
    <message>
        <source>%1 slower</source>
        <translation>%1 遅い</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Proof: %1.</source>
        <translation>証拠 ― %1。</translation>
    </message>
    <message>
        <source>%1 as long as %2</source>
        <translation>%2の %1 の時間</translation>
    </message>
    <message>
        <source>%1 as long</source>
        <translation>%1 の時間</translation>
    </message>
    <message>
        <source>uneven measurement: run again</source>
        <translation>計測にむらあり：再実行を</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %2（正しい方法では %3）</translation>
    </message>
    <message>
        <source>Cost: %1.</source>
        <translation>代償 ― %1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>All %1 tasks failed, so the times mean nothing; the table says why.</source>
        <translation>%1 件のタスクがすべて失敗したので、時間に意味はありません。理由は表にあります。</translation>
    </message>
    <message>
        <source>Tasks that failed: %1 of %2; the table says why.</source>
        <translation>失敗したタスク: %2 件のうち %1 件。理由は表にあります。</translation>
    </message>
    <message>
        <source>That is faster than the task times of the sequential run allow: the machine was slower then, so no limit is given. Run it again.</source>
        <translation>これは逐次処理での各タスクの時間から考えられるより速い結果です。逐次処理の間だけマシンが遅かったため、限界は示しません。もう一度実行してください。</translation>
    </message>
    <message>
        <source>%1 got stuck after %2: %3.</source>
        <translation>%1は%2後に止まったまま進まなくなりました。%3。</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>停滞</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture&apos;s file ends with .png, .svg or .pdf, not &quot;%1&quot;.</source>
        <translation>図のファイル名は .png、.svg、.pdf のいずれかで終わる必要があります（&quot;%1&quot; は使えません）。</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>ページ全体</translation>
    </message>
    <message>
        <source>Whole page with &quot;%1&quot;</source>
        <translation>ページ全体（%1）</translation>
    </message>
    <message>
        <source>Elapsed time</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Worker timeline</source>
        <translation>ワーカーのタイムライン</translation>
    </message>
    <message>
        <source>Worker timeline: %1</source>
        <translation>ワーカーのタイムライン：%1</translation>
    </message>
    <message>
        <source>A picture of %1 x %2 pixels is too large: choose a smaller size or scale.</source>
        <translation>%1 x %2 ピクセルの図は大きすぎます。大きさか倍率を小さくしてください。</translation>
    </message>
    <message>
        <source>There is no picture &quot;%1&quot; to draw.</source>
        <translation>「%1」という図はありません。</translation>
    </message>
    <message>
        <source>Sweep: %1</source>
        <translation>スイープ: %1</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>時間はどこに使われたか</translation>
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
    <message>
        <source>, </source>
        <comment>between the things of a list</comment>
        <translation>、</translation>
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
        <source>The answer is larger than %1 MB.</source>
        <translation>応答が %1 MB を超えています。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete.</source>
        <translation>応答が途中で終わりました。</translation>
    </message>
    <message>
        <source>The answer is compressed as &quot;%1&quot;, which was not asked for.</source>
        <translation>応答が、要求していない形式「%1」で圧縮されています。</translation>
    </message>
    <message>
        <source>No complete answer within %1 s.</source>
        <translation>%1 秒以内に応答が完了しませんでした。</translation>
    </message>
    <message>
        <source>This URL redirects more than %1 times.</source>
        <translation>この URL のリダイレクトは %1 回を超えています。</translation>
    </message>
    <message>
        <source>This URL redirects from https to http.</source>
        <translation>この URL は https から http へリダイレクトします。</translation>
    </message>
    <message>
        <source>The answer is not in the gzip format, although it says so.</source>
        <translation>応答は gzip 形式と示されていますが、gzip 形式ではありません。</translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>これはファイルではなく、フォルダーです。</translation>
    </message>
    <message>
        <source>This is a device or a pipe, not a file.</source>
        <translation>これはファイルではなく、デバイスまたはパイプです。</translation>
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
    <name>OutputFile</name>
    <message>
        <source>Standard output cannot be written: %1.</source>
        <translation>標準出力に書き込めません: %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
    <message>
        <source>nobody reads what is written to it</source>
        <translation>書き込んでも読み取る相手がいません</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>ソケットです</translation>
    </message>
    <message>
        <source>it is a disk</source>
        <translation>ディスクです</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>フォルダー %1 がありません</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 はフォルダーではありません</translation>
    </message>
    <message>
        <source>no file can be made in the folder %1 (%2)</source>
        <translation>フォルダー %1 にファイルを作成できません（%2）</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written: %2.</source>
        <translation>フォルダー %1 に書き込めません: %2。</translation>
    </message>
</context>
<context>
    <name>OwnInput</name>
    <message>
        <source>text or addresses, one per line</source>
        <translation>1 行に 1 つずつのテキストまたはアドレス</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>%1 does not take input of your own: nothing was changed.</source>
        <translation>「%1」は独自の入力を受け取りません。何も変更していません。</translation>
    </message>
    <message>
        <source>%1 cannot use what was dropped. It takes: %2.</source>
        <translation>「%1」ではドロップされたものを使えません。使えるもの: %2。</translation>
    </message>
    <message>
        <source>%1 is not a file: nothing was changed.</source>
        <translation>%1 はファイルではありません。何も変更していません。</translation>
    </message>
    <message>
        <source>%1 is not a text file: nothing was changed.</source>
        <translation>%1 はテキストファイルではありません。何も変更していません。</translation>
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
        <source>%1; allowed: %2</source>
        <translation>%1。使えるのは: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value of %2</source>
        <translation>&quot;%1&quot; は %2 の値ではありません</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>This image has %1 x %2 pixels; at most %3 are taken.</source>
        <translation>この画像は %1 x %2 画素です。扱えるのは %3 画素までです。</translation>
    </message>
    <message>
        <source>This image cannot be decoded: %1</source>
        <translation>この画像は復号できません: %1</translation>
    </message>
    <message>
        <source>There is no such file, or this link leads nowhere.</source>
        <translation>ファイルがないか、リンク先がありません。</translation>
    </message>
    <message>
        <source>This file is larger than 256 MiB.</source>
        <translation>このファイルは 256 MiB を超えています。</translation>
    </message>
    <message>
        <source>This is not an image in a known format.</source>
        <translation>対応している形式の画像ではありません。</translation>
    </message>
</context>
<context>
    <name>ProcessPool</name>
    <message>
        <source>The worker process was lost: %1.</source>
        <translation>ワーカープロセスが失われました: %1。</translation>
    </message>
    <message>
        <source>No worker process could be started, %1 times in a row: %2.</source>
        <translation>ワーカープロセスを起動できませんでした（%1 回連続）: %2。</translation>
    </message>
    <message>
        <source>it did not say hello in time</source>
        <translation>時間内に応答しませんでした</translation>
    </message>
    <message>
        <source>its task took too long</source>
        <translation>タスクに時間がかかりすぎました</translation>
    </message>
    <message>
        <source>it was killed or crashed</source>
        <translation>強制終了またはクラッシュしました</translation>
    </message>
    <message>
        <source>it ended with status %1</source>
        <translation>終了コード %1 で終わりました</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 を起動できません: %2</translation>
    </message>
    <message>
        <source>it did not end in time</source>
        <translation>時間内に終了しませんでした</translation>
    </message>
    <message>
        <source>only %1 of %2 processes could be started</source>
        <translation>%2 個のプロセスのうち %1 個だけを開始できました</translation>
    </message>
    <message>
        <source>it broke the protocol: %1</source>
        <translation>通信の取り決めに反しました: %1</translation>
    </message>
</context>
<context>
    <name>RawFile</name>
    <message>
        <source>%1 cannot be written (%2)</source>
        <translation>%1 に書き込めません（%2）</translation>
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
        <source>stuck</source>
        <translation>停滞</translation>
    </message>
</context>
<context>
    <name>Runner</name>
    <message>
        <source>it ended with an error that has no text</source>
        <translation>説明のないエラーで終わりました</translation>
    </message>
</context>
<context>
    <name>SiteReader</name>
    <message>
        <source>The site&apos;s robots.txt asks crawlers to leave this page alone.</source>
        <translation>このページは、サイトの robots.txt が巡回を禁じています。</translation>
    </message>
    <message>
        <source>It leads on to %1.</source>
        <translation>%1 へ転送されます。</translation>
    </message>
    <message>
        <source>It leads to another site, which is left alone: %1.</source>
        <translation>別のサイトへ転送されるため、たどりません: %1</translation>
    </message>
    <message>
        <source>Only the beginning of this page was read: it is too large or too deeply nested.</source>
        <translation>このページは大きすぎるか入れ子が深すぎるため、先頭部分だけを読み取りました。</translation>
    </message>
</context>
<context>
    <name>Sqlite</name>
    <message>
        <source>Qt has no SQLite driver here (on Debian it is in libqt6sql6-sqlite)</source>
        <translation>Qt の SQLite ドライバーがありません（Debian では libqt6sql6-sqlite に含まれます）</translation>
    </message>
    <message>
        <source>The database cannot be opened (%1)</source>
        <translation>データベースを開けません（%1）</translation>
    </message>
    <message>
        <source>The database refuses %1 (%2)</source>
        <translation>データベースが %1 を受け付けません（%2）</translation>
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
    <name>Sweep</name>
    <message>
        <source>&quot;%1&quot; is not a whole-number parameter, so it cannot be swept</source>
        <translation>「%1」は整数のパラメーターではないため、スイープできません</translation>
    </message>
    <message>
        <source>A sweep takes 1 to %1 values of &quot;%2&quot;, separated by commas, such as %3; each is %4</source>
        <translation>スイープには「%2」の値を1～%1個、%3のようにカンマ区切りで指定します。使える値：%4</translation>
    </message>
</context>
<context>
    <name>TaskGraph</name>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1</translation>
    </message>
    <message>
        <source>No task has begun.</source>
        <translation>まだ始まったタスクはありません。</translation>
    </message>
</context>
<context>
    <name>TemporaryFolder</name>
    <message>
        <source>No folder can be made in the temporary folder %1 (%2)</source>
        <translation>一時フォルダー %1 にフォルダーを作れません（%2）</translation>
    </message>
</context>
<context>
    <name>TextFiles</name>
    <message>
        <source>The file was there and is gone now.</source>
        <translation>ファイルはさっきまでありましたが、なくなりました。</translation>
    </message>
    <message>
        <source>This is a link to a folder; it is not followed.</source>
        <translation>フォルダーへのリンクなので、たどりません。</translation>
    </message>
    <message>
        <source>This file is larger than 16 MiB.</source>
        <translation>ファイルが 16 MiB を超えています。</translation>
    </message>
    <message>
        <source>%1 more files were left out: the first %2 are read.</source>
        <translation>ほかに %1 個のファイルがあります。最初の %2 個だけを読みます。</translation>
    </message>
    <message>
        <source>More than %1 files were left out: the first %2 are read.</source>
        <translation>ほかに %1 個を超えるファイルがあります。最初の %2 個だけを読みます。</translation>
    </message>
    <message>
        <source>The files to read cannot be written to %1 (%2)</source>
        <translation>読み取り用のファイルを %1 に書き込めません（%2）</translation>
    </message>
    <message>
        <source>This link leads to %1, which does not exist.</source>
        <translation>このリンクの先 %1 は存在しません。</translation>
    </message>
    <message>
        <source>This is not a text file: it contains a null byte.</source>
        <translation>これはテキストファイルではありません（ヌルバイトが含まれています）。</translation>
    </message>
    <message>
        <source>There are no files in the folder %1.</source>
        <translation>フォルダー %1 にファイルがありません。</translation>
    </message>
    <message>
        <source>This folder is too large: only %1 of its files were found.</source>
        <translation>このフォルダーは大きすぎるため、%1 個のファイルしか見つけられませんでした。</translation>
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
    <name>Threads</name>
    <message>
        <source>only %1 of %2 threads could be started</source>
        <translation>%2 個のスレッドのうち %1 個だけを開始できました</translation>
    </message>
    <message>
        <source>No further thread could be started: the system limits how many there may be, or is short of memory</source>
        <translation>これ以上スレッドを開始できませんでした。システムがスレッドの数を制限しているか、メモリが足りません</translation>
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
    <message>
        <source>%1 %2</source>
        <comment>name and number of a lane</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 · worker %3</source>
        <translation>%1 %2 · ワーカー %3</translation>
    </message>
    <message>
        <source>up to %1 more</source>
        <translation>ほか最大 %1 件</translation>
    </message>
    <message>
        <source>%1 (one thread)</source>
        <translation>%1（1スレッド）</translation>
    </message>
</context>
<context>
    <name>WaitGraph</name>
    <message>
        <source>wants</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>held by</source>
        <translation>保持者</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>保持者：%1</translation>
    </message>
    <message>
        <source>No worker waits for another.</source>
        <translation>ほかのワーカーを待っているワーカーはありません。</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1</translation>
    </message>
    <message>
        <source>Ring of %1</source>
        <translation>%1 ワーカーの輪</translation>
    </message>
    <message>
        <source>%1 of %2 workers</source>
        <translation>%2 ワーカー中 %1</translation>
    </message>
    <message>
        <source>%1 more waiting</source>
        <translation>ほか %1 つが待機中</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1</translation>
    </message>
    <message>
        <source>also waiting</source>
        <translation>ほかに待機中</translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>the lock &quot;%1&quot;</source>
        <translation>ロック「%1」</translation>
    </message>
    <message>
        <source>the queue &quot;%1&quot;</source>
        <translation>キュー「%1」</translation>
    </message>
    <message>
        <source>the event &quot;%1&quot;</source>
        <translation>イベント「%1」</translation>
    </message>
    <message>
        <source>a permit of &quot;%1&quot;</source>
        <translation>「%1」の許可</translation>
    </message>
    <message>
        <source>the result of a task</source>
        <translation>タスクの結果</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1は%2を待っています</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between who waits for what</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>the result of task %1</source>
        <translation>タスク %1 の結果</translation>
    </message>
    <message>
        <source>%1 waits for %2, held by %3</source>
        <translation>%1は、%3が保持している%2を待っています</translation>
    </message>
    <message>
        <source>%1 waits for %2, which is up to %3</source>
        <translation>%1は%2を待っていますが、それを進められるのは%3です</translation>
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
        <source>Each worker waits for an answer of its own, so the waits overlap.</source>
        <translation>各ワーカーがそれぞれの応答を待つので、待ち時間が重なります。</translation>
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
    <message>
        <source>Fill a database</source>
        <translation>データベースへの登録</translation>
    </message>
    <message>
        <source>SQLite lets one thread write at a time. What is there to gain from several?</source>
        <translation>SQLite に同時に書き込めるのは 1 スレッドだけです。複数のスレッドを使うと何が得られるでしょうか？</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー数</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Waits for another writer</source>
        <translation>ほかの書き込みを待った回数</translation>
    </message>
    <message>
        <source>One user after the other: processing and writing add up.</source>
        <translation>ユーザーを 1 人ずつ登録するので、処理と書き込みの時間がそのまま積み重なります。</translation>
    </message>
    <message>
        <source>Each worker has a connection of its own. The processing overlaps; whoever finds another one writing asks again until the busy time-out, so nothing is lost.</source>
        <translation>ワーカーごとに専用の接続を持ちます。処理の時間は重なり合い、ほかのワーカーが書き込み中なら、ビジータイムアウトまで繰り返し試みるので、何も失われません。</translation>
    </message>
    <message>
        <source>One lock</source>
        <translation>ロック 1 つ</translation>
    </message>
    <message>
        <source>One lock around each insert and nothing else: a writer is woken as soon as the one before has finished, where SQLite would let it ask again after a while.</source>
        <translation>挿入だけを 1 つのロックで囲みます。SQLite ではしばらくしてから再び試みますが、ここでは前の書き込みが終わるとすぐに次が起こされます。</translation>
    </message>
    <message>
        <source>Batched</source>
        <translation>一括登録</translation>
    </message>
    <message>
        <source>The workers process and hand over, and one writer stores everything in one transaction: nobody waits for anybody&apos;s lock.</source>
        <translation>ワーカーは処理した結果を渡すだけで、1 つの書き込み役がすべてを 1 つのトランザクションで登録します。だれもロックを待ちません。</translation>
    </message>
    <message>
        <source>No busy time-out</source>
        <translation>ビジータイムアウトなし</translation>
    </message>
    <message>
        <source>The transaction is open while a user is processed; whoever wants to write meanwhile is told &quot;database is locked&quot; at once, nobody looks at that, and the row is gone. Set a busy time-out, look at what fails, and keep transactions short.</source>
        <translation>ユーザーの処理中もトランザクションが開いたままです。その間に書き込もうとすると、すぐに &quot;database is locked&quot; が返りますが、だれもそれを確かめず、行は失われます。ビジータイムアウトを設定し、失敗を確かめ、トランザクションは短く保ちましょう。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Writers</source>
        <translation>書き込みスレッド</translation>
    </message>
    <message>
        <source>Process files</source>
        <translation>ファイル処理</translation>
    </message>
    <message>
        <source>A slow disk serves eight reads at once. How many threads does it take to keep it busy?</source>
        <translation>遅いディスクは同時に 8 件の読み取りを処理できます。ディスクを休ませないためには、スレッドがいくつ必要でしょうか？</translation>
    </message>
    <message>
        <source>Files (at most)</source>
        <translation>ファイル数（最大）</translation>
    </message>
    <message>
        <source>Disk latency</source>
        <translation>ディスクの待ち時間</translation>
    </message>
    <message>
        <source>Own folder, at the same latency</source>
        <translation>自分のフォルダー（同じ待ち時間で読み取り）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>単語数</translation>
    </message>
    <message>
        <source>Threads made beyond the workers</source>
        <translation>ワーカー数を超えて作られたスレッド</translation>
    </message>
    <message>
        <source>One file after the other: the disk could serve seven more.</source>
        <translation>ファイルを 1 つずつ読みます。ディスクにはあと 7 件分の余裕があります。</translation>
    </message>
    <message>
        <source>A few threads are reused for all files, and each waits for a read of its own.</source>
        <translation>少数のスレッドをすべてのファイルに使い回し、それぞれが自分の読み取りを待ちます。</translation>
    </message>
    <message>
        <source>Thread per file</source>
        <translation>ファイルごとのスレッド</translation>
    </message>
    <message>
        <source>Nobody asked how many workers there should be: every file gets a thread with a stack of its own, and all but eight of them queue at the disk. A pool of eight is as fast.</source>
        <translation>ワーカー数の指定が無視されています。ファイルごとに専用のスタックを持つスレッドが作られ、8 つを除いてすべてディスクの順番待ちになります。8 ワーカーのプールでも同じ速さです。</translation>
    </message>
    <message>
        <source>Files being read</source>
        <translation>読み取り中のファイル</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Crawl a web site</source>
        <translation>Web サイトの巡回</translation>
    </message>
    <message>
        <source>Each page says which pages come next. Can several workers share what has been found?</source>
        <translation>次に読むページは、読んだページの中に書かれています。見つけたページを複数のワーカーで共有できるでしょうか?</translation>
    </message>
    <message>
        <source>Pages at most</source>
        <translation>最大ページ数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>応答の遅れ</translation>
    </message>
    <message>
        <source>Own start URL</source>
        <translation>自分で選ぶ開始 URL</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>リンク数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>One page after the other, in the order in which they are found.</source>
        <translation>見つけた順に、1 ページずつ取得します。</translation>
    </message>
    <message>
        <source>Each worker waits for a page of its own; the lock is held only while its links are taken in. At the start there are fewer pages to fetch than workers.</source>
        <translation>各ワーカーがそれぞれ別のページを待ちます。ロックを持つのは、リンクを登録する間だけです。はじめのうちは、取得できるページがワーカーより少なくなります。</translation>
    </message>
    <message>
        <source>Unguarded visited set</source>
        <translation>訪問済み集合の保護もれ</translation>
    </message>
    <message>
        <source>A page is looked up in the visited set before it is fetched and put in only after: meanwhile others find it new and fetch it again. Look up and insert in one step, under one lock.</source>
        <translation>取得の前に訪問済みかどうかを調べ、登録は取得の後に行っています。その間に他のワーカーも「未訪問」と判断し、同じページをもう一度取得します。確認と登録は、1 つのロックの中で一度に行いましょう。</translation>
    </message>
    <message>
        <source>Pages in flight</source>
        <translation>取得中のページ</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>フロンティア</translation>
    </message>
    <message>
        <source>%1 requests are more than the %2 that can be made in a run: take fewer URLs or rounds.</source>
        <translation>%1 件のリクエストは、1 回の実行で行える %2 件を超えています。URL か繰り返しの数を減らしてください。</translation>
    </message>
    <message>
        <source>Use processes for work that computes; for work that waits they only cost more.</source>
        <translation>計算する処理にはプロセスを使います。待つだけの処理では余計にかかるだけです。</translation>
    </message>
    <message>
        <source>Choose a fitting number of processes: about one for each core.</source>
        <translation>プロセス数はコア 1 つにつき 1 つ程度にします。</translation>
    </message>
    <message>
        <source>Mind the memory: each process has its own copy of what it works on.</source>
        <translation>メモリに注意します。各プロセスは扱うデータの写しを持ちます。</translation>
    </message>
    <message>
        <source>Send few and small messages: pass names of files, not their contents.</source>
        <translation>メッセージは少なく小さく。ファイルの中身ではなく名前を渡します。</translation>
    </message>
    <message>
        <source>Start the processes once and reuse them: a start takes longer than a small task.</source>
        <translation>プロセスは一度だけ起動して使い回します。起動は小さなタスクより長くかかります。</translation>
    </message>
    <message>
        <source>Send many small tasks in one message, but keep more messages than workers.</source>
        <translation>小さなタスクは 1 つのメッセージにまとめます。ただし、メッセージの数はワーカーより多くします。</translation>
    </message>
    <message>
        <source>Tell the pool what may be done twice, so that it can try again what a dying process took with it.</source>
        <translation>二度行ってもよいタスクをプールに伝えます。そうすれば、死んだプロセスが道連れにしたタスクをやり直せます。</translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation>チャンクの大きさ</translation>
    </message>
    <message>
        <source>Thousands of small items go to a pool of processes. How many of them should share a message?</source>
        <translation>数千個の小さな項目をプロセスプールに渡します。1 つのメッセージに何個まとめるとよいでしょうか？</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目の数</translation>
    </message>
    <message>
        <source>Work per item, about</source>
        <translation>1 項目の仕事（約）</translation>
    </message>
    <message>
        <source>Items in a chunk</source>
        <translation>チャンクの項目数</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Starting processes</source>
        <translation>プロセスの起動</translation>
    </message>
    <message>
        <source>worker-s</source>
        <translation>ワーカー秒</translation>
    </message>
    <message>
        <source>Time per item</source>
        <translation>1 項目あたりの時間</translation>
    </message>
    <message>
        <source>One item after the other, with no message at all.</source>
        <translation>メッセージなしで、1 項目ずつ順に処理します。</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>プール</translation>
    </message>
    <message>
        <source>The processes start once, and a message carries a chunk of items: few enough messages to cost little, enough chunks to keep every worker busy to the end.</source>
        <translation>プロセスは一度だけ起動し、メッセージごとにチャンク 1 つ分の項目を送ります。メッセージは負担にならないほど少なく、チャンクは最後まで全員が働けるだけの数があります。</translation>
    </message>
    <message>
        <source>Chunk of one</source>
        <translation>1 項目ずつ</translation>
    </message>
    <message>
        <source>Each item travels alone, and its worker waits for the next. The smaller the item, the more of the time is messages. Send many small items together.</source>
        <translation>項目を 1 つずつ送り、ワーカーはそのたびに次を待ちます。項目が小さいほど、メッセージの時間の割合が増えます。小さな項目はまとめて送ります。</translation>
    </message>
    <message>
        <source>Time over the chunk</source>
        <translation>チャンクと時間</translation>
    </message>
    <message>
        <source>What the workers did</source>
        <translation>ワーカーの時間の内訳</translation>
    </message>
    <message>
        <source>Crash recovery</source>
        <translation>クラッシュからの復旧</translation>
    </message>
    <message>
        <source>Some tasks kill the process that they run in. Is any result lost, or delivered twice?</source>
        <translation>いくつかのタスクは、自分が動いているプロセスを殺してしまいます。結果が失われたり、二度届いたりするでしょうか？</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク数</translation>
    </message>
    <message>
        <source>Crashing tasks</source>
        <translation>クラッシュするタスク</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Tasks lost</source>
        <translation>失われたタスク</translation>
    </message>
    <message>
        <source>Processes killed</source>
        <translation>死んだプロセス</translation>
    </message>
    <message>
        <source>Processes started</source>
        <translation>起動したプロセス</translation>
    </message>
    <message>
        <source>One child process carries out one task after the other, and is replaced when a task kills it.</source>
        <translation>1 つの子プロセスがタスクを 1 つずつ順に行い、タスクに殺されたら取り替えられます。</translation>
    </message>
    <message>
        <source>A process that dies costs the attempt at one task. The pool starts another and tries the task again, while the other processes go on: nothing is lost, and nothing is delivered twice.</source>
        <translation>プロセスが死んでも、失われるのは 1 つのタスクの 1 回の試行だけです。ほかのプロセスが動いている間に、プールは新しいプロセスを起動してタスクをやり直します。何も失われず、二度届くものもありません。</translation>
    </message>
    <message>
        <source>No retry</source>
        <translation>やり直しなし</translation>
    </message>
    <message>
        <source>Where the processes&apos; time went</source>
        <translation>プロセスの時間の内訳</translation>
    </message>
    <message>
        <source>Fibonacci numbers</source>
        <translation>フィボナッチ数</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>最初の番号</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Fibonacci number</source>
        <translation>フィボナッチ数</translation>
    </message>
    <message>
        <source>Waiting for the interpreter</source>
        <translation>インタープリターを待ったタスク</translation>
    </message>
    <message>
        <source>Starting and messages</source>
        <translation>起動とメッセージ</translation>
    </message>
    <message>
        <source>One number after the other, on one core.</source>
        <translation>1 つのコアで、1 つずつ順に計算します。</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>長いものから</translation>
    </message>
    <message>
        <source>The longest task starts first, so the workers are done at about the same time.</source>
        <translation>一番長いタスクから始めるので、ワーカーはほぼ同時に終わります。</translation>
    </message>
    <message>
        <source>C++ has no interpreter lock: threads compute at the same time too, and start faster than processes.</source>
        <translation>C++ にはインタープリターのロックがありません。スレッドも同時に計算でき、プロセスより速く始まります。</translation>
    </message>
    <message>
        <source>Time of each task</source>
        <translation>タスクごとの時間</translation>
    </message>
    <message>
        <source>Prime numbers</source>
        <translation>素数</translation>
    </message>
    <message>
        <source>Equal ranges of numbers are searched for primes. Do they take equally long, and into how many should the work be cut?</source>
        <translation>同じ幅の範囲で素数を探します。どの範囲も同じ時間で終わるでしょうか？ 仕事はいくつに分けるとよいでしょうか？</translation>
    </message>
    <message>
        <source>Primes below</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>範囲の数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Primes</source>
        <translation>素数の個数</translation>
    </message>
    <message>
        <source>Time spent in messages</source>
        <translation>メッセージに使った時間</translation>
    </message>
    <message>
        <source>One range after the other, on one core.</source>
        <translation>1 つのコアで、1 範囲ずつ順に計算します。</translation>
    </message>
    <message>
        <source>Every number (of those below 100,000) travels to a process in a message of its own, and its answer back: that takes longer than dividing. Send few and large pieces of work.</source>
        <translation>（100,000 未満の）数を 1 つずつ別々のメッセージでプロセスへ送り、答えも 1 つずつ受け取ります。割り算よりも長くかかります。仕事は大きくまとめて、少ない回数で送ります。</translation>
    </message>
    <message>
        <source>The waits overlap as they do in threads, so nothing is gained; starting the processes, their memory and the messages come on top. Use processes for computing, threads for waiting.</source>
        <translation>待ち時間が重なるのはスレッドと同じなので、得るものはありません。プロセスの起動、メモリ、メッセージの分だけ余計にかかります。計算にはプロセス、待つ処理にはスレッドを使います。</translation>
    </message>
    <message>
        <source>Analyse data</source>
        <translation>データ分析</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>チャンク数</translation>
    </message>
    <message>
        <source>Numbers per chunk, where they are made</source>
        <translation>1 チャンクの数（生成する場合）</translation>
    </message>
    <message>
        <source>Own CSV file</source>
        <translation>自分の CSV ファイル</translation>
    </message>
    <message>
        <source>Its column: name or number</source>
        <translation>その列: 名前または番号</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>チャンク</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小値</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>第 1 四分位数</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>第 3 四分位数</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大値</translation>
    </message>
    <message>
        <source>Processes beyond the workers</source>
        <translation>ワーカー数を超えたプロセス</translation>
    </message>
    <message>
        <source>Most memory taken</source>
        <translation>メモリの最大使用量</translation>
    </message>
    <message>
        <source>Largest process</source>
        <translation>最大のプロセス</translation>
    </message>
    <message>
        <source>One chunk after the other, on one core.</source>
        <translation>1 つのコアで、チャンクを 1 つずつ順に処理します。</translation>
    </message>
    <message>
        <source>Each process makes, sorts and describes one chunk at a time; a few numbers go through the pipe. Only as many chunks are in memory as there are workers.</source>
        <translation>各プロセスが一度に 1 チャンクを作り、並べ替え、要約します。パイプを通るのは数個の数値だけです。メモリにあるチャンクはワーカーの数までです。</translation>
    </message>
    <message>
        <source>C++ has no interpreter lock: threads sort at the same time too, and need less memory than processes.</source>
        <translation>C++ にはインタープリターのロックがありません。スレッドも同時に並べ替えでき、プロセスほどメモリを使いません。</translation>
    </message>
    <message>
        <source>Too many processes</source>
        <translation>多すぎるプロセス</translation>
    </message>
    <message>
        <source>Eight processes for each core take turns on it: none of them is done sooner, but all hold their numbers in memory at the same time. About one for each core is enough.</source>
        <translation>コア 1 つを 8 つのプロセスが交代で使います。早く終わるものはなく、全部が同時に数をメモリに抱えます。コア 1 つにつき 1 つ程度で十分です。</translation>
    </message>
    <message>
        <source>Memory (MiB)</source>
        <translation>メモリ（MiB）</translation>
    </message>
    <message>
        <source>Process images</source>
        <translation>画像処理</translation>
    </message>
    <message>
        <source>Images (at most)</source>
        <translation>画像の数（最大）</translation>
    </message>
    <message>
        <source>Radius of the blur</source>
        <translation>ぼかしの半径</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>ピクセル</translation>
    </message>
    <message>
        <source>Own folder of images</source>
        <translation>自分の画像フォルダー</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>画素数</translation>
    </message>
    <message>
        <source>Mean brightness</source>
        <translation>平均の明るさ</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>処理前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>処理後</translation>
    </message>
    <message>
        <source>Pixels through the pipes</source>
        <translation>パイプを通った画素</translation>
    </message>
    <message>
        <source>Moved through the pipes</source>
        <translation>パイプを通った量</translation>
    </message>
    <message>
        <source>Time in messages</source>
        <translation>メッセージにかかった時間</translation>
    </message>
    <message>
        <source>One image after the other, on one core.</source>
        <translation>1 つのコアで、1 枚ずつ順に処理します。</translation>
    </message>
    <message>
        <source>Each process is told the name of a file and reads it itself. What goes through the pipe is a name, a few numbers and two thumbnails.</source>
        <translation>各プロセスはファイル名を受け取り、自分で読み込みます。パイプを通るのは、名前といくつかの数値とサムネイル 2 枚だけです。</translation>
    </message>
    <message>
        <source>C++ has no interpreter lock: threads compute at the same time too, and share the memory.</source>
        <translation>C++ にはインタープリターのロックがありません。スレッドも同時に計算でき、メモリを共有します。</translation>
    </message>
    <message>
        <source>Pixels through the pipe</source>
        <translation>画素をパイプに通す</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>処理前と処理後</translation>
    </message>
    <message>
        <source>Moved (MiB)</source>
        <translation>通った量（MiB）</translation>
    </message>
    <message>
        <source>Train models</source>
        <translation>モデルの学習</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル数</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Digits that the best model knows</source>
        <translation>最良のモデルの正解率</translation>
    </message>
    <message>
        <source>One model after the other, on one core.</source>
        <translation>1 つのコアで、モデルを 1 つずつ順に学習させます。</translation>
    </message>
    <message>
        <source>C++ has no interpreter lock: threads learn at the same time too, and share one copy of the digits.</source>
        <translation>C++ にはインタープリターのロックがありません。スレッドも同時に学習でき、数字のデータは 1 つを共有します。</translation>
    </message>
    <message>
        <source>Number of threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>A process each (100 items)</source>
        <translation>項目ごとにプロセス（100 項目）</translation>
    </message>
    <message>
        <source>Chunks of many numbers are sorted. Are eight processes for each core faster than one?</source>
        <translation>たくさんの数のかたまりを並べ替えます。コアあたり 8 プロセスは、1 プロセスより速いでしょうか。</translation>
    </message>
    <message>
        <source>Five numbers are computed the slow way. How much sooner are several workers done, and does it matter which they are?</source>
        <translation>5 つの数を、わざと遅い方法で計算します。複数のワーカーならどれだけ早く終わるでしょうか。ワーカーの種類で違いはあるでしょうか。</translation>
    </message>
    <message>
        <source>Processes compute at the same time, on as many cores as there are. The last number takes longest and starts last: towards the end the others have nothing to do.</source>
        <translation>プロセスは、あるだけのコアの上で同時に計算します。最後の数が最も長くかかり、しかも最後に始まるので、終わり近くでは他のワーカーのすることがなくなります。</translation>
    </message>
    <message>
        <source>One lock is held around all computing, as Python&apos;s interpreter lock is: only one thread computes at a time, and more threads bring no speed-up. Use processes for computing.</source>
        <translation>Python のインタープリターロックのように、1 つのロックがすべての計算を囲みます。一度に計算できるスレッドは 1 つだけなので、スレッドを増やしてもスピードアップしません。計算にはプロセスを使いましょう。</translation>
    </message>
    <message>
        <source>Large images are lightened and blurred. How much sooner are processes done, and what if the pixels are sent to them?</source>
        <translation>大きな画像を明るくし、ぼかします。プロセスならどれだけ早く終わるでしょうか。ピクセルを送ったらどうなるでしょうか。</translation>
    </message>
    <message>
        <source>Several models learn to read handwritten digits. How much sooner are processes done?</source>
        <translation>いくつかのモデルが手書き数字の読み方を学習します。プロセスならどれだけ早く終わるでしょうか。</translation>
    </message>
    <message>
        <source>Each process teaches one model at a time. No model needs another, so the numbers are the same as one after the other.</source>
        <translation>各プロセスは一度に 1 つのモデルを学習させます。モデルは互いに依存しないので、結果の数値は逐次処理と同じです。</translation>
    </message>
    <message>
        <source>Later ranges take longer. Where there are more ranges than workers, whoever is done takes another, and all end at about the same time; where there are not, all wait for the last.</source>
        <translation>後の範囲ほど長くかかります。範囲がワーカーより多ければ、終わったワーカーが次の範囲を取るので、全員がほぼ同時に終わります。多くなければ、全員が最後の 1 つを待ちます。</translation>
    </message>
    <message>
        <source>A task each (below 100,000)</source>
        <translation>数ごとにタスク（10 万未満）</translation>
    </message>
    <message>
        <source>Threads (C++)</source>
        <translation>スレッド（C++）</translation>
    </message>
    <message>
        <source>Threads as in Python</source>
        <translation>Python のようなスレッド</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>Messages sent to the processes</source>
        <translation>プロセスに送ったメッセージ</translation>
    </message>
    <message>
        <source>Tasks computed one at a time</source>
        <translation>一度に 1 つずつ計算したタスク</translation>
    </message>
    <message>
        <source>Messages sent needlessly</source>
        <translation>無駄に送ったメッセージ</translation>
    </message>
    <message>
        <source>Rows expected</source>
        <translation>登録予定の行</translation>
    </message>
    <message>
        <source>Rows stored</source>
        <translation>登録された行</translation>
    </message>
    <message>
        <source>Rows lost to &quot;database is locked&quot;</source>
        <translation>&quot;database is locked&quot; で失われた行</translation>
    </message>
    <message>
        <source>Requests overlapping another</source>
        <translation>他と重なったリクエスト</translation>
    </message>
    <message>
        <source>Requests waiting for the lock</source>
        <translation>ロックを待ったリクエスト</translation>
    </message>
    <message>
        <source>Requests refused (503)</source>
        <translation>拒否されたリクエスト (503)</translation>
    </message>
    <message>
        <source>Processes started needlessly</source>
        <translation>無駄に起動したプロセス</translation>
    </message>
    <message>
        <source>Pages fetched again</source>
        <translation>重複して取得したページ</translation>
    </message>
    <message>
        <source>Messages beyond one per chunk</source>
        <translation>チャンクの数を超えたメッセージ</translation>
    </message>
    <message>
        <source>Peak concurrent reads</source>
        <translation>同時読み取りの最大数</translation>
    </message>
    <message>
        <source>Peak threads</source>
        <translation>スレッドの最大数</translation>
    </message>
    <message>
        <source>Space for stacks</source>
        <translation>スタックの領域</translation>
    </message>
    <message>
        <source>Peak requests in flight</source>
        <translation>進行中リクエストの最大数</translation>
    </message>
    <message>
        <source>Peak pages in the frontier</source>
        <translation>フロンティアの最大ページ数</translation>
    </message>
    <message>
        <source>Memory of extra processes</source>
        <translation>余分なプロセスのメモリ</translation>
    </message>
    <message>
        <source>Each item (of the first 100) has a process started for it, which takes longer than the item. A pool starts its processes once and reuses them.</source>
        <translation>（最初の 100 個の）項目ごとにプロセスを起動しますが、起動のほうが項目の処理より長くかかります。プールはプロセスを一度だけ起動して使い回します。</translation>
    </message>
    <message>
        <source>The process is replaced, but the task that it was running is not tried again: its result is lost. Let the pool repeat what may be done twice.</source>
        <translation>プロセスは取り替えられますが、実行中だったタスクはやり直されず、結果は失われます。二度行ってもよいタスクは、プールにやり直させます。</translation>
    </message>
    <message>
        <source>All pixels of each image are packed, sent, unpacked, and sent back. Sending and receiving get nothing done. Send the name of the file instead.</source>
        <translation>各画像のすべてのピクセルが、詰められ、送られ、取り出され、送り返されます。送信と受信の間、仕事は進みません。代わりにファイル名を送りましょう。</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>interpreter</source>
        <translation>インタープリター</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>visited set</source>
        <translation>訪問済みの集合</translation>
    </message>
    <message>
        <source>database</source>
        <translation>データベース</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>read</source>
        <translation>読み込み済み</translation>
    </message>
    <message>
        <source>left-out</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>接続拒否</translation>
    </message>
    <message>
        <source>not-found</source>
        <translation>見つからない</translation>
    </message>
    <message>
        <source>timed-out</source>
        <translation>時間切れ</translation>
    </message>
    <message>
        <source>unsupported-scheme</source>
        <translation>未対応の形式</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>invalid-url</source>
        <translation>URL が不正</translation>
    </message>
    <message>
        <source>too-large</source>
        <translation>大きすぎる</translation>
    </message>
    <message>
        <source>disallowed</source>
        <translation>巡回禁止</translation>
    </message>
    <message>
        <source>broken-link</source>
        <translation>リンク切れ</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>消えた</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>not-a-file</source>
        <translation>ファイルではない</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>バイナリー</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失われた</translation>
    </message>
    <message>
        <source>bad-cells</source>
        <translation>不正なセル</translation>
    </message>
    <message>
        <source>not-an-image</source>
        <translation>画像ではない</translation>
    </message>
</context>
<context>
    <name>tenfold::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
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
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>P&amp;resentation</source>
        <translation>発表モード(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>発表モード(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>次のステップ(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious step</source>
        <translation>前のステップ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Black screen</source>
        <translation>画面を黒くする(&amp;B)</translation>
    </message>
    <message>
        <source>Break &amp;it</source>
        <translation>壊してみる(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;First step</source>
        <translation>最初のステップ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>最後のステップ(&amp;L)</translation>
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
        <source>Running lines (workers): %1</source>
        <translation>実行中の行（ワーカー）: %1</translation>
    </message>
    <message>
        <source>Show the pattern only</source>
        <translation>パターンだけを表示</translation>
    </message>
    <message>
        <source>Show the whole file</source>
        <translation>ファイル全体を表示</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>lines of a file</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Folds the includes and the declaration of the scenario: lines %1</source>
        <translation>インクルードとシナリオの宣言を折りたたみます（%1 行）</translation>
    </message>
    <message>
        <source>Unfolds the includes and the declaration of the scenario: lines %1</source>
        <translation>折りたたまれたインクルードとシナリオの宣言を表示します（%1 行）</translation>
    </message>
</context>
<context>
    <name>tenfold::ColumnsView</name>
    <message>
        <source>mistake</source>
        <translation>間違い</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
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
    <name>tenfold::CurvesView</name>
    <message>
        <source>%1 over samples (%2)</source>
        <translation>%1の推移（%2、横軸は記録の回数）</translation>
    </message>
    <message>
        <source>%1 after %2 samples</source>
        <translation>%2回の記録のあと %1</translation>
    </message>
</context>
<context>
    <name>tenfold::DataTab</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>比べる基準がありません</translation>
    </message>
    <message>
        <source>same result: yes</source>
        <translation>結果は同じ</translation>
    </message>
    <message>
        <source>same result: no</source>
        <translation>結果が違う</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Variants and whether they gave the same result</source>
        <translation>方式と、結果が同じだったかどうか</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>The results of a run appear here.</source>
        <translation>実行すると、ここに結果が表示されます。</translation>
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
    <message>
        <source>(stopped)</source>
        <translation>（停止）</translation>
    </message>
    <message>
        <source>Elapsed time (s)</source>
        <translation>経過時間（秒）</translation>
    </message>
    <message>
        <source>(stuck)</source>
        <translation>（停滞）</translation>
    </message>
    <message>
        <source>different result</source>
        <translation>異なる結果</translation>
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
    <name>tenfold::ExportDialog</name>
    <message>
        <source>&amp;Picture:</source>
        <translation>図(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>形式(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>テーマ(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>言語(&amp;L):</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>大きさ(&amp;Z):</translation>
    </message>
    <message>
        <source>&amp;Width × height:</source>
        <translation>幅 × 高さ(&amp;W):</translation>
    </message>
    <message>
        <source>S&amp;cale:</source>
        <translation>倍率(&amp;C):</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>図の書き出し</translation>
    </message>
    <message>
        <source>SVG (text stays text)</source>
        <translation>SVG（文字は文字のまま）</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>まだ何も実行していません。</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>任意の大きさ</translation>
    </message>
    <message>
        <source>Pixels of a PNG per pixel of its width and height</source>
        <translation>幅と高さの 1 単位あたりの PNG のピクセル数</translation>
    </message>
</context>
<context>
    <name>tenfold::GraphView</name>
    <message>
        <source>worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>what it waits for</source>
        <translation>待っている対象</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>critical path: %1</source>
        <translation>クリティカルパス：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>critical path</source>
        <translation>クリティカルパス</translation>
    </message>
    <message>
        <source>Ring of %1 of %2 workers</source>
        <translation>%2 ワーカー中 %1 ワーカーの輪</translation>
    </message>
    <message>
        <source>wants %1</source>
        <translation>要求：%1</translation>
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
        <source>Copied</source>
        <translation>コピーしました</translation>
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
    <message>
        <source>From file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Reads the lines of a text file</source>
        <translation>テキストファイルの各行を読み込みます</translation>
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
    <name>tenfold::PicturesView</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>tenfold::PointsView</name>
    <message>
        <source>%1 (%2)</source>
        <comment>title, unit</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 over time (s)</source>
        <translation>%1の時間変化（秒）</translation>
    </message>
    <message>
        <source>points: %1</source>
        <translation>点：%1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中央値 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最大 %1</translation>
    </message>
</context>
<context>
    <name>tenfold::ResultsPanel</name>
    <message>
        <source>Views</source>
        <translation>図の種類</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>時間はどこに使われたか</translation>
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
    <message>
        <source>Break it</source>
        <translation>壊してみる</translation>
    </message>
    <message>
        <source>Runs the right way and a common mistake</source>
        <translation>正しい方法とよくある間違いを実行します</translation>
    </message>
    <message>
        <source>Back to the default parameters and variants</source>
        <translation>パラメーターと方式を初期値に戻す</translation>
    </message>
    <message>
        <source>Custom values</source>
        <translation>独自の値</translation>
    </message>
</context>
<context>
    <name>tenfold::ScenarioPage</name>
    <message>
        <source>%1 failed: %2. Change the parameters, or press Run to try again.</source>
        <translation>%1は失敗しました: %2。パラメーターを変えるか、もう一度実行してください。</translation>
    </message>
    <message>
        <source>%1 failed at %2: %3.</source>
        <translation>%1は値 %2 で失敗しました：%3。</translation>
    </message>
    <message>
        <source>Tenfold&apos;s own</source>
        <translation>Tenfold の内蔵データ</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>The results below were measured with %1.</source>
        <translation>下の結果は %1 で測定したものです。</translation>
    </message>
    <message>
        <source>%1 gave a different result from %2.</source>
        <translation>%1の結果は%2と異なります。</translation>
    </message>
    <message>
        <source>%1 got stuck: %2.</source>
        <translation>%1は停滞しました。%2。</translation>
    </message>
    <message>
        <source>%1 got stuck at %2: %3.</source>
        <translation>%1は%2で停滞しました。%3。</translation>
    </message>
</context>
<context>
    <name>tenfold::SidePanel</name>
    <message>
        <source>C++ code</source>
        <translation>C++ コード</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解説</translation>
    </message>
</context>
<context>
    <name>tenfold::Stage</name>
    <message>
        <source>F5 runs it.</source>
        <translation>F5 キーで実行します。</translation>
    </message>
    <message>
        <source>What was seen, and why</source>
        <translation>何が見えたか、なぜか</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>発表モード</translation>
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
        <source>Cores: %1, effective: %2 · load: %3 cores busy with other programs</source>
        <translation>コア数: %1、実効: %2 · 負荷: ほかのプログラムが %3 コアを使用中</translation>
    </message>
    <message>
        <source>Effective: how many times the computing power of one thread all cores have together. Both are measured while nothing runs.</source>
        <translation>実効: 全コアを合わせた計算能力が 1 スレッドの何倍か。どちらも、何も実行していないときに測ります。</translation>
    </message>
</context>
<context>
    <name>tenfold::StepsView</name>
    <message>
        <source>%1 in seconds, by its number</source>
        <translation>%1（秒、番号順）</translation>
    </message>
    <message>
        <source>%1 (s)</source>
        <translation>%1（秒）</translation>
    </message>
</context>
<context>
    <name>tenfold::SweepBar</name>
    <message>
        <source>Sweep</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>Run the ticked variants at each of these values</source>
        <translation>チェックした方式を、これらの値それぞれで実行する</translation>
    </message>
    <message>
        <source>Parameter to sweep over</source>
        <translation>スイープするパラメーター</translation>
    </message>
    <message>
        <source>Values of %1, separated by commas</source>
        <translation>%1の値（カンマ区切り）</translation>
    </message>
</context>
<context>
    <name>tenfold::SweepView</name>
    <message>
        <source>%1: seconds over %2 (logarithmic)</source>
        <translation>%1：%2に対する秒数（対数目盛）</translation>
    </message>
    <message>
        <source>%1: seconds over %2</source>
        <translation>%1：%2に対する秒数</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>%1 (s)</source>
        <translation>%1（秒）</translation>
    </message>
    <message>
        <source>No curve yet: press Sweep to measure several values.</source>
        <translation>曲線はまだありません。「スイープ」を押すと、いくつかの値で計測します。</translation>
    </message>
</context>
<context>
    <name>tenfold::TimeSpent</name>
    <message>
        <source>%1: seconds per worker</source>
        <translation>%1：ワーカーごとの秒数</translation>
    </message>
    <message>
        <source>Seconds of all workers together</source>
        <translation>全ワーカー合計の秒数</translation>
    </message>
    <message>
        <source>Seconds per worker</source>
        <translation>ワーカーごとの秒数</translation>
    </message>
    <message>
        <source>Click for each of its workers.</source>
        <translation>クリックするとワーカーごとに表示します。</translation>
    </message>
    <message>
        <source>Click for all variants.</source>
        <translation>クリックするとすべての方式を表示します。</translation>
    </message>
    <message>
        <source>%1: seconds of all workers together</source>
        <translation>%1：全ワーカー合計の秒数</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>時間はどこに使われたか</translation>
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
    <message>
        <source>held by %1</source>
        <translation>保持: %1</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>待機: %1</translation>
    </message>
    <message>
        <source>Ctrl with the wheel, + and - zoom; dragging pans; F shows everything. Left, Right, Home and End move the line; the code that ran at that instant is lit.</source>
        <translation>Ctrl + ホイール・+・- で拡大縮小、ドラッグで移動、F で全体を表示します。←・→・Home・End で線を動かすと、その時点で実行されていたコードが光ります。</translation>
    </message>
</context>
<context>
    <name>tenfold::VariantPicker</name>
    <message>
        <source>Variants</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Break it: common mistakes</source>
        <translation>壊してみる: よくある間違い</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>これだけ</translation>
    </message>
    <message>
        <source>Runs %1 and nothing else</source>
        <translation>%1だけを実行します</translation>
    </message>
    <message>
        <source>Runs %1, and %2 to compare with</source>
        <translation>%1と、比較のための%2を実行します</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>%1だけ</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>壊してみる</translation>
    </message>
    <message>
        <source>Runs the right way (%1) and this mistake</source>
        <translation>正しい方法（%1）とこの間違いを実行します</translation>
    </message>
    <message>
        <source>Break it: %1</source>
        <translation>壊してみる: %1</translation>
    </message>
</context>
</TS>
