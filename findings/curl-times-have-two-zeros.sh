#!/usr/bin/env bash
# libcurl's times of one transfer count from two different moments when it had to wait for a connection.
#
# Expected: CURLINFO_STARTTRANSFER_TIME (first byte) and CURLINFO_TOTAL_TIME count from the same start, as the table of times in the manual draws
#   them; what lies between is the time that the body took.
# Happens: with CURLMOPT_MAX_HOST_CONNECTIONS a transfer that waits for its turn starts its times anew when it gets one, all but the total,
#   which counts from when it was handed over. A body of two bytes, sent with its header, seems to have taken as long as the queue; the time
#   to the first byte hides that the caller waited.
# Where it matters to Tenfold: "waited for a connection, for the server, for the body" drawn from these figures puts the queue into the body,
#   and what requests wait at a limit of connections, the very thing to show, is seen nowhere. Take the times with a clock of one's own.
# Versions: libcurl 7.88.1-10+deb12u15 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen (one connection; the server answers 0.6 s after each request, in one piece):
#   libcurl/7.88.1
#   request 1: first byte after 0.60 s, total 0.60 s, so the body of 2 bytes took 0.00 s
#   request 2: first byte after 0.60 s, total 1.20 s, so the body of 2 bytes took 0.60 s
#   request 3: first byte after 0.60 s, total 1.80 s, so the body of 2 bytes took 1.20 s
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libcurl4,libcurl4-openssl-dev}=7.88.1-10+deb12u15 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libcurl.so)
inc=$(dirname root/usr/include/*/curl)
cat > probe.cpp <<'CPP'
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <curl/curl.h>
#include <string>
#include <thread>
#include <unistd.h>
static void serve(int listener) // takes one connection, answers each request on it after 0.6 s
{
    const int socket = accept(listener, nullptr, nullptr);
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    std::string request;
    for (char byte; read(socket, &byte, 1) == 1;) {
        if (!(request += byte).ends_with("\r\n\r\n")) continue;
        request.clear();
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
        if (write(socket, answer.data(), answer.size()) < 0) return;
    }
}
static size_t ignore(char *, size_t size, size_t count, void *) { return size * count; }
int main()
{
    sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    socklen_t length = sizeof address;
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (sockaddr *)&address, length) || listen(listener, 5) || getsockname(listener, (sockaddr *)&address, &length)) return 3;
    std::thread(serve, listener).detach();
    const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    printf("%s\n", std::string(curl_version()).substr(0, 14).c_str());
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, 1L);
    CURL *const requests[] = {curl_easy_init(), curl_easy_init(), curl_easy_init()};
    for (CURL *curl : requests) {
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
        curl_multi_add_handle(multi, curl);
    }
    for (int running = 1; running; curl_multi_poll(multi, nullptr, 0, 100, nullptr)) curl_multi_perform(multi, &running);
    bool same = true;
    for (size_t i = 0; i < std::size(requests); ++i) {
        double first = 0, total = 0;
        curl_easy_getinfo(requests[i], CURLINFO_STARTTRANSFER_TIME, &first);
        curl_easy_getinfo(requests[i], CURLINFO_TOTAL_TIME, &total);
        printf("request %zu: first byte after %.2f s, total %.2f s, so the body of 2 bytes took %.2f s\n", i + 1, first, total, total - first);
        same = same && (i == 0 ? total - first < 0.4 : total - first > 0.5);
    }
    return same ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 probe.cpp -o probe -I"$inc" -L"$lib" -Wl,-rpath-link,"$lib" -l:libcurl.so.4 -pthread || exit 2
LD_LIBRARY_PATH=$lib ./probe
