#!/usr/bin/env bash
# In CPython a future that shutdown(cancel_futures=True) has cancelled says that it is done; for wait() and as_completed() it never is.
#
# Expected: Future.done() is true for a call that "was successfully cancelled or finished running", and the first set of wait() contains "the
#   futures that completed (finished or cancelled futures)" (so the manual): both mean the same.
# Happens: for wait() and as_completed() a cancelled call has completed when a worker has come to it in the queue and thrown it away.
#   shutdown(cancel_futures=True) empties the queue itself, so that no worker ever does, while done(), cancelled(), result() and the callback
#   say at once what happened. After cancel() the two differ until the workers have got so far. (python/cpython issues 87893, 109934.)
# Where it matters to Tenfold: whenAll() and asCompleted() are modelled on the two and take what is cancelled as done at once; a Python snippet
#   that stops a pool and then collects what has come needs result(), callbacks or a time-out.
# Versions: CPython 3.11.2-6+deb12u9 (Debian 12).
# Output seen (of 5 futures that wait behind one worker, after a second of waiting):
#   Python 3.11.2
#   cancel(), the worker busy: 5 done, 5 called back, wait() has 0 done and 5 to come, as_completed() 0
#   cancel(), the worker free: 5 done, 5 called back, wait() has 5 done and 0 to come, as_completed() 5
#   shutdown(cancel_futures=True), its worker gone: 5 done, 5 called back, wait() has 0 done and 5 to come, as_completed() 0
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -qq -o APT::Sandbox::User=root download {python3.11-minimal,libpython3.11-minimal,libpython3.11-stdlib}=3.11.2-6+deb12u9 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
cat > probe.py <<'PY'
import concurrent.futures
import platform
import sys
import threading


def completed(futures):
    seen = []
    try:
        for future in concurrent.futures.as_completed(futures, timeout=1):
            seen.append(future)
    except concurrent.futures.TimeoutError:
        pass
    return len(seen)


def observe(when, futures, called):
    done = sum(future.done() and future.cancelled() for future in futures)
    waited = concurrent.futures.wait(futures, timeout=1)
    seen = done, len(called), len(waited.done), len(waited.not_done), completed(futures)
    print("%s: %d done, %d called back, wait() has %d done and %d to come, as_completed() %d" % (when, *seen))
    return seen


def behind_a_busy_worker():
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=1)
    begun, go, called = threading.Event(), threading.Event(), []
    busy = pool.submit(lambda: begun.set() or go.wait())
    begun.wait()
    futures = [pool.submit(int) for _ in range(5)]
    for future in futures:
        future.add_done_callback(called.append)
    return pool, busy, go, futures, called


print(f"Python {platform.python_version()}")
pool, busy, go, futures, called = behind_a_busy_worker()
for future in futures:
    future.cancel()
early = observe("cancel(), the worker busy", futures, called)
go.set()
pool.shutdown()  # the worker has come to all of them
late = observe("cancel(), the worker free", futures, called)

pool, busy, go, futures, called = behind_a_busy_worker()
pool.shutdown(wait=False, cancel_futures=True)
go.set()
pool.shutdown()
never = observe("shutdown(cancel_futures=True), its worker gone", futures, called)
sys.exit(0 if (early, late, never) == ((5, 5, 0, 5, 0), (5, 5, 5, 0, 5), (5, 5, 0, 5, 0)) else 1)
PY
PYTHONHOME=$dir/root/usr root/usr/bin/python3.11 probe.py
