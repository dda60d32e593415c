#!/usr/bin/env bash
# speedscope draws a span within the one before it when both touch: ts + dur passes the next ts by the last bit of a double.
#
# Expected: in a Chrome trace, a at 0.1 us for 0.2 us and b at 0.3 us for 0.4 us stand side by side.
# Happens: b is drawn within a, and a ends with b: 0.6 us instead of 0.2. The begin of the profile is taken from ts, then dur is added, and
#   0.1 + 0.2 is not 0.3. The only word is on the browser's console. "B" and "E" pairs have no sum and are read right; but of what begins and
#   what ends at one instant, speedscope takes what begins first, if name and args are the same.
# Where it matters to Tenfold: on a worker, one wait ends where the next task begins. Write pairs, give E the args of its B, and tell namesakes
#   that touch apart.
# Versions: speedscope 1.25.0 (npm), any node from 18 on.
# Output seen (name begin..end in microseconds, indented within others):
#   X: a 0.0..0.6, / b 0.2..0.6; B and E: a 0.0..0.2, b 0.2..0.6; B and E of one name: a 0.0..0.6; told apart: a 0.0..0.2, a 0.2..0.6
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" speedscope@1.25.0 >/dev/null 2>&1 || { echo "speedscope 1.25.0 cannot be had"; exit 2; }
cat > probe.mjs <<'JS'
import fs from 'fs';
import vm from 'vm';
const folder = 'node_modules/speedscope/dist/release/';
let page = fs.readFileSync(folder + fs.readdirSync(folder).find(f => /^speedscope-.*\.js$/.test(f)), 'utf8');
// The page's own reader of traces (importTraceEvents), without the page.
const at = page.search(/function \w+\(\w+,\w+="UNKNOWN"\)\{let \w+=\w+\(\w+\),\w+=\w+\(\w+\),\w+=\w+\(\w+,\w+\),\w+=\[\];/);
if (at < 0) process.exit(2);
const reader = /function (\w+)/.exec(page.slice(at))[1];
const start = /var [^;{}]*?,?(\w+)=re\(\(\)=>/.exec(page.slice(at))[1];
page = page.slice(0, at) + `globalThis.read=${reader};globalThis.start=()=>${start}();` + page.slice(at);
const quiet = {...console, warn() {}, error() {}};
const context = vm.createContext({console: quiet, setTimeout, window: {}});
try { vm.runInContext(page, context); } catch { /* there is no page */ }
context.start();
const drawn = events => {
    const open = [], lines = [];
    context.read(events.map(e => ({pid: 1, tid: 1, ...e}))).profiles[0].forEachCall(
        (node, t) => { open.push(lines.length); lines.push([open.length, node.frame.name[0], t]); },
        (node, t) => lines[open.pop()].push(t));
    return lines.map(([depth, name, b, e]) => `${depth > 1 ? '/ ' : ''}${name} ${b.toFixed(1)}..${e.toFixed(1)}`).join(', ');
};
const pair = (name, begin, end, args) => [{ph: 'B', name, ts: begin, args}, {ph: 'E', name, ts: end, args}];
const said = [
    'X: ' + drawn([{ph: 'X', name: 'a', ts: 0.1, dur: 0.2}, {ph: 'X', name: 'b', ts: 0.3, dur: 0.4}]),
    'B and E: ' + drawn([...pair('a', 0.1, 0.3, {x: 1}), ...pair('b', 0.3, 0.7, {x: 1})]),
    'B and E of one name: ' + drawn([...pair('a', 0.1, 0.3, {x: 1}), ...pair('a', 0.3, 0.7, {x: 1})]),
    'told apart: ' + drawn([...pair('a', 0.1, 0.3, {x: 1}), ...pair('a', 0.3, 0.7, {x: 1, number: 2})]),
].join('; ');
console.log(said);
process.exit(said === process.argv[2] ? 0 : 1);
JS
node probe.mjs "X: a 0.0..0.6, / b 0.2..0.6; B and E: a 0.0..0.2, b 0.2..0.6; B and E of one name: a 0.0..0.6; told apart: a 0.0..0.2, a 0.2..0.6"
