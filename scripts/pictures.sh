#!/usr/bin/env bash
# Makes the pictures of the README with the program itself: scripts/pictures.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
program=${1:-build/release/bin/tenfold}
to=resources/pictures
mkdir -p "$to"

tenfold() { "$program" "$@" --theme "${theme:-light}" --lang "${lang:-en}" >/dev/null; }

# The window.
tenfold run threads/url-fetch --size 1600x900 --shot "$to/window-light-en.png"
theme=dark lang=ja tenfold run threads/url-fetch --variant parallel --variant lock-held-while-waiting --size 1600x900 \
    --shot "$to/window-dark-ja.png"

# A race in the chapter's own time.
tenfold run threads/url-fetch --preset chapter --variant parallel --size 1000x562 --chart "page:$to/race.webp" --length 7 \
    --foot off

# One of each pattern.
tenfold run threads/url-fetch --variant lock-held-while-waiting --size 1000x400 --timeline "lock-held-while-waiting:$to/threads.png"
tenfold run processes/fibonacci --variant one-interpreter --size 1000x300 --timeline "one-interpreter:$to/processes.png"
tenfold run async/gather --variant gather --variant blocking-call --size 1000x420 --chart "loop-lag:$to/async.png"
tenfold run futures/dependency-graph --variant graph --size 1000x500 --chart "graph:$to/futures.png"
tenfold run queue/producer-consumer --variant bounded --variant unbounded --size 1000x420 --chart "items:$to/queue.png"
tenfold run lock/interleavings --size 1000x500 --chart "executions:$to/lock.png"
tenfold run event/start-signal --variant event --variant polling --size 1000x420 --chart "delay:$to/event.png"
tenfold run semaphore/rate-limit --variant limited --variant unlimited --size 1000x420 --chart "starts:$to/semaphore.png"
tenfold sweep thread-pool/pool-size --over workers --values 1,2,4,8,16,32,64 --size 1000x420 --chart "$to/thread-pool.png"
tenfold run process-pool/crash-recovery --variant pool --set tasks=40 --size 1000x340 --timeline "pool:$to/process-pool.png"
