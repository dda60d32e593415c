#!/usr/bin/env bash
# libcurl reads the first member of a gzip answer and calls what follows it a failure of whoever takes the body.
#
# Expected: RFC 9110 8.4.1.3 has the coding gzip be the file format of RFC 1952, in which a file is a series of members; zlib's gzread, gzip and
#   python3 unpack all of them, and leave padding behind the last one alone.
# Happens: with CURLOPT_ACCEPT_ENCODING (curl --compressed) the first member arrives, then the transfer fails with CURLE_WRITE_ERROR (23),
#   "Failed writing received data to disk/application", which is also what a write callback that refuses bytes gets.
# Where it matters to Tenfold: pages of servers that compress piece by piece and glue the pieces would be rows that failed, blamed on a full disk;
#   and a limit on the size of an answer, kept by the write callback, could not be told from it. Ask for gzip by a header and unpack by zlib.
# Versions: curl and libcurl4 7.88.1-10+deb12u15 (Debian 12); the server is python3's own (3.11).
# Output seen (bytes that came, exit status):
#   one member: 6 bytes, exit status 0
#   two members: 6 bytes, exit status 23
#   padded: 6 bytes, exit status 23
#   two members, unpacked by gzip: 12 bytes, exit status 0
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$dir"' EXIT
cd "$dir"
apt-get -qq -o APT::Sandbox::User=root download {curl,libcurl4}=7.88.1-10+deb12u15 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(dirname "$dir"/root/usr/lib/*/libcurl.so.4)
cat > server.py <<'PY'
import gzip, http.server
bodies = {"/one": gzip.compress(b"first\n"), "/two": gzip.compress(b"first\n") + gzip.compress(b"other\n"),
          "/padded": gzip.compress(b"first\n") + bytes(512)}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = bodies[self.path]
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *arguments): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PY
python3 server.py > port &
until [ -s port ]; do sleep 0.1; done
url=http://127.0.0.1:$(cat port)
curl=$dir/root/usr/bin/curl
$curl --version | head -1 | grep -o '^curl 7.88.1'
fetch() { # NAME PATH [OPTION]
    local status=0
    $curl -s --noproxy '*' "${@:3}" "$url$2" -o body || status=$?
    echo "$1: $(wc -c < body) bytes, exit status $status"
    rm -f body
}
{
    fetch "one member" /one --compressed
    fetch "two members" /two --compressed
    fetch padded /padded --compressed
    $curl -s --noproxy '*' "$url/two" -o two.gz
    status=0
    gzip -dc two.gz > two || status=$?
    echo "two members, unpacked by gzip: $(wc -c < two) bytes, exit status $status"
} | tee seen
diff seen - <<'TXT' >/dev/null || exit 1
one member: 6 bytes, exit status 0
two members: 6 bytes, exit status 23
padded: 6 bytes, exit status 23
two members, unpacked by gzip: 12 bytes, exit status 0
TXT
