<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Caveat</name>
    <message>
        <source>The program was held up for %1 meanwhile: run it again.</source>
        <translation>その間プログラムが %1 止まっていました。もう一度実行してください。</translation>
    </message>
    <message>
        <source>Other programs used up to %1 of %2 cores meanwhile: what computes took longer than it would alone.</source>
        <translation>その間、ほかのプログラムが %2 コアのうち最大 %1 コアを使いました。計算は単独のときより時間がかかっています。</translation>
    </message>
    <message>
        <source>Other programs took cores meanwhile: what computes took longer than it would alone.</source>
        <translation>その間、ほかのプログラムがコアを使いました。計算は単独のときより時間がかかっています。</translation>
    </message>
    <message>
        <source>This container may use %1 of %2 cores: what computes cannot be faster than they are, however many workers share it.</source>
        <translation>このコンテナーが使えるのは %2 コアのうち %1 コアです。計算はワーカーを増やしてもそれ以上速くなりません。</translation>
    </message>
    <message>
        <source>%1 of work, %2 to start the processes (%3): too small to share.</source>
        <translation>作業は %1、プロセス（%3 個）の起動に %2。分担するには小さすぎます。</translation>
    </message>
    <message>
        <source>%1 of work, %2 to share it among workers (%3): too small to share.</source>
        <translation>作業は %1、ワーカー（%3 個）への分担に %2。分担するには小さすぎます。</translation>
    </message>
    <message>
        <source>Measured unevenly: the sequential run took longer than its work would take now. Run it again.</source>
        <translation>測定にむらがあります。逐次処理のときだけ計算が遅くなっていました。もう一度実行してください。</translation>
    </message>
    <message>
        <source>A little faster than the workers can be: times differ by as much from run to run.</source>
        <translation>ワーカーの数から考えられる速さを少し上回っています。実行ごとの誤差の範囲です。</translation>
    </message>
    <message>
        <source>Other programs use %1 of %2 cores now: what computes takes longer than it would alone.</source>
        <translation>現在、ほかのプログラムが %2 コアのうち %1 コアを使っています。計算は単独のときより時間がかかります。</translation>
    </message>
</context>
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
    <message>
        <source>%1 (no number)</source>
        <translation>%1（数値ではない）</translation>
    </message>
    <message>
        <source>Column: %1</source>
        <translation>列: %1</translation>
    </message>
    <message>
        <source>This system&apos;s Qt cannot read %1.</source>
        <translation>このシステムの Qt は %1 を読めません。</translation>
    </message>
    <message>
        <source>%1 cannot be read: a quotation mark of the record that begins in line %2 is never closed.</source>
        <translation>%1 を読めません。%2 行目から始まるレコードの引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>line %1 (%2 cells)</source>
        <translation>%1 行目（セルが %2 個）</translation>
    </message>
    <message>
        <source>%1 has %2 columns &quot;%3&quot;: choose one by its number (%4).</source>
        <translation>%1 には列「%3」が %2 つあります。番号（%4）で指定してください。</translation>
    </message>
    <message>
        <source>In the first 4 MiB of %1 no record ends.</source>
        <translation>%1 の先頭 4 MiB の中で終わるレコードがありません。</translation>
    </message>
</context>
<context>
    <name>Descriptors</name>
    <message>
        <source>So many connections at once take %1 open files, but the system allows this program only %2 (ulimit -n): take fewer requests</source>
        <translation>これだけの接続を同時に開くには %1 個のファイル記述子が必要ですが、システムがこのプログラムに許しているのは %2 個だけです（ulimit -n）。リクエスト数を減らしてください</translation>
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
    <name>Difference</name>
    <message>
        <source>Difference</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Pinned run</source>
        <translation>固定した実行</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この実行</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>variant, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>ワーカー 1 個</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>ワーカー %1 個</translation>
    </message>
    <message>
        <source>%1 (%2 to %3, %4 times)</source>
        <comment>a median, the least and the most of so many repeats</comment>
        <translation>%1（%2～%3、%4 回）</translation>
    </message>
    <message>
        <source>%1, wrong result</source>
        <translation>%1、結果が違う</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>コア数</translation>
    </message>
    <message>
        <source>Cores that may be used</source>
        <translation>使えるコア数</translation>
    </message>
    <message>
        <source>Cores, as measured</source>
        <translation>測定したコア数</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>コンパイラー</translation>
    </message>
    <message>
        <source>Version of Tenfold</source>
        <translation>Tenfold のバージョン</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>To be kept in mind</source>
        <translation>注意点</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>least and most</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Other programs or a pause bent the times of both: whether this is more than noise is not known.</source>
        <translation>どちらの時間もほかのプログラムまたは中断の影響を受けました。誤差を超えるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>Other programs or a pause bent the times of the pinned run: whether this is more than noise is not known.</source>
        <translation>固定した実行の時間は、ほかのプログラムまたは中断の影響を受けました。誤差を超えるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>Other programs or a pause bent the times of this run: whether this is more than noise is not known.</source>
        <translation>この実行の時間は、ほかのプログラムまたは中断の影響を受けました。誤差を超えるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>Measured once each: whether this is more than noise is not known.</source>
        <translation>どちらも測定は 1 回だけです。誤差を超えるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>The pinned run was measured once: whether this is more than noise is not known.</source>
        <translation>固定した実行の測定は 1 回だけです。誤差を超えるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>This run was measured once: whether this is more than noise is not known.</source>
        <translation>この実行の測定は 1 回だけです。誤差を超えるかどうかはわかりません。</translation>
    </message>
    <message>
        <source>That is no more than the noise of the repeats.</source>
        <translation>この差は、繰り返しの誤差の範囲内です。</translation>
    </message>
    <message>
        <source>That is more than a tenth, but the repeats overlap (%1 and %2): more of them would tell.</source>
        <translation>差は 1 割を超えますが、繰り返しの範囲が重なっています（%1 と %2）。繰り返しを増やすとはっきりします。</translation>
    </message>
    <message>
        <source>That is more than the noise of the repeats (%1 and %2).</source>
        <translation>この差は、繰り返しの誤差を超えています（%1 と %2）。</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %2（正しい方法では %3）</translation>
    </message>
    <message>
        <source>The numbers are the same.</source>
        <translation>数値は同じです。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>The pinned run is one of &quot;%1&quot;: it cannot be compared.</source>
        <translation>固定した実行は「%1」のもので、比較できません。</translation>
    </message>
    <message>
        <source>No variant is in both of the runs.</source>
        <translation>両方の実行に共通する方式がありません。</translation>
    </message>
    <message>
        <source>%1 did not come to the right result in both: its times cannot be compared.</source>
        <translation>%1は、どちらかの実行で正しい結果になりませんでした。時間は比較できません。</translation>
    </message>
    <message>
        <source>%1 took %2 in both.</source>
        <comment>variant, time</comment>
        <translation>%1は、どちらも %2 でした。</translation>
    </message>
    <message>
        <source>%1 took %2 instead of %3.</source>
        <comment>variant, times</comment>
        <translation>%1は %3 から %2 になりました。</translation>
    </message>
    <message>
        <source>%1 took %2 instead of %3 (%4).</source>
        <comment>variant, times, change</comment>
        <translation>%1は %3 から %2 になりました（%4）。</translation>
    </message>
</context>
<context>
    <name>Executions</name>
    <message>
        <source>Executions by result</source>
        <translation>結果ごとの実行順序</translation>
    </message>
    <message>
        <source>%1: %2 executions, all of them right.</source>
        <translation>%1: %2 通りで、すべて正しい。</translation>
    </message>
    <message>
        <source>%1: %2 executions, not all of them right.</source>
        <translation>%1: %2 通りで、正しくないものもある。</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待つ</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読む</translation>
    </message>
    <message>
        <source>write</source>
        <translation>書く</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>解放</translation>
    </message>
    <message>
        <source>r of %1</source>
        <translation>%1 の r</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>ロック %1</translation>
    </message>
    <message>
        <source>%1 (shared)</source>
        <translation>%1（共有）</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>デッドロック</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>none can go on</source>
        <translation>どれも進めない</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>1 update is lost</source>
        <translation>1 つ失われる</translation>
    </message>
    <message>
        <source>%1 updates are lost</source>
        <translation>%1 つ失われる</translation>
    </message>
    <message>
        <source>%1 waits for %2 (%3 holds it)</source>
        <translation>%1 は %2（%3 が持つ）を待つ</translation>
    </message>
    <message>
        <source>%1: none of them can go on.</source>
        <translation>%1: どれも先へ進めません。</translation>
    </message>
    <message>
        <source>There is no execution %1; this is the last one.</source>
        <translation>実行順序 %1 はありません。これが最後のものです。</translation>
    </message>
    <message>
        <source>Every thread gets its locks and comes to its end.</source>
        <translation>どのスレッドもロックを取り、最後まで進みます。</translation>
    </message>
    <message>
        <source>Nobody writes x between a thread&apos;s read and its write: every update counts.</source>
        <translation>読んでから書くまでの間に、ほかのスレッドは x に書きません。更新はすべて残ります。</translation>
    </message>
    <message>
        <source>%1 reads x in step %2 and %3 writes it in step %4. %1 does not know that and writes over it in step %5: an update is lost.</source>
        <translation>%1 は手順 %2 で x を読み、%3 は手順 %4 で x に書きます。%1 はそれを知らずに手順 %5 で上書きするので、更新が失われます。</translation>
    </message>
    <message>
        <source>In all, %1 updates are lost.</source>
        <translation>全部で %1 つの更新が失われます。</translation>
    </message>
    <message>
        <source>No two steps that follow one another can be swapped: the threads would have to hold a lock at the same time.</source>
        <translation>隣り合う手順を入れ替えることはできません。2 つのスレッドが同時に同じロックを持つことになるからです。</translation>
    </message>
    <message>
        <source>If %1 takes step %2 instead, all is well: %3 (execution %4).</source>
        <translation>手順 %2 を %1 が行えば問題は起こりません: %3（実行順序 %4）。</translation>
    </message>
    <message>
        <source>If %1 takes step %2 instead, it goes wrong: %3 (execution %4).</source>
        <translation>手順 %2 を %1 が行うとうまくいきません: %3（実行順序 %4）。</translation>
    </message>
    <message>
        <source>Swap steps %1 and %2, and the result is right: %3 (execution %4).</source>
        <translation>手順 %1 と %2 を入れ替えるだけで正しい結果になります: %3（実行順序 %4）。</translation>
    </message>
    <message>
        <source>Swap steps %1 and %2, and the result is wrong: %3 (execution %4).</source>
        <translation>手順 %1 と %2 を入れ替えるだけで誤った結果になります: %3（実行順序 %4）。</translation>
    </message>
    <message>
        <source>Swap steps %1 and %2, and it is wrong in another way: %3 (execution %4).</source>
        <translation>手順 %1 と %2 を入れ替えると、別の誤った結果になります: %3（実行順序 %4）。</translation>
    </message>
    <message>
        <source>Swap steps %1 and %2, and nothing changes: %3 (execution %4).</source>
        <translation>手順 %1 と %2 を入れ替えても変わりません: %3（実行順序 %4）。</translation>
    </message>
    <message>
        <source>Thread %1</source>
        <translation>スレッド %1</translation>
    </message>
    <message>
        <source>x (swapped)</source>
        <translation>x（入れ替え後）</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>手順 %1</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>実行順序</translation>
    </message>
    <message>
        <source>execution %1: one swap away</source>
        <translation>実行順序 %1: 1 か所の入れ替え</translation>
    </message>
    <message>
        <source>execution %1: one turn away</source>
        <translation>実行順序 %1: 1 手順の違い</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>はじめ</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>One task after the other took %1; %2 of that was waiting for answers, with nothing to compute.</source>
        <translation>1 件ずつ順に処理すると %1かかりました。そのうち %2は応答を待つだけで、計算はしていません。</translation>
    </message>
    <message>
        <source>One task after the other took %1; %2 of that was computing.</source>
        <translation>1 件ずつ順に処理すると %1かかりました。そのうち %2は計算です。</translation>
    </message>
    <message>
        <source>One task after the other took %1.</source>
        <translation>1 件ずつ順に処理すると %1かかりました。</translation>
    </message>
    <message>
        <source>%1, workers: %2. It took %3, a speed-up of %4; time saved: %5, efficiency: %6.</source>
        <translation>%1（ワーカー %2 個）: %3で終わりました。スピードアップは %4、時間短縮は %5、効率は %6です。</translation>
    </message>
    <message>
        <source>Starting the longest tasks first would allow %1.</source>
        <translation>長い仕事から先に始めれば %1まで縮められます。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>Serialised by a lock: the workers spent %1 of their time waiting for it.</source>
        <translation>ロックで直列化: ワーカーは時間の %1をロック待ちに使いました。</translation>
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
        <translation>%1は始まりませんでした。</translation>
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
        <translation>%2より %1遅い</translation>
    </message>
    <message>
        <source>Starting the workers and messages took %1 of their time: there is too little work to share.</source>
        <translation>ワーカーの時間の %1が起動とメッセージに使われました。分け合うには仕事が少なすぎます。</translation>
    </message>
    <message>
        <source>%1: %2, a speed-up of %3 (%4).</source>
        <translation>%1: %2、スピードアップは %3（%4）。</translation>
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
        <translation>%1遅い</translation>
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
        <translation>%2の %1の時間</translation>
    </message>
    <message>
        <source>%1 as long</source>
        <translation>%1の時間</translation>
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
        <source>%1 got stuck after %2, %3: %4.</source>
        <translation>%1は %2後に止まったまま進まなくなりました（%3）。%4。</translation>
    </message>
    <message>
        <source>stuck after %1</source>
        <translation>停滞（%1）</translation>
    </message>
    <message>
        <source>%1, workers: %2. It took %3, a speed-up of %4; that is %5 longer, efficiency: %6.</source>
        <translation>%1（ワーカー %2 個）: %3かかり、逐次処理より %5長くなりました。スピードアップは %4、効率は %6です。</translation>
    </message>
    <message>
        <source>With these tasks in this order, no %1 workers can be faster than %2; this run took %3 longer.</source>
        <translation>この仕事をこの順で行うかぎり、%1 個のワーカーでは %2より速くなりません。今回はその限界より %3長くかかりました。</translation>
    </message>
    <message>
        <source>different result</source>
        <translation>結果が違う</translation>
    </message>
    <message>
        <source>With these tasks in this order, no %1 workers can be faster than %2, and this run was as fast.</source>
        <translation>この仕事をこの順で行うかぎり、%1 個のワーカーでは %2より速くなりません。今回はそれと同じ速さでした。</translation>
    </message>
    <message>
        <source>%1, on one thread: it took %2, a speed-up of %3; that is %4 longer.</source>
        <translation>%1（1 つのスレッド）: 所要時間は %2、スピードアップは %3 で、%4 長くかかりました。</translation>
    </message>
    <message>
        <source>%1, on one thread: it took %2, a speed-up of %3; time saved: %4.</source>
        <translation>%1（1 つのスレッド）: 所要時間は %2、スピードアップは %3、時間短縮は %4 です。</translation>
    </message>
    <message>
        <source>The longest wait takes %1, and this run was as fast.</source>
        <translation>最も長い待ちは %1 で、この実行はそれと同じ速さでした。</translation>
    </message>
    <message>
        <source>The longest wait takes %1; this run took %2 longer.</source>
        <translation>最も長い待ちは %1 で、この実行はそれより %2 長くかかりました。</translation>
    </message>
    <message>
        <source>%1: for %2 of the time in which its workers had something to compute, they had no core. Workers: %3, cores: %4.</source>
        <translation>%1: ワーカーに計算することがあった時間のうち %2 は、空いているコアがありませんでした（ワーカー %3、コア %4）。</translation>
    </message>
    <message>
        <source>The run failed: %1.</source>
        <translation>実行に失敗しました: %1。</translation>
    </message>
    <message>
        <source>%1 of %2 workers got nothing to do.</source>
        <translation>%2 個のワーカーのうち %1 個には仕事がありませんでした。</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1は失敗しました: %2。</translation>
    </message>
    <message>
        <source>%1: all of its tasks failed.</source>
        <translation>%1: すべてのタスクが失敗しました。</translation>
    </message>
    <message>
        <source>The program was held up meanwhile, so this was carried out again: %1.</source>
        <translation>その間プログラムが止まったため、次のものをもう一度実行しました: %1。</translation>
    </message>
    <message>
        <source>Took longer by</source>
        <translation>長くかかった時間</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>時間短縮</translation>
    </message>
    <message>
        <source>Parallel time</source>
        <translation>並列処理時間</translation>
    </message>
    <message>
        <source>Concurrent time</source>
        <translation>並行処理時間</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <translation>%1長い</translation>
    </message>
    <message>
        <source>Undisturbed: %1</source>
        <translation>影響がなければ: %1</translation>
    </message>
    <message>
        <source>%1 of %2 at once</source>
        <comment>workers</comment>
        <translation>%2 のうち同時に %1</translation>
    </message>
    <message>
        <source>Tasks that failed: %1 of %2 (%3).</source>
        <translation>失敗したタスク: %2 件のうち %1 件（%3）。</translation>
    </message>
    <message>
        <source>All %1 tasks failed: %2. The times mean nothing.</source>
        <translation>%1 件のタスクがすべて失敗しました（%2）。時間に意味はありません。</translation>
    </message>
    <message>
        <source>%1 less time</source>
        <translation>時間は %1減</translation>
    </message>
    <message>
        <source>as fast</source>
        <translation>同じ速さ</translation>
    </message>
    <message>
        <source>Compared with %1: %2.</source>
        <translation>「%1」との比較: %2。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture&apos;s file ends with .png, .svg or .pdf, not &quot;%1&quot;.</source>
        <translation>図のファイル名は .png、.svg、.pdf のいずれかで終わる必要があります（「%1」は使えません）。</translation>
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
        <translation>ワーカーのタイムライン: %1</translation>
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
    <message>
        <source>An animation&apos;s file ends with .webp or .gif, not &quot;%1&quot;.</source>
        <translation>アニメーションのファイル名は .webp か .gif で終わります。「%1」では書き出せません。</translation>
    </message>
    <message>
        <source>There is nothing to replay here.</source>
        <translation>ここにはリプレイするものがありません。</translation>
    </message>
    <message>
        <source>An animation has at most %1 x %2 pixels, not %3 x %4: choose a smaller size or scale.</source>
        <translation>アニメーションは最大 %1 x %2 ピクセルで、%3 x %4 では書き出せません。サイズか倍率を小さくしてください。</translation>
    </message>
    <message>
        <source>The animation could not be packed.</source>
        <translation>アニメーションを圧縮できませんでした。</translation>
    </message>
    <message>
        <source>Stopped before the animation was whole: it was not written.</source>
        <translation>アニメーションが完成する前に停止したため、書き出していません。</translation>
    </message>
    <message>
        <source>The run is not over yet: its replay can be written then.</source>
        <translation>実行中です。終わってから、リプレイを書き出せます。</translation>
    </message>
    <message>
        <source>A sweep is many runs: it has no single replay.</source>
        <translation>スイープは複数の実行からなるため、1 つのリプレイにはできません。</translation>
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
        <translation>%1%</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>unit of an axis</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>µs</source>
        <comment>unit of an axis</comment>
        <translation>µs</translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit of an axis</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>times as long</comment>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>all things of a list but the last, the last</comment>
        <translation>%1 や %2</translation>
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
    <message>
        <source>The header of the answer is too large.</source>
        <translation>応答のヘッダーが大きすぎます。</translation>
    </message>
    <message>
        <source>The answer names more than one length.</source>
        <translation>応答に長さが 2 つ以上書かれています。</translation>
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
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>ja</translation>
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
        <source>text, one value per line, or @FILE to read it from a file (@@ begins a text with @)</source>
        <translation>1 行に 1 つの値。@ファイル名 でファイルから読みます（@ で始まる値は @@ で書き始めます）</translation>
    </message>
    <message>
        <source>%1 is larger than 128 kB, more than a command can hold</source>
        <translation>%1 は 128 kB を超えており、コマンドに収まりません</translation>
    </message>
    <message>
        <source>%1 is not a text file</source>
        <translation>%1 はテキストファイルではありません</translation>
    </message>
    <message>
        <source>%1 is not UTF-8</source>
        <translation>%1 は UTF-8 ではありません</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; cannot be used; it takes %3.</source>
        <translation>%1:「%2」は使えません。指定できるのは、%3です。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is not a value of %1; allowed: %3.</source>
        <translation>「%2」は %1 の値ではありません。使えるのは: %3。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>%1; allowed: %2.</source>
        <translation>%1。使えるのは: %2。</translation>
    </message>
    <message>
        <source>Tenfold&apos;s own</source>
        <translation>Tenfold の内蔵データ</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
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
    <message>
        <source>This image is cut short: the file ends before the image does.</source>
        <translation>この画像は途中で切れています。画像の終わりより先にファイルが終わっています。</translation>
    </message>
    <message>
        <source>A part of this image&apos;s data is missing.</source>
        <translation>この画像のデータの一部が欠けています。</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>pinned run</source>
        <translation>固定した実行</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>固定: %1</translation>
    </message>
</context>
<context>
    <name>Playlist</name>
    <message>
        <source>%1: it is of a scenario that this version does not have, and can be opened, but not presented.</source>
        <translation>%1: このバージョンにないシナリオの記録です。開けますが、プレゼンテーションはできません。</translation>
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
    <name>Race</name>
    <message>
        <source>%1: %2 of %3 so far.</source>
        <translation>%1: %3 件中 %2 件まで。</translation>
    </message>
    <message>
        <source>%1 is under way.</source>
        <translation>%1は実行中。</translation>
    </message>
    <message>
        <source>%1 was not begun.</source>
        <translation>%1は未実行。</translation>
    </message>
    <message>
        <source>%1 got stuck after %2, %3 ago.</source>
        <translation>%1は %2 で停止（%3 前）。</translation>
    </message>
    <message>
        <source>%1 failed after %2, %3 ago.</source>
        <translation>%1は %2 で失敗（%3 前）。</translation>
    </message>
    <message>
        <source>%1 was done after %2, %3 ago.</source>
        <translation>%1は %2 で終了（%3 前）。</translation>
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
    <name>RecordingFile</name>
    <message>
        <source>This is no recording of Tenfold.</source>
        <translation>Tenfold の記録ではありません。</translation>
    </message>
    <message>
        <source>This recording has the form of a later version of Tenfold, which this one does not know.</source>
        <translation>この記録はより新しい Tenfold の形式で、このバージョンでは読めません。</translation>
    </message>
    <message>
        <source>This recording is not complete: its end is missing.</source>
        <translation>この記録は不完全です。末尾がありません。</translation>
    </message>
    <message>
        <source>This recording is damaged: its bytes are not those that were saved.</source>
        <translation>この記録は壊れています。保存されたときの内容と異なります。</translation>
    </message>
    <message>
        <source>This recording is of &quot;%1&quot;, a scenario that this version of Tenfold does not have; Tenfold %2 made it.</source>
        <translation>この記録は「%1」のものですが、このバージョンの Tenfold にはそのシナリオがありません（Tenfold %2 で作成）。</translation>
    </message>
    <message>
        <source>This recording is of another version of &quot;%1&quot;, with other parameters, variants or columns; Tenfold %2 made it.</source>
        <translation>この記録は「%1」の別のバージョンのもので、パラメーター、方式、または列が異なります（Tenfold %2 で作成）。</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>読み込めません: %1。</translation>
    </message>
    <message>
        <source>It is larger than 1 GB, more than a recording is.</source>
        <translation>1 GB を超えており、記録としては大きすぎます。</translation>
    </message>
    <message>
        <source>This recording contradicts itself: no run can have recorded that.</source>
        <translation>この記録は内容が矛盾しています。実行からこのような記録ができることはありません。</translation>
    </message>
    <message>
        <source>this version of Tenfold does not have what was run</source>
        <translation>このバージョンの Tenfold には、実行された内容がありません</translation>
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
        <source>Elapsed time</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>フォルダー %1 を作れません。</translation>
    </message>
    <message>
        <source>Results: %1, the first %2 of %3 rows</source>
        <translation>結果: %1（全 %3 行のうち最初の %2 行）</translation>
    </message>
    <message>
        <source>Results: %1, rows: %2</source>
        <translation>結果: %1（%2 行）</translation>
    </message>
    <message>
        <source>Tenfold: report</source>
        <translation>Tenfold レポート</translation>
    </message>
    <message>
        <source>%1, cores: %2, effective: %3, busy with other programs: %4, Qt %5, %6</source>
        <translation>%1、コア数: %2、実効: %3、ほかのプログラムが使用中: %4、Qt %5、%6</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
</context>
<context>
    <name>RunLabel</name>
    <message>
        <source>A name has at most %1 characters; this one has %2.</source>
        <translation>名前は最大 %1 文字です（現在 %2 文字）。</translation>
    </message>
    <message>
        <source>A note has at most %1 characters; this one has %2.</source>
        <translation>メモは最大 %1 文字です（現在 %2 文字）。</translation>
    </message>
</context>
<context>
    <name>Runner</name>
    <message>
        <source>it ended with an error that has no text</source>
        <translation>説明のないエラーで終わりました</translation>
    </message>
    <message>
        <source>there is no variant &quot;%1&quot;</source>
        <translation>「%1」という方法はありません</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Default values</source>
        <translation>既定の値</translation>
    </message>
    <message>
        <source>Sweep over %1</source>
        <translation>%1 のスイープ</translation>
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
        <source>The site&apos;s robots.txt could not be read, which forbids all of its pages: %1</source>
        <translation>サイトの robots.txt を読み取れなかったため、すべてのページの巡回が禁じられています: %1</translation>
    </message>
    <message>
        <source>Only the beginning of this page was read: it is too large, too deeply nested or no well-formed XML.</source>
        <translation>このページは大きすぎるか、入れ子が深すぎるか、整形式の XML でないため、先頭部分だけを読み取りました。</translation>
    </message>
    <message>
        <source>This was answered at %1.</source>
        <translation>%1 で応答されました。</translation>
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
    <message>
        <source>ready, without a core</source>
        <translation>実行可能（コア待ち）</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>終了</translation>
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
        <source>stuck</source>
        <translation>停滞</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>%1: %2 was the fastest (%3); each value was measured once.</source>
        <translation>%1: 最も速いのは %2 です（%3）。それぞれ 1 回だけの測定です。</translation>
    </message>
    <message>
        <source>%1: %2, the most that was measured, was the fastest (%3).</source>
        <translation>%1: 測った中で最大の %2 が最も速い結果でした（%3）。</translation>
    </message>
    <message>
        <source>%1: 1 is enough; %3 gains nothing.</source>
        <translation>%1: 1 で十分です。%3 に増やしても速くなりません。</translation>
    </message>
    <message>
        <source>%1: 1 is enough; %3 gain nothing.</source>
        <translation>%1: 1 で十分です。%3 に増やしても速くなりません。</translation>
    </message>
    <message>
        <source>%1: %2 are enough; %3 gains nothing.</source>
        <translation>%1: %2 で十分です。%3 に増やしても速くなりません。</translation>
    </message>
    <message>
        <source>%1: %2 are enough; %3 gain nothing.</source>
        <translation>%1: %2 で十分です。%3 に増やしても速くなりません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>parameter, variant</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2 was the fastest of those that ended with the right result (%3).</source>
        <translation>%1: 正しい結果で終わった中では %2 が最も速い結果でした（%3）。</translation>
    </message>
    <message>
        <source>It was stopped before all values were measured.</source>
        <translation>すべての値を測る前に停止しました。</translation>
    </message>
    <message>
        <source>%1: %2 was the fastest (%3).</source>
        <translation>%1: 最も速いのは %2 です（%3）。</translation>
    </message>
    <message>
        <source>%1: %2 came within a tenth of the fastest (%3).</source>
        <translation>%1: %2 は最速との差が 1 割以内です（%3）。</translation>
    </message>
    <message>
        <source>%1: %2 came within a tenth of the fastest (%3); each value was measured once.</source>
        <translation>%1: %2 は最速との差が 1 割以内です（%3）。それぞれ 1 回だけの測定です。</translation>
    </message>
    <message>
        <source>Other programs used cores meanwhile: values near the fastest were measured again, and the least time of each counts.</source>
        <translation>測定中にほかのプログラムがコアを使っていました。最速に近い値は測り直し、それぞれの最短時間を採っています。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole-number parameter, so it cannot be swept.</source>
        <translation>「%1」は整数のパラメーターではないため、スイープできません。</translation>
    </message>
    <message>
        <source>A sweep takes 1 to %1 values of &quot;%2&quot;, separated by commas, such as %3; each is %4.</source>
        <translation>スイープには「%2」の値を 1～%1 個、%3のようにカンマ区切りで指定します。使える値: %4。</translation>
    </message>
    <message>
        <source>%1: how many are enough cannot be told beside other programs.</source>
        <translation>%1: ほかのプログラムの影響があり、いくつで十分かは判断できません。</translation>
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
    <message>
        <source>all tasks failed</source>
        <translation>全タスク失敗</translation>
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
        <translation>%1（1 スレッド）</translation>
    </message>
    <message>
        <source>stuck after %1</source>
        <translation>停滞（%1）</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>待ち %1 件</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>W%1 crashed at %2</source>
        <translation>%2 に W%1 がクラッシュ</translation>
    </message>
    <message>
        <source>%1 crashes, the first at %2</source>
        <translation>クラッシュ %1 回（最初は %2）</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
    <message>
        <source>timed out: %1</source>
        <translation>時間切れ: %1</translation>
    </message>
    <message>
        <source>cancelled: %1</source>
        <translation>取り消し: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant and its time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 more locks</source>
        <translation>ほか %1 個のロック</translation>
    </message>
    <message>
        <source>%1 locks</source>
        <translation>%1 個のロック</translation>
    </message>
    <message>
        <source>W%1</source>
        <comment>a worker, short</comment>
        <translation>W%1</translation>
    </message>
    <message>
        <source>%1 %2 · W%3</source>
        <translation>%1 %2 · W%3</translation>
    </message>
    <message>
        <source>wakes</source>
        <translation>起こす</translation>
    </message>
    <message>
        <source>replaced by</source>
        <translation>交代</translation>
    </message>
    <message>
        <source>retried by</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>needed by</source>
        <translation>待っている先</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>クラッシュ</translation>
    </message>
    <message>
        <source>%1 to %2 · %3: %4</source>
        <comment>a stretch of time, a variant, what it did</comment>
        <translation>%1～%2 · %3: %4</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>hands over</source>
        <translation>受け渡す</translation>
    </message>
    <message>
        <source>%1, its end</source>
        <comment>the pinned run</comment>
        <translation>%1の終わり</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a variant, its lane</comment>
        <translation>%1 %2</translation>
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
        <translation>保持者: %1</translation>
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
        <translation>%1 個のワーカーの輪</translation>
    </message>
    <message>
        <source>%1 of %2 workers</source>
        <translation>%2 個のワーカーのうち %1 個</translation>
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
    <message>
        <source>free</source>
        <translation>空き</translation>
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
        <translation>。</translation>
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
    <message>
        <source>found by the lock table</source>
        <translation>ロック表が検出</translation>
    </message>
    <message>
        <source>found by the watchdog</source>
        <translation>ウォッチドッグが検出</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1ほか %2 件</translation>
    </message>
    <message>
        <source>%1 wait for %2</source>
        <comment>several</comment>
        <translation>%1が%2を待っています</translation>
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
        <translation>各プロセスが、それぞれのコアとメモリで計算します。</translation>
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
        <translation>フューチャー（futures）</translation>
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
        <translation>ユーザーの処理中もトランザクションが開いたままです。その間に書き込もうとすると、すぐに「database is locked」が返りますが、だれもそれを確かめず、行は失われます。ビジータイムアウトを設定し、失敗を確かめ、トランザクションは短く保ちましょう。</translation>
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
        <translation>次に読むページは、読んだページの中に書かれています。見つけたページを複数のワーカーで共有できるでしょうか？</translation>
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
        <source>Chunk of one</source>
        <translation>1 項目ずつ</translation>
    </message>
    <message>
        <source>Each item travels alone, and its worker waits for the next. The smaller the item, the more of the time is messages. Send many small items together.</source>
        <translation>項目を 1 つずつ送り、ワーカーはそのたびに次を待ちます。項目が小さいほど、メッセージの時間の割合が増えます。小さな項目はまとめて送ります。</translation>
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
        <translation>「database is locked」で失われた行</translation>
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
        <translation>拒否されたリクエスト（503）</translation>
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
        <translation>進行中のリクエストの最大数</translation>
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
    <message>
        <source>Bound every queue: what is slower holds up what is faster, and memory stays small.</source>
        <translation>キューには必ず上限を設けます。遅い側が速い側を待たせるので、メモリの使用量は小さいままです。</translation>
    </message>
    <message>
        <source>Say clearly that it is over: close the queue, or put in one pill for each consumer.</source>
        <translation>終わりをはっきり伝えます。キューを閉じるか、消費者の数だけ終わりの印を入れます。</translation>
    </message>
    <message>
        <source>Look for the slowest stage first: more workers help only there.</source>
        <translation>まず最も遅い段を探します。ワーカーを増やして効果があるのはそこだけです。</translation>
    </message>
    <message>
        <source>Let urgent work pass other work; it is not done any faster in all.</source>
        <translation>緊急の仕事には追い越させます。ただし、全体が速く終わるわけではありません。</translation>
    </message>
    <message>
        <source>Guard what threads share with one lock, and let everybody take that one.</source>
        <translation>スレッドが共有するものは 1 つのロックで守り、全員がそのロックを取るようにします。</translation>
    </message>
    <message>
        <source>Hold a lock briefly: what needs no sharing is done before or after.</source>
        <translation>ロックを保持するのは短い間だけにし、共有が要らない処理はその前後で行います。</translation>
    </message>
    <message>
        <source>Take several locks in the same order everywhere.</source>
        <translation>複数のロックは、どこでも同じ順序で取ります。</translation>
    </message>
    <message>
        <source>Share less: what each thread has for itself needs no lock.</source>
        <translation>共有を減らします。各スレッドが自分だけで持つものにロックは要りません。</translation>
    </message>
    <message>
        <source>Wait for an event; do not look again and again whether it has come.</source>
        <translation>イベントを待ちます。起きたかどうかを何度も確かめてはいけません。</translation>
    </message>
    <message>
        <source>Let the event remember that it has happened: who comes later must not wait for ever.</source>
        <translation>起きたことをイベントに覚えさせます。後から来た者を永久に待たせてはいけません。</translation>
    </message>
    <message>
        <source>Let all meet at a barrier before a phase that needs what all have done.</source>
        <translation>全員の結果を必要とする段階の前には、バリアで待ち合わせます。</translation>
    </message>
    <message>
        <source>Give a semaphore as many permits as the service behind it can serve at once.</source>
        <translation>セマフォの許可数は、その先のサービスが同時に処理できる数に合わせます。</translation>
    </message>
    <message>
        <source>Tie each permit to a scope, so that it is given back once on every way out.</source>
        <translation>許可はスコープに結び付け、どの経路で抜けてもちょうど 1 回返されるようにします。</translation>
    </message>
    <message>
        <source>A number of workers limits what is under way, not how fast it starts: limit a rate with a token bucket.</source>
        <translation>ワーカー数が制限するのは同時に進む数であって、開始の速さではありません。レートの制限にはトークンバケットを使います。</translation>
    </message>
    <message>
        <source>Phases of a calculation</source>
        <translation>計算の段階</translation>
    </message>
    <message>
        <source>Each phase needs what all have computed in the last one. How do the workers keep together?</source>
        <translation>各段階には、前の段階で全員が計算した値が必要です。ワーカーはどうやって足並みをそろえるのでしょうか。</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>段階数</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Sum of the array</source>
        <translation>配列のハッシュ値</translation>
    </message>
    <message>
        <source>Reads of another phase</source>
        <translation>別の段階の値の読み取り</translation>
    </message>
    <message>
        <source>Waiting for the others</source>
        <translation>他のワーカーを待った時間</translation>
    </message>
    <message>
        <source>One phase after the other, cell by cell.</source>
        <translation>1 段階ずつ、セルを 1 つずつ計算します。</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>バリア</translation>
    </message>
    <message>
        <source>No barrier</source>
        <translation>バリアなし</translation>
    </message>
    <message>
        <source>Phases done by each worker</source>
        <translation>各ワーカーが終えた段階</translation>
    </message>
    <message>
        <source>A start signal</source>
        <translation>開始の合図</translation>
    </message>
    <message>
        <source>Many threads wait until something is ready. How soon after the signal do they run?</source>
        <translation>多くのスレッドが、準備ができるのを待っています。合図の後、どれだけ早く動き出すでしょうか。</translation>
    </message>
    <message>
        <source>Waiters</source>
        <translation>待つスレッド数</translation>
    </message>
    <message>
        <source>Waiter</source>
        <translation>待つスレッド</translation>
    </message>
    <message>
        <source>Median delay after the signal</source>
        <translation>合図からの遅れの中央値</translation>
    </message>
    <message>
        <source>Processor time of waiting</source>
        <translation>待機に使ったプロセッサー時間</translation>
    </message>
    <message>
        <source>Looks in vain</source>
        <translation>むだな確認</translation>
    </message>
    <message>
        <source>Waiters left waiting</source>
        <translation>待ち続けるスレッド</translation>
    </message>
    <message>
        <source>Each request is started after the last.</source>
        <translation>リクエストは、前のものが終わってから始めます。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>All sleep until the event is set, and run right after it. It stays set: who comes later does not wait at all.</source>
        <translation>イベントがセットされるまで全員が眠り、セットされた直後に動き出します。セットされたままなので、後から来た者はまったく待ちません。</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>ポーリング</translation>
    </message>
    <message>
        <source>Each waiter looks every 50 ms whether it may start: it computes for nothing before the signal, and sleeps on after it, 25 ms on average. Looking more often is sooner and costs more. Wait for an event instead.</source>
        <translation>待つ側は、始めてよいかどうかを 50 ms ごとに確かめます。合図の前はむだに計算し、合図の後も平均 25 ms は眠ったままです。もっと頻繁に確かめれば早くなりますが、コストも増えます。代わりにイベントを待ちましょう。</translation>
    </message>
    <message>
        <source>Lost wake-up</source>
        <translation>失われた合図</translation>
    </message>
    <message>
        <source>The signal reaches those who wait at that moment, and is forgotten. Who comes a moment later waits for ever. Keep what happened in a variable, and look at it before each wait, as an event does.</source>
        <translation>合図は、その瞬間に待っている者にだけ届き、忘れられます。少し後に来た者は永久に待ちます。起きたことを変数に残し、待つ前に必ずそれを確かめましょう。イベントはそうしています。</translation>
    </message>
    <message>
        <source>From the signal to running</source>
        <translation>合図から動き出すまで</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>銀行振込</translation>
    </message>
    <message>
        <source>A transfer locks two accounts. Does it matter which comes first?</source>
        <translation>振込では 2 つの口座をロックします。どちらを先にロックするかは問題になるでしょうか。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>口座数</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>振込回数</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>チェックサム</translation>
    </message>
    <message>
        <source>Workers in the ring</source>
        <translation>輪の中のワーカー</translation>
    </message>
    <message>
        <source>Time to find the ring</source>
        <translation>輪の検出にかかった時間</translation>
    </message>
    <message>
        <source>One transfer after the other needs no lock.</source>
        <translation>振込を 1 つずつ行うなら、ロックは要りません。</translation>
    </message>
    <message>
        <source>Ordered locks</source>
        <translation>順序どおりのロック</translation>
    </message>
    <message>
        <source>Everybody locks the account with the lower number first. Whoever waits holds lower numbers only, so no ring can close.</source>
        <translation>全員が番号の小さい口座を先にロックします。待っているワーカーが保持しているのは、待っている口座より小さい番号だけなので、輪は閉じません。</translation>
    </message>
    <message>
        <source>Opposite order</source>
        <translation>逆順のロック</translation>
    </message>
    <message>
        <source>Deadlock: each worker in the ring holds the account that the one before it wants, so none can go on. Lock the account with the lower number first, and no ring can close.</source>
        <translation>デッドロックです。輪の中の各ワーカーは、1 つ前のワーカーが必要とする口座を保持しているので、誰も先に進めません。番号の小さい口座を先にロックすれば、輪は閉じません。</translation>
    </message>
    <message>
        <source>Wait-for ring</source>
        <translation>待ちの輪</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <source>Several workers add to one counter. Does it show what they have added?</source>
        <translation>複数のワーカーが 1 つのカウンターに加算します。加算した数がそのまま表示されるでしょうか。</translation>
    </message>
    <message>
        <source>Additions per worker</source>
        <translation>ワーカーごとの加算回数</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期待値</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>実際の値</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失われた数</translation>
    </message>
    <message>
        <source>In the counter</source>
        <translation>カウンターの値</translation>
    </message>
    <message>
        <source>Additions lost</source>
        <translation>失われた加算</translation>
    </message>
    <message>
        <source>Waits for the lock</source>
        <translation>ロック待ちの回数</translation>
    </message>
    <message>
        <source>One addition after the other: nobody comes between.</source>
        <translation>加算を 1 つずつ行うので、途中に割り込むものはありません。</translation>
    </message>
    <message>
        <source>Mutex</source>
        <translation>ミューテックス</translation>
    </message>
    <message>
        <source>Whoever holds the lock reads and writes the counter alone. What is done under the lock is done one at a time: as little as possible.</source>
        <translation>ロックを保持しているワーカーだけがカウンターを読み書きします。ロックの中の処理は 1 つずつしか進まないので、できるだけ少なくします。</translation>
    </message>
    <message>
        <source>Atomic</source>
        <translation>アトミック</translation>
    </message>
    <message>
        <source>The processor reads, adds and writes in one step, so nobody waits; it can do that for a single number only.</source>
        <translation>プロセッサーが読み取り・加算・書き込みを 1 つの操作で行うので、誰も待ちません。ただし、できるのは 1 つの数値に対してだけです。</translation>
    </message>
    <message>
        <source>Sum per thread</source>
        <translation>スレッドごとの合計</translation>
    </message>
    <message>
        <source>Each worker counts for itself and the sums are added at the end: what is not shared needs no lock.</source>
        <translation>各ワーカーが自分の分を数え、最後に合計します。共有しないものにロックは要りません。</translation>
    </message>
    <message>
        <source>No lock</source>
        <translation>ロックなし</translation>
    </message>
    <message>
        <source>A worker reads the counter, another one adds to it, and then the first writes what it has read plus one: the other addition is gone. Read and write under one lock.</source>
        <translation>あるワーカーがカウンターを読んだ後に別のワーカーが加算し、最初のワーカーが読んだ値に 1 を足して書き込むと、間の加算は消えます。読み取りと書き込みを 1 つのロックの中で行います。</translation>
    </message>
    <message>
        <source>Own locks</source>
        <translation>別々のロック</translation>
    </message>
    <message>
        <source>Every worker holds a lock, but each its own: nobody ever waits, and additions are lost as without one. All who share the counter have to take the same lock.</source>
        <translation>どのワーカーもロックを保持しますが、それぞれ自分だけのロックです。誰も待たず、ロックがないときと同じように加算が失われます。カウンターを共有する全員が同じロックを取らなければなりません。</translation>
    </message>
    <message>
        <source>Expected, got, lost</source>
        <translation>期待・実際・損失</translation>
    </message>
    <message>
        <source>With a lock</source>
        <translation>ロックあり</translation>
    </message>
    <message>
        <source>In the same order</source>
        <translation>同じ順序で取る場合</translation>
    </message>
    <message>
        <source>The last one the other way round</source>
        <translation>最後の哲学者だけ逆の順に取る場合</translation>
    </message>
    <message>
        <source>%1 executions are possible, and all of them give the right result.</source>
        <translation>ありうる実行順序は %1 通りで、すべて正しい結果になります。</translation>
    </message>
    <message>
        <source>%1 executions are possible, and all of them come to their end: no deadlock is possible.</source>
        <translation>ありうる実行順序は %1 通りで、すべて最後まで進みます。デッドロックは起こりません。</translation>
    </message>
    <message>
        <source>%1 executions are possible. In %2 of them an update is lost; %3 give the right result.</source>
        <translation>ありうる実行順序は %1 通りです。そのうち %2 通りで更新が失われ、%3 通りが正しい結果になります。</translation>
    </message>
    <message>
        <source>%1 executions are possible. %2 of them end in a deadlock; %3 come to their end.</source>
        <translation>ありうる実行順序は %1 通りです。そのうち %2 通りがデッドロックになり、%3 通りが最後まで進みます。</translation>
    </message>
    <message>
        <source>They were counted, not carried out one by one: that is done for at most %1. Take fewer threads or rounds.</source>
        <translation>1 つずつ実行はせず、数えただけです。1 つずつ実行するのは %1 通りまでです。スレッドか繰り返しを減らしてください。</translation>
    </message>
    <message>
        <source>Possible executions</source>
        <translation>ありうる実行順序</translation>
    </message>
    <message>
        <source>Interleavings</source>
        <translation>実行順序</translation>
    </message>
    <message>
        <source>Threads take turns, a step at a time, in any order. Is the result always the same?</source>
        <translation>スレッドは 1 手順ずつ、どんな順序でも交代して進みます。結果はいつも同じでしょうか？</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Increment without a lock</source>
        <translation>加算（ロックなし）</translation>
    </message>
    <message>
        <source>Increment with a lock</source>
        <translation>加算（ロックあり）</translation>
    </message>
    <message>
        <source>Two locks, same order</source>
        <translation>2 つのロック（同じ順序）</translation>
    </message>
    <message>
        <source>Two locks, opposite order</source>
        <translation>2 つのロック（逆の順序）</translation>
    </message>
    <message>
        <source>Dining philosophers</source>
        <translation>食事する哲学者</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Execution drawn</source>
        <translation>表示する実行順序</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>実行順序</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>Executions carried out one by one</source>
        <translation>1 つずつ実行した実行順序</translation>
    </message>
    <message>
        <source>One execution after the other, on one core.</source>
        <translation>実行順序を 1 つずつ、1 つのコアで調べます。</translation>
    </message>
    <message>
        <source>Each worker takes all executions that begin in the same way. That pays where there are millions of them.</source>
        <translation>各ワーカーは、同じ始まり方をする実行順序をまとめて引き受けます。数百万通りあるときに効果があります。</translation>
    </message>
    <message>
        <source>Readers and writers</source>
        <translation>読み手と書き手</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Most reads that passed a waiting writer</source>
        <translation>待っている書き手を追い越した読み取りの最大数</translation>
    </message>
    <message>
        <source>Longest wait of a reader</source>
        <translation>読み手の最長待ち時間</translation>
    </message>
    <message>
        <source>Longest wait of a writer</source>
        <translation>書き手の最長待ち時間</translation>
    </message>
    <message>
        <source>Most reads at once</source>
        <translation>同時読み取りの最大数</translation>
    </message>
    <message>
        <source>Reads of a half-written table</source>
        <translation>書きかけの表の読み取り</translation>
    </message>
    <message>
        <source>One operation after the other.</source>
        <translation>操作を 1 つずつ行います。</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>公平</translation>
    </message>
    <message>
        <source>Readers first</source>
        <translation>読み手優先</translation>
    </message>
    <message>
        <source>Writers first</source>
        <translation>書き手優先</translation>
    </message>
    <message>
        <source>One lock for all: readers wait for one another, though they would not disturb each other.</source>
        <translation>全員で 1 つのロックを使います。読み手どうしは邪魔にならないのに、互いに待ちます。</translation>
    </message>
    <message>
        <source>Starved writer</source>
        <translation>書き手の飢餓</translation>
    </message>
    <message>
        <source>Readers pass the writer, and each begins its next read before it ends the last: there is always one in the table, so the writer gets in only when nobody wants to read any more. Serve in the order of arrival where reads never stop.</source>
        <translation>読み手が書き手を追い越し、しかも前の読み取りを終える前に次を始めます。表には常に読み手がいるので、書き手が入れるのは誰も読まなくなってからです。読み取りが途切れないところでは、到着順に入れます。</translation>
    </message>
    <message>
        <source>Longest wait by class</source>
        <translation>種類ごとの最長待ち時間</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>同時読み取り数</translation>
    </message>
    <message>
        <source>Each wait</source>
        <translation>個々の待ち時間</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>変換</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>The slowest stage is &quot;%1&quot; with %2 an item: with %3 workers a stage, no more than %4 items a second can come out, however fast the others are.</source>
        <translation>最も遅い段は「%1」で、1 件に %2 かかります。1 段あたりのワーカーは %3 なので、他の段がどれだけ速くても、1 秒に %4 件より多くは出てきません。</translation>
    </message>
    <message>
        <source>A pipeline of three stages</source>
        <translation>3 段のパイプライン</translation>
    </message>
    <message>
        <source>Documents are read, transformed and written. Which stage sets the pace of all?</source>
        <translation>文書を読み、変換し、書き出します。全体の速さを決めるのはどの段でしょうか。</translation>
    </message>
    <message>
        <source>Workers per stage</source>
        <translation>1 段のワーカー数</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書数</translation>
    </message>
    <message>
        <source>Capacity of each queue</source>
        <translation>各キューの容量</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>ハッシュ値</translation>
    </message>
    <message>
        <source>Read, per document</source>
        <translation>読み込み（1 文書あたり）</translation>
    </message>
    <message>
        <source>Transform, per document</source>
        <translation>変換（1 文書あたり）</translation>
    </message>
    <message>
        <source>Write, per document</source>
        <translation>書き出し（1 文書あたり）</translation>
    </message>
    <message>
        <source>Each document goes through all stages before the next.</source>
        <translation>1 つの文書がすべての段を通ってから、次の文書に進みます。</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>All stages work at the same time, on different documents. The queue before the slowest stage fills up and the one behind it stays empty: more workers help there, and nowhere else.</source>
        <translation>すべての段が同時に、それぞれ別の文書を処理します。最も遅い段の手前のキューはいっぱいになり、その後ろのキューは空のままです。ワーカーを増やして効果があるのは、その段だけです。</translation>
    </message>
    <message>
        <source>Waiting to be transformed</source>
        <translation>変換待ち</translation>
    </message>
    <message>
        <source>Waiting to be written</source>
        <translation>書き出し待ち</translation>
    </message>
    <message>
        <source>Time per document in each stage</source>
        <translation>各段での 1 文書あたりの時間</translation>
    </message>
    <message>
        <source>Urgent jobs first</source>
        <translation>緊急のジョブを先に</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ数</translation>
    </message>
    <message>
        <source>Urgent jobs</source>
        <translation>緊急のジョブ</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>待ち時間</translation>
    </message>
    <message>
        <source>Median wait of urgent jobs</source>
        <translation>緊急のジョブの待ち時間の中央値</translation>
    </message>
    <message>
        <source>Median wait of ordinary jobs</source>
        <translation>通常のジョブの待ち時間の中央値</translation>
    </message>
    <message>
        <source>Longest wait of an urgent job</source>
        <translation>緊急のジョブの最長待ち時間</translation>
    </message>
    <message>
        <source>One job after the other, as they came in.</source>
        <translation>来た順に、ジョブを 1 つずつ処理します。</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>優先度順</translation>
    </message>
    <message>
        <source>Urgent jobs pass the others in the queue, so they wait for one another only; the ordinary ones wait a little longer. In all it takes as long: a queue decides who waits, not how much is done.</source>
        <translation>緊急のジョブはキューの中で他のジョブを追い越すので、緊急のジョブどうしでしか待ちません。通常のジョブは少し長く待ちます。全体の時間は変わりません。キューが決めるのは誰が待つかで、どれだけ片づくかではありません。</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>先着順</translation>
    </message>
    <message>
        <source>An urgent job waits for all that came before it: on average as long as an ordinary one.</source>
        <translation>緊急のジョブも、先に来たすべてのジョブを待ちます。平均すると通常のジョブと同じだけ待つことになります。</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>待ち時間</translation>
    </message>
    <message>
        <source>Median wait by class</source>
        <translation>区分ごとの待ち時間の中央値</translation>
    </message>
    <message>
        <source>Producers and consumers</source>
        <translation>生産者と消費者</translation>
    </message>
    <message>
        <source>Some threads make items, others process them. What if one side is faster?</source>
        <translation>項目を作るスレッドと処理するスレッドがあります。片方が速いとどうなるでしょうか。</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>生産者</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消費者</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Making an item</source>
        <translation>項目を作る時間</translation>
    </message>
    <message>
        <source>Processing an item</source>
        <translation>項目を処理する時間</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Items above the capacity</source>
        <translation>容量を超えた項目</translation>
    </message>
    <message>
        <source>Greatest depth of the queue</source>
        <translation>キューの最大の長さ</translation>
    </message>
    <message>
        <source>Longest time in the queue</source>
        <translation>キューにいた最長時間</translation>
    </message>
    <message>
        <source>Consumers left waiting</source>
        <translation>待ち続ける消費者</translation>
    </message>
    <message>
        <source>One item after the other is made and processed.</source>
        <translation>項目を 1 つずつ作って処理します。</translation>
    </message>
    <message>
        <source>Bounded queue</source>
        <translation>上限のあるキュー</translation>
    </message>
    <message>
        <source>While consumers process items, producers make the next ones. When the queue is full, producers wait: the slower side sets the pace.</source>
        <translation>消費者が処理している間に、生産者は次の項目を作ります。キューがいっぱいになると生産者は待ちます。速さを決めるのは遅い側です。</translation>
    </message>
    <message>
        <source>Unbounded queue</source>
        <translation>上限のないキュー</translation>
    </message>
    <message>
        <source>One poison pill</source>
        <translation>終わりの印が 1 つだけ</translation>
    </message>
    <message>
        <source>One item says that it is over, but each consumer that takes an item takes it from the others: one ends, the others wait for ever. Close the queue, or put in one pill for each consumer.</source>
        <translation>終わりを告げる項目は 1 つだけですが、誰かが取り出すと他の者には渡りません。消費者の 1 つだけが終わり、残りは永久に待ちます。キューを閉じるか、消費者の数だけ入れましょう。</translation>
    </message>
    <message>
        <source>Depth of the queue</source>
        <translation>キューの長さ</translation>
    </message>
    <message>
        <source>Time in the queue</source>
        <translation>キューにいた時間</translation>
    </message>
    <message>
        <source>Connection pool</source>
        <translation>接続プール</translation>
    </message>
    <message>
        <source>Permits</source>
        <translation>許可数</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト数</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Permits left at the end</source>
        <translation>終了時に残った許可</translation>
    </message>
    <message>
        <source>Surplus permits at the end</source>
        <translation>終了時に余分な許可</translation>
    </message>
    <message>
        <source>In flight above the limit</source>
        <translation>上限を超えた進行中のリクエスト</translation>
    </message>
    <message>
        <source>Fewest requests of a worker</source>
        <translation>ワーカーごとの最少リクエスト数</translation>
    </message>
    <message>
        <source>Most requests of a worker</source>
        <translation>ワーカーごとの最多リクエスト数</translation>
    </message>
    <message>
        <source>Semaphore</source>
        <translation>セマフォ</translation>
    </message>
    <message>
        <source>A permit for each request: as many are under way as the site serves, and none is refused. Permits go to whoever has waited longest, so every worker gets its share; more workers than permits only wait.</source>
        <translation>リクエストごとに許可を取ります。サイトが処理できる数だけが進み、拒否されるものはありません。許可は最も長く待っているワーカーに渡るので、どのワーカーにも順番が回ります。許可数を超えるワーカーは待つだけです。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>All workers send at once, and the site refuses what is more than it serves. Let a semaphore with as many permits hold them back.</source>
        <translation>全ワーカーが一斉に送信し、サイトは処理できる数を超えた分を拒否します。同じ数の許可を持つセマフォで抑えます。</translation>
    </message>
    <message>
        <source>Permit leak</source>
        <translation>許可の返し忘れ</translation>
    </message>
    <message>
        <source>After an error the worker leaves without giving back its permit. Each error makes it one fewer, until nobody gets one any more. Tie the permit to a scope, so that it is given back on every way out.</source>
        <translation>エラーの後、ワーカーは許可を返さずに抜けます。エラーのたびに許可が 1 つ減り、やがて誰も取れなくなります。許可をスコープに結び付け、どの経路で抜けても返されるようにします。</translation>
    </message>
    <message>
        <source>Double release</source>
        <translation>二重の返却</translation>
    </message>
    <message>
        <source>Requests per worker</source>
        <translation>ワーカーごとのリクエスト数</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <source>A service allows so many requests a second. Do more workers get more done?</source>
        <translation>サービスが 1 秒間に受け付けるリクエスト数は決まっています。ワーカーを増やせば多く処理できるでしょうか。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>レート</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>バースト</translation>
    </message>
    <message>
        <source>Most starts in a second</source>
        <translation>1 秒間の最多開始数</translation>
    </message>
    <message>
        <source>Starts allowed in a second</source>
        <translation>1 秒間に許される開始数</translation>
    </message>
    <message>
        <source>Starts above the limit</source>
        <translation>制限を超えた開始数</translation>
    </message>
    <message>
        <source>One request after the other, each with a token.</source>
        <translation>リクエストを 1 つずつ、それぞれトークンを取って行います。</translation>
    </message>
    <message>
        <source>Token bucket</source>
        <translation>トークンバケット</translation>
    </message>
    <message>
        <source>A token for each start: the burst at once, then one whenever a new token comes. The rate sets the time, and more workers do not change it.</source>
        <translation>開始するたびにトークンを 1 つ取ります。最初にバースト分がまとめて始まり、その後はトークンが補充されるたびに 1 つずつ始まります。時間はレートで決まり、ワーカーを増やしても変わりません。</translation>
    </message>
    <message>
        <source>Starts in the last second</source>
        <translation>直近 1 秒間の開始数</translation>
    </message>
    <message>
        <source>Jobs come in faster than they are done, and some are urgent. Who waits how long?</source>
        <translation>ジョブは片づくより速くやって来て、中には緊急のものもあります。誰がどれだけ待つのでしょうか。</translation>
    </message>
    <message>
        <source>Delay and processor time (ms)</source>
        <translation>遅れとプロセッサー時間（ms）</translation>
    </message>
    <message>
        <source>Producers waiting for room</source>
        <translation>空きを待った生産者の時間</translation>
    </message>
    <message>
        <source>Only so many may do it at the same time.</source>
        <translation>同時に行えるのは決まった数までです。</translation>
    </message>
    <message>
        <source>After each phase, all workers meet at the barrier: whoever finishes early waits for the slowest. The parts should therefore be of equal work.</source>
        <translation>各段階の後、すべてのワーカーがバリアで待ち合わせます。早く終わったワーカーは最も遅いワーカーを待ちます。ですから、分担する仕事量は等しくしましょう。</translation>
    </message>
    <message>
        <source>Nobody waits, so faster workers are phases ahead of the others and read values of another phase: the result is wrong, and a different one each time. Let all meet at a barrier after each phase.</source>
        <translation>誰も待たないので、速いワーカーは何段階も先に進み、別の段階の値を読んでしまいます。結果は誤りで、毎回変わります。各段階の後、全員をバリアで待ち合わせさせましょう。</translation>
    </message>
    <message>
        <source>Readers may share a table, a writer needs it alone. Who goes first when both are waiting?</source>
        <translation>読み手どうしは表を共有できますが、書き手は表を占有する必要があります。両方が待っているとき、どちらが先でしょうか。</translation>
    </message>
    <message>
        <source>In the order of arrival; readers that stand next to one another go in together. Nobody is overtaken, but a waiting writer holds up readers.</source>
        <translation>到着順に入り、隣り合う読み手は一緒に入ります。追い越されるものはいませんが、待っている書き手が読み手を引き止めます。</translation>
    </message>
    <message>
        <source>Readers pass a writer that waits, as std::shared_mutex lets them on Linux: a read seldom waits, and a write may wait for very long.</source>
        <translation>Linux の std::shared_mutex と同じく、読み手は待っている書き手を追い越します。読み取りはめったに待ちませんが、書き込みはとても長く待つことがあります。</translation>
    </message>
    <message>
        <source>Nobody begins to read while a writer waits: the table is never older than it has to be, and it is readers who wait.</source>
        <translation>書き手が待っている間は誰も読み始めません。表が必要以上に古くなることはありませんが、待つのは読み手です。</translation>
    </message>
    <message>
        <source>worker-seconds</source>
        <translation>ワーカー秒</translation>
    </message>
    <message>
        <source>Nobody holds the faster producers up: as long as they work, the queue grows in a straight line, and with it memory and the time that each item waits in it. Nothing gets done sooner. Bound the queue, and let producers wait.</source>
        <translation>速い生産者を待たせるものがないので、生産者が働いている間キューは一直線に伸び、メモリも各項目の待ち時間も増えていきます。それで早く終わるものは何もありません。キューに上限を設け、生産者を待たせましょう。</translation>
    </message>
    <message>
        <source>A site serves only so many requests at once and refuses more. What stops the workers from sending too many?</source>
        <translation>サイトが同時に処理できるリクエスト数には上限があり、それを超えると拒否されます。ワーカーが送りすぎないようにするものは何でしょうか。</translation>
    </message>
    <message>
        <source>After an error the permit is given back twice. Each error makes it one more, until there is no limit left. Give back in one place; Python&apos;s BoundedSemaphore finds this one.</source>
        <translation>エラーの後、許可を 2 回返します。エラーのたびに許可が 1 つ増え、やがて制限がなくなります。返す場所は 1 か所にします。Python の BoundedSemaphore はこの間違いを検出します。</translation>
    </message>
    <message>
        <source>Submit everything first, then ask for results.</source>
        <translation>先にすべてを投入し、それから結果を受け取りましょう。</translation>
    </message>
    <message>
        <source>Take results as they are completed where their order does not matter.</source>
        <translation>順序が問題でなければ、終わったものから結果を受け取りましょう。</translation>
    </message>
    <message>
        <source>Say what follows instead of waiting: a continuation blocks no worker.</source>
        <translation>待つ代わりに、続きを登録しましょう。継続はワーカーをふさぎません。</translation>
    </message>
    <message>
        <source>Keep every future: what nobody asks for fails unseen.</source>
        <translation>フューチャーはすべて手元に残しましょう。だれも受け取らなければ、失敗はだれにも見えません。</translation>
    </message>
    <message>
        <source>As completed</source>
        <translation>完了した順</translation>
    </message>
    <message>
        <source>Tasks take different times. When does the caller have the first result, and when half?</source>
        <translation>タスクにかかる時間はまちまちです。呼び出し側は最初の結果と半分の結果をいつ受け取れるでしょうか。</translation>
    </message>
    <message>
        <source>Delay (ms)</source>
        <translation>遅延（ms）</translation>
    </message>
    <message>
        <source>First result</source>
        <translation>最初の結果</translation>
    </message>
    <message>
        <source>Half of the results</source>
        <translation>半分の結果</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>すべての結果</translation>
    </message>
    <message>
        <source>Most tasks under way at once</source>
        <translation>同時に進行中のタスクの最大数</translation>
    </message>
    <message>
        <source>Tasks that had to wait for the caller</source>
        <translation>呼び出し側を待ったタスク</translation>
    </message>
    <message>
        <source>One task after the other.</source>
        <translation>タスクを 1 つずつ処理します。</translation>
    </message>
    <message>
        <source>The caller gets each result as soon as it is there: work on what is fast goes on while what is slow is still under way.</source>
        <translation>呼び出し側は、結果が出しだい受け取ります。遅いタスクが進行中でも、速いタスクの結果を使って先へ進めます。</translation>
    </message>
    <message>
        <source>In the order of submission</source>
        <translation>投入した順</translation>
    </message>
    <message>
        <source>The tasks run just as they do as completed, but the first one is slow: results that have long been there wait behind it.</source>
        <translation>タスクの動き方は完了した順の場合と同じですが、最初のタスクが遅いので、とうに出ている結果がその後ろで待たされます。</translation>
    </message>
    <message>
        <source>Get in the loop</source>
        <translation>ループの中で get</translation>
    </message>
    <message>
        <source>The loop submits a task and asks for its result at once, so it waits before it submits the next: one worker works and the others idle. Submit all tasks first, then ask for results.</source>
        <translation>ループがタスクを投入してすぐに結果を求めるので、次を投入する前に待ってしまいます。働くのは 1 つのワーカーだけで、残りは遊んでいます。先にすべて投入し、それから結果を受け取りましょう。</translation>
    </message>
    <message>
        <source>Tasks under way</source>
        <translation>進行中のタスク</translation>
    </message>
    <message>
        <source>Dependency graph</source>
        <translation>依存グラフ</translation>
    </message>
    <message>
        <source>Fetch, parse, count, combine: steps need the results of others. Who waits for them?</source>
        <translation>取得、解析、集計、結合。各手順には他の手順の結果が必要です。それを待つのはだれでしょうか。</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>枝の数</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Tasks run where they were waited for</source>
        <translation>待った側が実行したタスク</translation>
    </message>
    <message>
        <source>One step after the other.</source>
        <translation>手順を 1 つずつ実行します。</translation>
    </message>
    <message>
        <source>Continuations</source>
        <translation>継続</translation>
    </message>
    <message>
        <source>Each step says what follows it, and that is submitted when its inputs are there. No worker ever waits for another step.</source>
        <translation>各手順に続きを登録しておき、入力がそろったところで投入します。ワーカーが他の手順を待つことはありません。</translation>
    </message>
    <message>
        <source>Helping</source>
        <translation>手伝い</translation>
    </message>
    <message>
        <source>Steps wait for others inside the pool, but whoever waits carries out what it waits for, as Qt&apos;s futures do. That cannot starve, but it can begin with the wrong task and wait where others could go on.</source>
        <translation>手順はプールの中で他の手順を待ちますが、Qt のフューチャーと同じく、待つ側が待っているタスクを自分で実行します。飢餓は起きませんが、後回しでよいタスクから始めてしまい、他の手順を進められるのに待つことがあります。</translation>
    </message>
    <message>
        <source>Wait inside a full pool</source>
        <translation>満員のプールの中で待つ</translation>
    </message>
    <message>
        <source>Every worker carries out a step that waits for another one, and the steps that they wait for stand in the queue: no worker is left for them. Never wait inside a pool for a task of the same pool.</source>
        <translation>どのワーカーも、他の手順を待つ手順を実行しています。待たれている手順はキューに並んだままで、担当するワーカーが残っていません。プールの中で同じプールのタスクを待ってはいけません。</translation>
    </message>
    <message>
        <source>Steps and what they need</source>
        <translation>手順と必要な結果</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Some tasks fail on other threads. Who hears of it?</source>
        <translation>別のスレッドでタスクの一部が失敗します。だれがそれを知るのでしょうか。</translation>
    </message>
    <message>
        <source>Failing tasks</source>
        <translation>失敗するタスク</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Failures that reached the caller</source>
        <translation>呼び出し側に届いた失敗</translation>
    </message>
    <message>
        <source>Failures that nobody saw</source>
        <translation>だれも見なかった失敗</translation>
    </message>
    <message>
        <source>One task after the other; each failure is caught.</source>
        <translation>タスクを 1 つずつ処理し、失敗はその場で受け止めます。</translation>
    </message>
    <message>
        <source>Each future throws what its task threw, with type and text, where its result is asked for. The other tasks go on.</source>
        <translation>結果を求めたところで、各フューチャーはタスクが投げた例外を型も文面もそのまま投げます。他のタスクはそのまま続きます。</translation>
    </message>
    <message>
        <source>Fire and forget</source>
        <translation>投げっぱなし</translation>
    </message>
    <message>
        <source>The futures are dropped, and what their tasks threw goes with them: rows are missing, and nobody knows why. Keep every future, and ask it.</source>
        <translation>フューチャーを捨てると、タスクが投げた例外も一緒に失われます。行が欠けても、理由はだれにもわかりません。フューチャーはすべて残し、結果を確かめましょう。</translation>
    </message>
    <message>
        <source>Use a pool: a thread that is reused costs nothing to make, and their number is limited.</source>
        <translation>プールを使いましょう。使い回すスレッドには作る手間がかからず、数も限られます。</translation>
    </message>
    <message>
        <source>Choose a fitting number of threads: cores × (1 + waiting / computing).</source>
        <translation>スレッド数を適切に選びましょう: コア数 ×（1 + 待ち時間 / 計算時間）。</translation>
    </message>
    <message>
        <source>Never wait inside a pool for a task of the same pool.</source>
        <translation>プールの中で同じプールのタスクを待ってはいけません。</translation>
    </message>
    <message>
        <source>Make tasks long enough: a task should take many times as long as handing it over.</source>
        <translation>タスクを十分に長くしましょう。受け渡しの何倍もの時間がかかるのが適切です。</translation>
    </message>
    <message>
        <source>Time over chunk size</source>
        <translation>チャンクの大きさに対する時間</translation>
    </message>
    <message>
        <source>Time over workers per stage</source>
        <translation>1 段のワーカー数に対する時間</translation>
    </message>
    <message>
        <source>Time over consumers</source>
        <translation>消費者数に対する時間</translation>
    </message>
    <message>
        <source>Time over workers</source>
        <translation>ワーカー数に対する時間</translation>
    </message>
    <message>
        <source>Cores × (1 + waiting / computing) = %1 × (1 + %2 / %3): %4 workers keep all cores busy; more of them only wait for a core.</source>
        <translation>コア数 ×（1 + 待ち時間 / 計算時間）= %1 ×（1 + %2 / %3）: ワーカー %4 ですべてのコアが休みなく働きます。それより多くても、コアを待つだけです。</translation>
    </message>
    <message>
        <source>Size of the pool</source>
        <translation>プールの大きさ</translation>
    </message>
    <message>
        <source>Tasks wait and compute. How many threads keep the cores busy?</source>
        <translation>タスクは待ち、計算します。コアを休ませないためにスレッドはいくつ必要でしょうか。</translation>
    </message>
    <message>
        <source>Waiting per task</source>
        <translation>タスクごとの待ち時間</translation>
    </message>
    <message>
        <source>Computing per task (about)</source>
        <translation>タスクごとの計算時間（約）</translation>
    </message>
    <message>
        <source>Threads that carried out tasks</source>
        <translation>タスクを実行したスレッド</translation>
    </message>
    <message>
        <source>Threads beyond the workers</source>
        <translation>ワーカー数を超えたスレッド</translation>
    </message>
    <message>
        <source>Most tasks at once</source>
        <translation>同時に実行中のタスクの最大数</translation>
    </message>
    <message>
        <source>Tasks left waiting for a worker</source>
        <translation>ワーカーを待ち続けたタスク</translation>
    </message>
    <message>
        <source>Frames that Qt had no thread for</source>
        <translation>Qt のスレッドが空いていなかったフレーム</translation>
    </message>
    <message>
        <source>Longest gap between two frames</source>
        <translation>フレームの最長間隔</translation>
    </message>
    <message>
        <source>The threads are made once, and each takes the next task when it is done with the last. Tasks that have no thread yet are pending.</source>
        <translation>スレッドは一度だけ作られ、タスクを終えると次のタスクを取ります。まだスレッドのないタスクは順番を待ちます。</translation>
    </message>
    <message>
        <source>Thread per task</source>
        <translation>タスクごとにスレッド</translation>
    </message>
    <message>
        <source>Submit and wait inside</source>
        <translation>中で投入して待つ</translation>
    </message>
    <message>
        <source>Every worker waits for a task that stands in its own pool&apos;s queue, where no worker is left to take it. With Qt&apos;s QtConcurrent::run().result() it would go on, since the waiting thread takes the task out of the queue and runs it. Never wait inside a pool for a task of the same pool.</source>
        <translation>どのワーカーも自分のプールのキューに並ぶタスクを待っていますが、それを取るワーカーが残っていません。Qt の QtConcurrent::run().result() なら、待つスレッドがキューからタスクを取り出して実行するので先へ進めます。プールの中で同じプールのタスクを待ってはいけません。</translation>
    </message>
    <message>
        <source>Qt&apos;s global pool</source>
        <translation>Qt のグローバルプール</translation>
    </message>
    <message>
        <source>Qt paints with the threads of its global pool. While tasks wait on them, a frame has to wait until one is done, and the window stutters. Give tasks that wait a pool of their own.</source>
        <translation>Qt はグローバルプールのスレッドで描画します。タスクがそこで待っている間、フレームはタスクが 1 つ終わるまで待たされ、ウィンドウの動きがぎこちなくなります。待つタスクには専用のプールを与えましょう。</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>同時に実行中のタスク</translation>
    </message>
    <message>
        <source>Pending tasks</source>
        <translation>順番を待つタスク</translation>
    </message>
    <message>
        <source>Gaps between frames</source>
        <translation>フレームの間隔</translation>
    </message>
    <message>
        <source>oneTBB is not here: it was not found when this program was built.</source>
        <translation>oneTBB はありません。このプログラムのビルド時に見つかりませんでした。</translation>
    </message>
    <message>
        <source>Engines compared</source>
        <translation>エンジンの比較</translation>
    </message>
    <message>
        <source>The same small tasks on every engine at hand. What does it cost to hand one over?</source>
        <translation>同じ小さなタスクを、手元のすべてのエンジンで実行します。タスクを 1 つ渡すのにどれだけかかるでしょうか。</translation>
    </message>
    <message>
        <source>Work per task (about)</source>
        <translation>タスクごとの仕事（約）</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>ブロック</translation>
    </message>
    <message>
        <source>QThreadPool</source>
        <translation>QThreadPool</translation>
    </message>
    <message>
        <source>A queue of tasks behind one lock, and threads that take the next one from it.</source>
        <translation>1 つのロックで守られたタスクのキューがあり、スレッドが次のタスクを取り出します。</translation>
    </message>
    <message>
        <source>QtConcurrent::map</source>
        <translation>QtConcurrent::map</translation>
    </message>
    <message>
        <source>Every thread takes several tasks at a time from a counter, the more the shorter they are: there is less to hand over.</source>
        <translation>各スレッドがカウンターから一度に複数のタスクを取ります。タスクが短いほど多く取るので、受け渡しが減ります。</translation>
    </message>
    <message>
        <source>std::async</source>
        <translation>std::async</translation>
    </message>
    <message>
        <source>There is no pool: a loop on each thread takes the next task from a counter of our own.</source>
        <translation>プールはありません。各スレッドのループが、共有のカウンターから次のタスクを取ります。</translation>
    </message>
    <message>
        <source>As many threads at a time as workers, but each is made for one task, and ends with it: a pool would keep it.</source>
        <translation>同時に動くスレッドはワーカー数だけですが、それぞれ 1 つのタスクのために作られ、タスクとともに終わります。プールなら残しておきます。</translation>
    </message>
    <message>
        <source>Time over the work per task</source>
        <translation>タスクごとの仕事に対する時間</translation>
    </message>
    <message>
        <source>oneTBB</source>
        <translation>oneTBB</translation>
    </message>
    <message>
        <source>Every thread has a queue of its own, and who has nothing left steals from another one.</source>
        <translation>各スレッドが自分のキューを持ち、空になったスレッドは他のキューから盗みます。</translation>
    </message>
    <message>
        <source>Task grain</source>
        <translation>タスクの粒度</translation>
    </message>
    <message>
        <source>Handing over a task takes time. How long must a task be for it not to matter?</source>
        <translation>タスクの受け渡しにも時間がかかります。それが問題にならないためには、タスクはどれだけ長ければよいでしょうか。</translation>
    </message>
    <message>
        <source>Work (about)</source>
        <translation>仕事の量（約）</translation>
    </message>
    <message>
        <source>Grain (about)</source>
        <translation>粒度（約）</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>断片</translation>
    </message>
    <message>
        <source>Tasks handed over</source>
        <translation>渡されたタスク</translation>
    </message>
    <message>
        <source>Length of a task</source>
        <translation>タスクの長さ</translation>
    </message>
    <message>
        <source>Overhead of a task</source>
        <translation>タスクのオーバーヘッド</translation>
    </message>
    <message>
        <source>Time of the workers spent on tasks</source>
        <translation>ワーカーがタスクに使った時間の割合</translation>
    </message>
    <message>
        <source>One piece after the other.</source>
        <translation>断片を 1 つずつ処理します。</translation>
    </message>
    <message>
        <source>Chunked</source>
        <translation>まとめて</translation>
    </message>
    <message>
        <source>A task per piece</source>
        <translation>断片ごとにタスク</translation>
    </message>
    <message>
        <source>Efficiency = grain / (grain + overhead): a task of a hundred times the overhead loses one percent, a task as long as the overhead a half.</source>
        <translation>効率 = 粒度 /（粒度 + オーバーヘッド）。オーバーヘッドの 100 倍のタスクなら失うのは 1% ですが、同じ長さのタスクでは半分を失います。</translation>
    </message>
    <message>
        <source>Efficiency over the length of a task</source>
        <translation>タスクの長さに対する効率</translation>
    </message>
    <message>
        <source>Time over the grain</source>
        <translation>粒度に対する時間</translation>
    </message>
    <message>
        <source>Arrival of the results</source>
        <translation>結果の到着</translation>
    </message>
    <message>
        <source>Results received</source>
        <translation>受け取った結果</translation>
    </message>
    <message>
        <source>Who hears of it</source>
        <translation>だれが失敗を知るか</translation>
    </message>
    <message>
        <source>Begin everything first, then wait for all of it together.</source>
        <translation>まず全部を始めて、それから全部をまとめて待ちます。</translation>
    </message>
    <message>
        <source>Never block the loop: no other coroutine on it goes on while one of them sleeps.</source>
        <translation>ループをブロックしません。1 つのコルーチンが眠っている間、同じループのほかのコルーチンは先へ進めません。</translation>
    </message>
    <message>
        <source>Give what computes to threads or processes, and await its end.</source>
        <translation>計算する仕事はスレッドやプロセスに渡し、その終わりを await で待ちます。</translation>
    </message>
    <message>
        <source>Give every wait a deadline, and cancel what nobody wants any more.</source>
        <translation>どの待ちにも期限を付け、もう誰も要らないものは取り消します。</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Some answers come too late to be of use. What does it cost to wait for them?</source>
        <translation>遅すぎて役に立たない応答があります。それを待つと、どれだけの時間を失うのでしょうか。</translation>
    </message>
    <message>
        <source>Requests done</source>
        <translation>完了したリクエスト</translation>
    </message>
    <message>
        <source>Requests cancelled</source>
        <translation>取り消したリクエスト</translation>
    </message>
    <message>
        <source>Total wait beyond the deadline</source>
        <translation>期限を過ぎて待った時間の合計</translation>
    </message>
    <message>
        <source>One request after the other, each up to its deadline.</source>
        <translation>リクエストを 1 つずつ、それぞれ期限まで待ちます。</translation>
    </message>
    <message>
        <source>With deadlines</source>
        <translation>期限あり</translation>
    </message>
    <message>
        <source>A timer for each request: at the deadline its connection is closed, and the coroutine goes on without an answer. Each request is done or cancelled, and nothing takes longer than the deadline.</source>
        <translation>リクエストごとにタイマーを使います。期限が来ると接続を閉じ、コルーチンは応答なしで先へ進みます。どのリクエストも完了か取り消しのどちらかになり、期限より長くかかるものはありません。</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>It waits for answers that nobody wants any more, so the slowest one says how long the whole takes. Give every wait for others a deadline, and cancel what is late.</source>
        <translation>もう誰も要らない応答を待つので、最も遅いものが全体の時間を決めます。他を待つときは必ず期限を付け、遅れたものは取り消します。</translation>
    </message>
    <message>
        <source>Done / cancelled</source>
        <translation>完了・取り消し</translation>
    </message>
    <message>
        <source>One after the other, they would take about %1.</source>
        <translation>1 つずつ行う場合の時間: 約 %1。</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>まとめて待つ</translation>
    </message>
    <message>
        <source>One thread, many slow answers. Does it have to wait for them one by one?</source>
        <translation>スレッドは 1 つ、遅い応答はたくさん。1 つずつ待つしかないのでしょうか。</translation>
    </message>
    <message>
        <source>Blocking call</source>
        <translation>ブロックする呼び出し</translation>
    </message>
    <message>
        <source>Longest loop lag</source>
        <translation>ループの最大の遅れ</translation>
    </message>
    <message>
        <source>Longest sleep on the loop</source>
        <translation>ループ上での最長の眠り</translation>
    </message>
    <message>
        <source>The next request is sent when the answer to the last one is there.</source>
        <translation>前の応答が届いてから、次のリクエストを送ります。</translation>
    </message>
    <message>
        <source>A coroutine for each request, all of them on one thread: while one waits for its answer, the loop goes on with the others, so all waits overlap.</source>
        <translation>リクエストごとに 1 つのコルーチンを、すべて 1 つのスレッドで動かします。応答を待つものはループを他に譲るので、待ち時間がすべて重なります。</translation>
    </message>
    <message>
        <source>A thread for each request: the waits overlap as well, but each thread needs a stack and time to start.</source>
        <translation>リクエストごとに 1 つのスレッドを使います。待ち時間は同じように重なりますが、それぞれにスタックと起動が必要です。</translation>
    </message>
    <message>
        <source>One coroutine sleeps without co_await, and with it the only thread: the answers of all others are there, but nobody reads them. Wait with co_await, and give what blocks or computes to a thread.</source>
        <translation>1 つのコルーチンが co_await を使わずに眠るので、ただ 1 つのスレッドも眠ります。他の応答は届いているのに、誰も読みません。待つときは co_await を使い、ブロックする仕事や計算はスレッドに渡します。</translation>
    </message>
    <message>
        <source>Loop lag: ran later than due</source>
        <translation>ループの遅れ（予定より遅く動いた時間）</translation>
    </message>
    <message>
        <source>Starved writes</source>
        <translation>飢餓になった書き込み</translation>
    </message>
    <message>
        <source>Permits missing</source>
        <translation>足りない許可</translation>
    </message>
    <message>
        <source>Waits that no worker could end</source>
        <translation>終わらせるワーカーのない待ち</translation>
    </message>
    <message>
        <source>While it waits, a Python thread lets go of the GIL (Global Interpreter Lock): the waits overlap in both languages.</source>
        <translation>待っている間、Python のスレッドは GIL（Global Interpreter Lock）を手放します。どちらの言語でも待ち時間は重なります。</translation>
    </message>
    <message>
        <source>While it computes, it keeps the GIL: then threads gain in C++ only.</source>
        <translation>計算中は GIL を保持します。その場合、スレッドで速くなるのは C++ だけです。</translation>
    </message>
    <message>
        <source>Each process has an interpreter and a GIL (Global Interpreter Lock) of its own: they compute at the same time.</source>
        <translation>プロセスはそれぞれ自分のインタープリターと GIL（Global Interpreter Lock）を持つので、同時に計算できます。</translation>
    </message>
    <message>
        <source>Python&apos;s threads share one GIL, so only one of them computes at a time; C++ has no such lock.</source>
        <translation>Python のスレッドは 1 つの GIL を共有し、一度に計算できるのは 1 つだけです。C++ にこのロックはありません。</translation>
    </message>
    <message>
        <source>a GIL for each process</source>
        <translation>プロセスごとに GIL</translation>
    </message>
    <message>
        <source>All coroutines share one thread, so the GIL changes nothing: the loop goes on while they wait.</source>
        <translation>コルーチンはすべて 1 つのスレッドで動くので、GIL の影響はありません。待っている間もループは進みます。</translation>
    </message>
    <message>
        <source>A call that blocks holds up all of them, in both languages.</source>
        <translation>ブロックする呼び出しは、どちらの言語でも全員を止めます。</translation>
    </message>
    <message>
        <source>one thread: the GIL changes nothing</source>
        <translation>1 スレッド: GIL の影響なし</translation>
    </message>
    <message>
        <source>A future is the same in both languages; under the GIL the waits of a thread pool overlap, the computing does not.</source>
        <translation>Future はどちらの言語でも同じです。GIL の下では、スレッドプールの待ち時間は重なりますが、計算は重なりません。</translation>
    </message>
    <message>
        <source>For computing, Python has the same futures from a ProcessPoolExecutor.</source>
        <translation>計算には、Python では ProcessPoolExecutor が同じ Future を返します。</translation>
    </message>
    <message>
        <source>A queue locks by itself; the GIL alone would not make several steps one.</source>
        <translation>キューは自分でロックします。GIL だけでは、複数の手順は 1 つにまとまりません。</translation>
    </message>
    <message>
        <source>Under the GIL, consumers that compute take turns; in C++ they compute at once.</source>
        <translation>GIL の下では、計算する消費者は交代で動きます。C++ では同時に計算します。</translation>
    </message>
    <message>
        <source>The GIL does not replace a lock: between reading and writing, another thread may come.</source>
        <translation>GIL はロックの代わりになりません。読み取りと書き込みの間に、別のスレッドが入ることがあります。</translation>
    </message>
    <message>
        <source>An addition is three steps in both languages: read, add, write.</source>
        <translation>加算はどちらの言語でも、読み取り・加算・書き込みの 3 段階です。</translation>
    </message>
    <message>
        <source>Who waits for an event lets go of the GIL and takes no time from the others.</source>
        <translation>イベントを待つスレッドは GIL を手放し、ほかのスレッドの時間を奪いません。</translation>
    </message>
    <message>
        <source>In C++ all that wake up compute at once; under the GIL one after the other.</source>
        <translation>目を覚ましたスレッドは、C++ では同時に、GIL の下では 1 つずつ計算します。</translation>
    </message>
    <message>
        <source>Who waits for a permit lets go of the GIL: how many go on at once is up to the semaphore.</source>
        <translation>許可を待つスレッドは GIL を手放します。同時にいくつ進めるかはセマフォが決めます。</translation>
    </message>
    <message>
        <source>The GIL lets one thread compute at a time, a semaphore as many as it has permits.</source>
        <translation>GIL では一度に 1 スレッドだけが計算でき、セマフォでは許可の数だけ進めます。</translation>
    </message>
    <message>
        <source>In Python a thread pool is for waiting: under the GIL one thread computes at a time.</source>
        <translation>Python のスレッドプールは待つ処理のためのものです。GIL の下では一度に 1 スレッドしか計算できません。</translation>
    </message>
    <message>
        <source>C++ has no GIL: as many threads as there are cores compute at once.</source>
        <translation>C++ に GIL はなく、コアの数だけのスレッドが同時に計算します。</translation>
    </message>
    <message>
        <source>Each process has a GIL of its own: in Python this is the pool for computing.</source>
        <translation>プロセスはそれぞれ自分の GIL を持ちます。Python で計算に使うのはこのプールです。</translation>
    </message>
    <message>
        <source>What goes to a process and back is copied, in both languages: few messages are better.</source>
        <translation>プロセスとのやり取りは、どちらの言語でもコピーです。メッセージは少ないほうが有利です。</translation>
    </message>
    <message>
        <source>As it looks</source>
        <translation>自動判別</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>区切り文字</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>カンマ</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>縦線</translation>
    </message>
    <message>
        <source>None (one column)</source>
        <translation>なし（1 列だけ）</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Point (1,250.5)</source>
        <translation>ピリオド（1,250.5）</translation>
    </message>
    <message>
        <source>Comma (1.250,5)</source>
        <translation>カンマ（1.250,5）</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>1 行目</translation>
    </message>
    <message>
        <source>Names the columns</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Is data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>The processes start once, and a message carries a chunk of items: few messages, yet enough chunks to keep every worker busy to the end.</source>
        <translation>プロセスは一度だけ起動し、メッセージごとにチャンク 1 つ分の項目を送ります。メッセージは少なく、それでもチャンクは最後まで全員が働けるだけの数があります。</translation>
    </message>
    <message>
        <source>Every worker starts as soon as it can, which breaks the agreement: a service that counts would refuse what is too much, or lock this client out. The number of workers limits how many requests are under way, not how many start: take a token for each.</source>
        <translation>どのワーカーもできるだけ早く開始するので、約束を破っています。数えているサービスなら、超えた分を拒否するか、このクライアントを締め出すでしょう。ワーカー数が制限するのは進行中のリクエスト数であって、開始の頻度ではありません。開始のたびにトークンを取ります。</translation>
    </message>
    <message>
        <source>Every task has a thread made for it, which ends with the task. Nothing limits how many there are: each takes memory and a connection, and those that compute only wait for a core.</source>
        <translation>タスクごとにスレッドを作り、タスクとともに終わります。数を抑えるものがありません。それぞれがメモリと接続を使い、計算するスレッドはコアを待つだけです。</translation>
    </message>
    <message>
        <source>Eight tasks for each worker, whatever the grain: few to hand over, enough to end at about the same time.</source>
        <translation>粒度にかかわらず、ワーカーごとに 8 つのタスクにします。渡す回数は少なく、全員がほぼ同時に終われるだけの数はあります。</translation>
    </message>
    <message>
        <source>Nobody asked how many workers there should be: every file gets a thread with a stack of its own, and all but eight of them queue at the disk. A pool of eight keeps it as busy.</source>
        <translation>ワーカー数の指定が無視されています。ファイルごとに専用のスタックを持つスレッドが作られ、8 つを除いてすべてディスクの順番待ちになります。8 ワーカーのプールでも、ディスクは同じだけ働きます。</translation>
    </message>
    <message>
        <source>One lock around all computing, let go while waiting, as in Python: the waits overlap all the same.</source>
        <translation>Python と同じく、計算は 1 つのロックの中で行い、待つ間は手放します。待ち時間は変わらず重なります。</translation>
    </message>
</context>
<context>
    <name>lane</name>
    <message>
        <source>waiter</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>producer</source>
        <translation>生産者</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>消費者</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>transformer</source>
        <translation>変換</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>window</source>
        <translation>ウィンドウ</translation>
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
    <message>
        <source>end of the phase</source>
        <translation>段階の終わり</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <source>own lock</source>
        <translation>自分だけのロック</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>to transform</source>
        <translation>変換待ち</translation>
    </message>
    <message>
        <source>to write</source>
        <translation>書き出し待ち</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>next frame</source>
        <translation>次のフレーム</translation>
    </message>
    <message>
        <source>global pool</source>
        <translation>グローバルプール</translation>
    </message>
    <message>
        <source>all tasks</source>
        <translation>すべてのタスク</translation>
    </message>
</context>
<context>
    <name>mark</name>
    <message>
        <source>lost</source>
        <translation>失われた仕事</translation>
    </message>
    <message>
        <source>reads a value of another phase</source>
        <translation>別の段階の値を読む</translation>
    </message>
    <message>
        <source>looks in vain</source>
        <translation>空振りの確認</translation>
    </message>
    <message>
        <source>writes over what others have added</source>
        <translation>ほかの加算を上書き</translation>
    </message>
    <message>
        <source>takes the pill</source>
        <translation>終わりの印を取る</translation>
    </message>
    <message>
        <source>puts in the pill</source>
        <translation>終わりの印を入れる</translation>
    </message>
    <message>
        <source>refused by the site</source>
        <translation>サイトが拒否</translation>
    </message>
    <message>
        <source>goes on with a permit that it will not give back</source>
        <translation>許可を返さずに先へ進む</translation>
    </message>
    <message>
        <source>gives back twice</source>
        <translation>2 回返す</translation>
    </message>
    <message>
        <source>ring found</source>
        <translation>輪を発見</translation>
    </message>
    <message>
        <source>the signal is forgotten</source>
        <translation>合図が忘れられる</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled at its deadline</source>
        <translation>期限で取り消した</translation>
    </message>
    <message>
        <source>sleeps on the loop</source>
        <translation>ループ上で眠る</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>時間切れ</translation>
    </message>
</context>
<context>
    <name>series</name>
    <message>
        <source>urgent</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>読み手</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>書き手</translation>
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
    <message>
        <source>cancelled</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>途中で切れている</translation>
    </message>
</context>
<context>
    <name>task</name>
    <message>
        <source>fetch</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>parse</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>count</source>
        <translation>集計</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>index</source>
        <translation>目次</translation>
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
        <source>&amp;Next step</source>
        <translation>次のステップ(&amp;N)</translation>
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
    <message>
        <source>Fe&amp;wer workers, run again</source>
        <translation>ワーカーを減らして実行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Other language</source>
        <translation>言語の切り替え(&amp;O)</translation>
    </message>
    <message>
        <source>Light or &amp;dark</source>
        <translation>ライト／ダークの切り替え(&amp;D)</translation>
    </message>
    <message>
        <source>C++ before P&amp;ython</source>
        <translation>C++ を Python より前に(&amp;Y)</translation>
    </message>
    <message>
        <source>Next &amp;variant in focus</source>
        <translation>次の方式を強調表示(&amp;V)</translation>
    </message>
    <message>
        <source>Presen&amp;tation</source>
        <translation>発表モード(&amp;T)</translation>
    </message>
    <message>
        <source>Previo&amp;us step</source>
        <translation>前のステップ(&amp;U)</translation>
    </message>
    <message>
        <source>Ne&amp;xt scenario</source>
        <translation>次のシナリオ(&amp;X)</translation>
    </message>
    <message>
        <source>Previous scen&amp;ario</source>
        <translation>前のシナリオ(&amp;A)</translation>
    </message>
    <message>
        <source>More wor&amp;kers, run again</source>
        <translation>ワーカーを増やして実行(&amp;K)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Open recording…</source>
        <translation>記録を開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save recording…</source>
        <translation>記録を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>再生・一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>次のイベント(&amp;N)</translation>
    </message>
    <message>
        <source>Event &amp;before</source>
        <translation>前のイベント(&amp;B)</translation>
    </message>
    <message>
        <source>To the be&amp;ginning</source>
        <translation>最初へ(&amp;G)</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>最後へ(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>速く(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>遅く(&amp;S)</translation>
    </message>
    <message>
        <source>R&amp;uns and differences</source>
        <translation>実行の一覧と違い(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Pin the run</source>
        <translation>実行を固定(&amp;P)</translation>
    </message>
    <message>
        <source>Race an&amp;d replay</source>
        <translation>レースとリプレイ(&amp;D)</translation>
    </message>
    <message>
        <source>Open play&amp;list…</source>
        <translation>プレイリストを開く(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Finish the playlist</source>
        <translation>プレイリストを終える(&amp;F)</translation>
    </message>
</context>
<context>
    <name>tenfold::BigNumbers</name>
    <message>
        <source>Speed-up</source>
        <translation>スピードアップ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>variant, measure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · done</source>
        <translation>%1 · 終了</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 / %3</translation>
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
    <message>
        <source>never ends</source>
        <translation>終わらない</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
</context>
<context>
    <name>tenfold::CounterView</name>
    <message>
        <source>at most %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>variant, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 over time (%2)</source>
        <translation>%1の時間変化（%2）</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
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
        <translation>%2 回の記録のあと %1</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>記録の番号</translation>
    </message>
</context>
<context>
    <name>tenfold::DataTab</name>
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
        <source>The results of a run appear here.</source>
        <translation>実行すると、ここに結果が表示されます。</translation>
    </message>
</context>
<context>
    <name>tenfold::EfficiencyView</name>
    <message>
        <source>length / (length + overhead)</source>
        <translation>長さ /（長さ + オーバーヘッド）</translation>
    </message>
    <message>
        <source>%1 (%, over %2)</source>
        <translation>%1（%、横軸 %2）</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <comment>title</comment>
        <translation>%1（%）</translation>
    </message>
    <message>
        <source>length %1</source>
        <translation>長さ %1</translation>
    </message>
    <message>
        <source>overhead %1</source>
        <translation>オーバーヘッド %1</translation>
    </message>
    <message>
        <source>efficiency %1</source>
        <translation>効率 %1</translation>
    </message>
    <message>
        <source>the overhead allows %1</source>
        <translation>オーバーヘッドが許す効率 %1</translation>
    </message>
    <message>
        <source>half is lost at %1</source>
        <translation>%1 で半分を失います</translation>
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
        <source>stuck after %1</source>
        <translation>停滞（%1）</translation>
    </message>
    <message>
        <source>all tasks failed</source>
        <translation>すべてのタスクが失敗</translation>
    </message>
    <message>
        <source>wrong result</source>
        <translation>誤った結果</translation>
    </message>
    <message>
        <source>Elapsed time in %1 (shorter is better)</source>
        <translation>経過時間・%1（短いほど良い）</translation>
    </message>
    <message>
        <source>Elapsed time (%1)</source>
        <translation>経過時間（%1）</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>スピードアップ</translation>
    </message>
    <message>
        <source>Limit in seconds</source>
        <translation>限界（秒）</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Pinned run, seconds</source>
        <translation>固定した実行（秒）</translation>
    </message>
    <message>
        <source>pinned %1</source>
        <translation>固定 %1</translation>
    </message>
</context>
<context>
    <name>tenfold::ExecutionsView</name>
    <message>
        <source>Left and Right go step by step, Up and Down to another execution.</source>
        <translation>左右キーで手順を進め、上下キーで別の実行順序に移ります。</translation>
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
        <source>Export picture</source>
        <translation>図の書き出し</translation>
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
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped: no animation was written.</source>
        <translation>停止しました。アニメーションは書き出していません。</translation>
    </message>
    <message>
        <source>Drawing the animation: %1 of %2 pictures</source>
        <translation>アニメーションを描画中: %1 / %2 枚</translation>
    </message>
</context>
<context>
    <name>tenfold::ExportForm</name>
    <message>
        <source>&amp;Picture:</source>
        <translation>図(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>形式(&amp;F):</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation>長さ(&amp;G):</translation>
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
        <source>Sc&amp;ale:</source>
        <translation>倍率(&amp;A):</translation>
    </message>
    <message>
        <source>Te&amp;xt size:</source>
        <translation>文字の大きさ(&amp;X):</translation>
    </message>
    <message>
        <source>SVG (text stays text)</source>
        <translation>SVG（文字は文字のまま）</translation>
    </message>
    <message>
        <source>WebP (the replay, animated)</source>
        <translation>WebP（リプレイのアニメーション）</translation>
    </message>
    <message>
        <source>GIF (the replay, animated)</source>
        <translation>GIF（リプレイのアニメーション）</translation>
    </message>
    <message>
        <source>JSON (the whole result)</source>
        <translation>JSON（結果のすべて）</translation>
    </message>
    <message>
        <source>CSV (a row per variant and repeat)</source>
        <translation>CSV（方式と回ごとに 1 行）</translation>
    </message>
    <message>
        <source>Chrome trace (for Perfetto)</source>
        <translation>Chrome トレース（Perfetto 用）</translation>
    </message>
    <message>
        <source>C&amp;ommand at the foot</source>
        <translation>下端にコマンドを入れる(&amp;O)</translation>
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
        <source>Custom size</source>
        <translation>任意の大きさ</translation>
    </message>
    <message>
        <source>Pixels of a PNG or an animation per pixel of its width and height</source>
        <translation>PNG またはアニメーションの、幅と高さの 1 ピクセルあたりのピクセル数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How long the replay takes from its start to its end</source>
        <translation>リプレイの開始から終了までの時間</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
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
        <translation>クリティカルパス: %1</translation>
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
        <translation>%2 個のワーカーのうち %1 個の輪</translation>
    </message>
    <message>
        <source>wants %1</source>
        <translation>要求: %1</translation>
    </message>
</context>
<context>
    <name>tenfold::InputPreviewBox</name>
    <message>
        <source>First rows of the file</source>
        <translation>ファイルの最初の数行</translation>
    </message>
</context>
<context>
    <name>tenfold::MainWindow</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Tenfold</source>
        <translation>Tenfold</translation>
    </message>
    <message>
        <source>There is no number of workers here</source>
        <translation>ここではワーカー数を変えられません</translation>
    </message>
    <message>
        <source>Workers: %1</source>
        <translation>ワーカー: %1</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>記録を保存</translation>
    </message>
    <message>
        <source>Recordings (*.tenfold)</source>
        <translation>記録 (*.tenfold)</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>記録を開く</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 を開きました</translation>
    </message>
    <message>
        <source>Replay: %1×</source>
        <translation>リプレイ: %1×</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行の一覧</translation>
    </message>
    <message>
        <source>A run of &quot;%1&quot; has not been saved, and would be gone.</source>
        <translation>「%1」の実行は保存されておらず、失われます。</translation>
    </message>
    <message>
        <source>Open playlist</source>
        <translation>プレイリストを開く</translation>
    </message>
    <message>
        <source>%1 holds no recording that can be presented (*.tenfold).</source>
        <translation>%1 には、プレゼンテーションできる記録（*.tenfold）がありません。</translation>
    </message>
    <message>
        <source>Some of the files cannot be presented:</source>
        <translation>プレゼンテーションできないファイルがあります:</translation>
    </message>
    <message>
        <source>&amp;Present the others</source>
        <translation>ほかのファイルでプレゼンテーションする(&amp;P)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>An animation is still being written.</source>
        <translation>アニメーションを書き出しています。</translation>
    </message>
    <message>
        <source>&amp;Close without it</source>
        <translation>書き出さずに閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>It is now a recording of another scenario.</source>
        <translation>今は別のシナリオの記録です。</translation>
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
        <translation>点: %1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中央値 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>%1 by worker</source>
        <translation>ワーカー別の%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>value and its cause</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>slowest to fastest worker</source>
        <translation>最も遅いワーカーから最も速いワーカーまで</translation>
    </message>
    <message>
        <source>stairs: %1</source>
        <translation>階段: %1</translation>
    </message>
    <message>
        <source>apart at most %1</source>
        <translation>最大の差 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点の数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大</translation>
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
    <message>
        <source>Large</source>
        <translation>大規模</translation>
    </message>
</context>
<context>
    <name>tenfold::RunsDialog</name>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>in no file</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>固定を解除(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>固定(&amp;P)</translation>
    </message>
    <message>
        <source>At most %1 runs and %2 MB are kept: of those that are not pinned the oldest goes, one that is in a file first.</source>
        <translation>残るのは %1 件、%2 MB までです。固定していないものの古い順に、ファイルにあるものから消えます。</translation>
    </message>
    <message>
        <source>So many have gone: %1.</source>
        <translation>消えた件数: %1。</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>まだ何も実行していません。</translation>
    </message>
    <message>
        <source>This run is pinned: the others of its scenario are drawn over it, and compared with it here.</source>
        <translation>この実行は固定されています。同じシナリオのほかの実行は、これに重ねて描かれ、ここで比較されます。</translation>
    </message>
    <message>
        <source>Pin a run to see it behind the others of its scenario, and in what they differ from it.</source>
        <translation>実行を固定すると、同じシナリオのほかの実行の背後に描かれ、違いがここに出ます。</translation>
    </message>
    <message>
        <source>%1 compared with the pinned run (%2)</source>
        <translation>%1と、固定した実行（%2）の比較</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行の一覧</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Pinned run</source>
        <translation>固定した実行</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この実行</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>名前(&amp;R)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>メモ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>保存(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>A sweep cannot be pinned: it is not drawn behind runs.</source>
        <translation>スイープは固定できません。実行の後ろには描かれません。</translation>
    </message>
    <message>
        <source>This is a sweep: it can be shown again and saved, but not pinned or compared.</source>
        <translation>これはスイープです。もう一度表示したり保存したりできますが、固定や比較はできません。</translation>
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
        <translation>%1は値 %2 で失敗しました: %3。</translation>
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
    <message>
        <source>Change the parameters, or press Run to try again.</source>
        <translation>パラメーターを変えるか、もう一度実行してください。</translation>
    </message>
    <message>
        <source>%1: all of its tasks failed.</source>
        <translation>%1: すべてのタスクが失敗しました。</translation>
    </message>
    <message>
        <source>A recording, made by Tenfold %1 on a machine with %2 cores.</source>
        <translation>記録です（Tenfold %1、コア数 %2 のマシンで作成）。</translation>
    </message>
    <message>
        <source>The code beside it is that of the recording; this version of Tenfold has another one, which the next run will be of.</source>
        <translation>横のコードは記録時のものです。このバージョンの Tenfold のコードは異なり、次の実行にはそちらが使われます。</translation>
    </message>
    <message>
        <source>This version of Tenfold has another &quot;%1&quot;, with other parameters, variants or columns: it is shown as it was recorded, and cannot be run again.</source>
        <translation>このバージョンの Tenfold の「%1」は、パラメーター、方式、または列が異なります。記録されたとおりに表示しますが、もう一度実行することはできません。</translation>
    </message>
    <message>
        <source>This version of Tenfold does not have &quot;%1&quot;: it is shown as it was recorded, and cannot be run again.</source>
        <translation>このバージョンの Tenfold には「%1」がありません。記録されたとおりに表示しますが、もう一度実行することはできません。</translation>
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
    <message>
        <source>Code and explanation</source>
        <translation>コードと解説</translation>
    </message>
</context>
<context>
    <name>tenfold::Stage</name>
    <message>
        <source>What was seen, and why</source>
        <translation>何が見えたか、なぜか</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>発表モード</translation>
    </message>
    <message>
        <source>GIL: one thread computes at a time</source>
        <translation>GIL: 計算は一度に 1 スレッド</translation>
    </message>
    <message>
        <source>no GIL: all compute at once</source>
        <translation>GIL なし: すべてのスレッドが同時に計算</translation>
    </message>
    <message>
        <source>the right way</source>
        <translation>正しい書き方</translation>
    </message>
    <message>
        <source>the mistake</source>
        <translation>間違い</translation>
    </message>
    <message>
        <source>Best practices</source>
        <translation>ベストプラクティス</translation>
    </message>
    <message>
        <source>The next step (PgDn) or F5 runs it.</source>
        <translation>次のステップ（PgDn）または F5 キーで実行します。</translation>
    </message>
    <message>
        <source>F5 runs it again.</source>
        <translation>F5 キーでもう一度実行します。</translation>
    </message>
    <message>
        <source>A common mistake: %1. What will happen?</source>
        <translation>よくある間違い「%1」。何が起こるでしょうか。</translation>
    </message>
    <message>
        <source>The next step (PgDn) or F5 makes it, beside %1.</source>
        <translation>次のステップ（PgDn）または F5 キーで、「%1」と並べて実行します。</translation>
    </message>
    <message>
        <source>F5 makes it again.</source>
        <translation>F5 キーでこの間違いをもう一度実行します。</translation>
    </message>
    <message>
        <source>How many workers are enough?</source>
        <translation>ワーカーはいくつあれば十分でしょうか。</translation>
    </message>
    <message>
        <source>%1: which value is best?</source>
        <translation>%1はいくつが最適でしょうか。</translation>
    </message>
    <message>
        <source>The next step (PgDn) or F5 measures %1.</source>
        <translation>次のステップ（PgDn）または F5 キーで %1 を測定します。</translation>
    </message>
    <message>
        <source>That was the last one.</source>
        <translation>これで最後です。</translation>
    </message>
    <message>
        <source>The next step (PgDn) begins again: %1.</source>
        <translation>次のステップ（PgDn）で最初に戻ります: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>次: %1</translation>
    </message>
    <message>
        <source>Next pattern: %1. %2</source>
        <translation>次のパターン: %1. %2</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>1 つずつ順に</translation>
    </message>
    <message>
        <source>coroutines: %1</source>
        <translation>コルーチン %1 個</translation>
    </message>
    <message>
        <source>workers: %1</source>
        <translation>ワーカー %1 個</translation>
    </message>
    <message>
        <source>The ways to do it</source>
        <translation>やり方</translation>
    </message>
    <message>
        <source>What is set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation>よくある間違い</translation>
    </message>
    <message>
        <source>What is tried</source>
        <translation>試すもの</translation>
    </message>
    <message>
        <source>What was shown</source>
        <translation>ここまでのパターン</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>測定するもの</translation>
    </message>
    <message>
        <source>The next step (PgDn) goes there.</source>
        <translation>次のステップ（PgDn）で進みます。</translation>
    </message>
    <message>
        <source>No other timeline here</source>
        <translation>ここで選べるタイムラインはありません</translation>
    </message>
    <message>
        <source>In focus: %1</source>
        <translation>強調表示: %1</translation>
    </message>
    <message>
        <source>It begins when this run is over</source>
        <translation>この実行が終わると始まります</translation>
    </message>
    <message>
        <source>%1 was measured again, more quietly</source>
        <translation>%1 を測り直し、影響の少ない値に替えました</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Other mistakes: %1</source>
        <translation>ほかの間違い: %1</translation>
    </message>
    <message>
        <source>missing here</source>
        <translation>ここにない</translation>
    </message>
    <message>
        <source>Number %1 of %2 of the playlist: what is recorded, without a run.</source>
        <translation>プレイリストの %1 番（全 %2）: 記録したものを、実行せずに見せます。</translation>
    </message>
</context>
<context>
    <name>tenfold::StagePicture</name>
    <message>
        <source>Measuring…</source>
        <translation>測定しています…</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed (%3)</source>
        <translation>%2 件中 %1 件のタスクが失敗しました（%3）</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>All variants at once, from the start line. The next step (PgDn) plays it.</source>
        <translation>すべての方法を同時にスタートします。次へ（PgDn）で再生します。</translation>
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
    <message>
        <source>Failed.</source>
        <translation>失敗しました。</translation>
    </message>
    <message>
        <source>Ended; tasks failed, so the times mean nothing.</source>
        <translation>終了しましたが、タスクが失敗したので、時間に意味はありません。</translation>
    </message>
    <message>
        <source>Other programs bent it: measuring again (%1 of %2). Esc stops.</source>
        <translation>ほかのプログラムの影響があったため、測り直しています（%1 / %2）。Esc で停止します。</translation>
    </message>
    <message>
        <source>Nothing was run: a value cannot be used.</source>
        <translation>実行していません。使えない値があります。</translation>
    </message>
    <message>
        <source>Replay: %1 of %2.</source>
        <translation>リプレイ: %1 / %2</translation>
    </message>
</context>
<context>
    <name>tenfold::StepsView</name>
    <message>
        <source>%1 in seconds, by its number</source>
        <translation>%1（秒、番号順）</translation>
    </message>
    <message>
        <source>%1 in %2, by its number</source>
        <translation>%1（%2、番号順）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title, unit of time</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
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
        <source>No curve yet: press Sweep to measure several values.</source>
        <translation>曲線はまだありません。「スイープ」を押すと、いくつかの値で計測します。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title, units</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Time over %1</source>
        <translation>%1と経過時間</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>units of time and of the parameter</comment>
        <translation>%1、横軸 %2</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>これで十分</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>least to most of %1 repeats</source>
        <translation>%1 回の測定の幅</translation>
    </message>
    <message>
        <source>no gain</source>
        <translation>速くならない</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>value, time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: seconds</source>
        <translation>%1（秒）</translation>
    </message>
    <message>
        <source>The first value is being measured</source>
        <translation>最初の値を測っています</translation>
    </message>
</context>
<context>
    <name>tenfold::TimeSpent</name>
    <message>
        <source>%1: seconds per worker</source>
        <translation>%1: ワーカーごとの秒数</translation>
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
        <translation>%1: 全ワーカー合計の秒数</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>時間はどこに使われたか</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>%1: seconds</source>
        <translation>%1（秒）</translation>
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
        <translation>開始 %1、所要時間 %2</translation>
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
        <source>Click: puts it in focus</source>
        <translation>クリックすると詳しく表示します</translation>
    </message>
    <message>
        <source>In focus: %1</source>
        <translation>詳しく見る: %1</translation>
    </message>
    <message>
        <source>no span found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>1 span lit</source>
        <translation>1 件を強調表示中</translation>
    </message>
    <message>
        <source>%1 spans lit, on %2 rows</source>
        <translation>%1 件を強調表示中（%2 行）</translation>
    </message>
    <message>
        <source>Task number or word</source>
        <translation>タスクの番号か言葉</translation>
    </message>
    <message>
        <source>Find in the timeline</source>
        <translation>タイムラインの中を探す</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Timeline: find</source>
        <translation>タイムライン: 検索</translation>
    </message>
    <message>
        <source>Timeline: show everything</source>
        <translation>タイムライン: 全体を表示</translation>
    </message>
    <message>
        <source>Timeline: zoom</source>
        <translation>タイムライン: 拡大・縮小</translation>
    </message>
    <message>
        <source>Timeline: move the line</source>
        <translation>タイムライン: 線を動かす</translation>
    </message>
    <message>
        <source>Timeline: variant in focus</source>
        <translation>タイムライン: 詳しく見る方式</translation>
    </message>
    <message>
        <source>Timeline: stretch from, up to the line</source>
        <translation>タイムライン: 範囲の始まり・終わり</translation>
    </message>
    <message>
        <source>Chosen lane: %1</source>
        <translation>選んだ行: %1</translation>
    </message>
    <message>
        <source>Ctrl with the wheel, + and - zoom; dragging pans; F shows everything. Left, Right, Home and End move the line; the code that ran at that instant is lit. Up and Down, or a click on a title, choose the variant in focus. Shift and dragging, or [ and ], sum up a stretch of time. Ctrl+F looks for a task. A click on the name of a lane, or Shift with Up and Down, chooses the lane whose events a replay steps through.</source>
        <translation>Ctrl + ホイール・+・- で拡大縮小、ドラッグで移動、F で全体を表示します。←・→・Home・End で線を動かすと、その時点で実行されていたコードが光ります。↑・↓、または名前のクリックで、詳しく見る方式を選びます。Shift + ドラッグ、または [ と ] で選んだ範囲を合計します。Ctrl+F でタスクを探します。行の名前のクリック、または Shift + ↑・↓ で、リプレイでイベントをたどる行を選びます。</translation>
    </message>
    <message>
        <source>Timeline: lane to step through</source>
        <translation>タイムライン: イベントをたどる行</translation>
    </message>
</context>
<context>
    <name>tenfold::TransportBar</name>
    <message>
        <source>first result</source>
        <translation>最初の結果</translation>
    </message>
    <message>
        <source>%1 ends</source>
        <translation>%1 終了</translation>
    </message>
    <message>
        <source>%1 is stuck</source>
        <translation>%1 停止</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>デッドロック</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>クラッシュ</translation>
    </message>
    <message>
        <source>first release</source>
        <translation>最初の解放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play this run again, all variants at once</source>
        <translation>この実行をもう一度再生します（すべての方法を同時に）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>最初へ</translation>
    </message>
    <message>
        <source>To the event before</source>
        <translation>前のイベントへ</translation>
    </message>
    <message>
        <source>To the next event</source>
        <translation>次のイベントへ</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>最後へ</translation>
    </message>
    <message>
        <source>Instant of the replay</source>
        <translation>リプレイの時点</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast the replay goes</source>
        <translation>リプレイの速さ</translation>
    </message>
    <message>
        <source>Previous event of %1</source>
        <translation>%1 の前のイベント</translation>
    </message>
    <message>
        <source>Next event of %1</source>
        <translation>%1 の次のイベント</translation>
    </message>
    <message>
        <source>pinned run ends</source>
        <translation>固定した実行の終わり</translation>
    </message>
    <message>
        <source>%1 ends in the pinned run</source>
        <translation>固定した実行で %1 が終わる</translation>
    </message>
    <message>
        <source>Unpin the run</source>
        <translation>実行の固定を外す</translation>
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
