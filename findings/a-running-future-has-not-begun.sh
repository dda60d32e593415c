#!/usr/bin/env bash
# In CPython's process pool a future says running() though no process has begun it, and cancel() refuses.
#
# Expected: Future.running() is true for calls that are being executed (so the manual), at most as many as there are workers; whatever waits
#   can be cancelled. So it is in ThreadPoolExecutor.
# Happens: ProcessPoolExecutor hands more calls to its pipe than it has processes, and marks them as running when they go in. With 2 workers, 3
#   or 4 futures are "running" while 2 calls have begun; to cancel those that wait is refused, and they are executed later.
# Where it matters to Tenfold: pending against busy told by the futures is wrong for this peer by the depth of the pipe, stopping it executes
#   calls that had not begun. Let the tasks say when they begin.
# Versions: CPython 3.11.2-6+deb12u9 (Debian 12).
# Output seen:
#   Python 3.11.2, 2 workers, 8 calls
#   ThreadPoolExecutor: 2 begun, 2 running, 6 cancelled, executed in the end 2
#   ProcessPoolExecutor: 2 begun, 3 running, 5 cancelled, executed in the end 3
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -qq -o APT::Sandbox::User=root download {python3.11-minimal,libpython3.11-minimal,libpython3.11-stdlib}=3.11.2-6+deb12u9 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
cat > probe.py <<'PY'
import concurrent.futures
import os
import platform
import select
import sys
import time


def call(tell, wait):
    os.write(tell, b"x")
    os.read(wait, 1)


def bytes_in(pipe):
    return len(os.read(pipe, 100)) if select.select([pipe], [], [], 0)[0] else 0


def observe(executor):
    started, tell = os.pipe()  # a byte for every call that begins; the processes of the pool inherit the pipes
    wait, go = os.pipe()  # a byte for every call that may end
    with executor(max_workers=2) as pool:
        futures = [pool.submit(call, tell, wait) for _ in range(8)]
        begun = len(os.read(started, 1)) + len(os.read(started, 1))  # waits until two have begun
        time.sleep(2)  # a third would have begun by now
        begun += bytes_in(started)
        running = sum(future.running() for future in futures)
        cancelled = sum(future.cancel() for future in futures)
        os.write(go, b"x" * 8)
    executed = begun + bytes_in(started)
    print(f"{executor.__name__}: {begun} begun, {running} running, {cancelled} cancelled, executed in the end {executed}")
    return begun, running, cancelled, executed


print(f"Python {platform.python_version()}, 2 workers, 8 calls")
threads = observe(concurrent.futures.ThreadPoolExecutor)
processes = observe(concurrent.futures.ProcessPoolExecutor)
begun, running, cancelled, executed = processes
sys.exit(0 if threads == (2, 2, 6, 2) and begun == 2 and running > 2 and cancelled == 8 - running and executed == running else 1)
PY
PYTHONHOME=$dir/root/usr root/usr/bin/python3.11 probe.py
