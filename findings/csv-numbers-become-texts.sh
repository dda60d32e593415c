#!/usr/bin/env bash
# sqlite3 .import makes a text of every column of a CSV file: 9 is more than 10, and an empty cell is no NULL.
#
# Expected: max(seconds) of 9.5 and 10.5 is 10.5, and count(seconds) does not count what did not finish.
# Happens: a table that .import makes has the type TEXT for all columns, so max() compares letters. Into a table whose columns have types the
#   numbers come as numbers; an empty cell is '' there, too, which is greater than any number: nullif(seconds, '') is needed.
# Where it matters to Tenfold: --csv is made for other programs. Leave a cell empty where there is no number, and say in the README how sqlite3
#   takes the columns as numbers.
# Versions: sqlite3 3.40.1-2+deb12u2 (Debian 12).
# Output seen:
#   made by .import: text, max 9.5, count 3; with types: real, max of nullif 10.5, count of nullif 2
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -qq -o APT::Sandbox::User=root download {sqlite3,libsqlite3-0}=3.40.1-2+deb12u2 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(dirname "$dir"/root/usr/lib/*/libsqlite3.so.0)
printf 'variant,seconds\nsequential,9.5\nparallel,10.5\nstuck,\n' > runs.csv
made=$(root/usr/bin/sqlite3 <<'SQL'
.import --csv runs.csv runs
SELECT typeof(seconds) || ', max ' || (SELECT max(seconds) FROM runs) || ', count ' || (SELECT count(seconds) FROM runs) FROM runs LIMIT 1;
SQL
)
typed=$(root/usr/bin/sqlite3 <<'SQL'
CREATE TABLE runs(variant TEXT, seconds REAL);
.import --csv --skip 1 runs.csv runs
SELECT typeof(seconds) || ', max of nullif ' || (SELECT max(nullif(seconds, '')) FROM runs) || ', count of nullif ' ||
       (SELECT count(nullif(seconds, '')) FROM runs) FROM runs LIMIT 1;
SQL
)
echo "made by .import: $made; with types: $typed"
[ "$made; $typed" = "text, max 9.5, count 3; real, max of nullif 10.5, count of nullif 2" ]
