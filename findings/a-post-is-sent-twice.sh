#!/usr/bin/env bash
# A POST that the server read and then did not answer is sent again by Qt's client, and on a kept connection by curl too; nobody is told.
#
# Expected: a request that may not be repeated (RFC 9110, 9.2.2: a client should not repeat a POST by itself) fails with an error when the
#   server took it and then closed the connection; the server does the work as often as the program asked.
# Happens: QNetworkAccessManager opens another connection and sends the POST once more, here also when the first one was new; curl
#   does so when it had been used, and reports an error when it had not. The program sees one answer, status 200, and no error.
# Where it matters to Tenfold: what a site counts and what the client counts differ; a job that is handed over by POST, or a lesson on
#   "exactly once", needs an id in the request and a server that knows it; with curl, CURLOPT_FRESH_CONNECT.
# Versions: Qt 6.4.2+dfsg-10 (network), curl and libcurl 7.88.1-10+deb12u15 (Debian 12); built with g++ 12.2.0 (printed first).
# Output seen (the server closes when it first reads job1, on a new connection, and job3, on a kept one):
#   Qt 6.4.2: 3 calls, answered 200 200 200; the server read job1 job1 job2 job3 job3
#   curl 7.88.1: 3 calls, answered 000 200 200; the server read job1 job2 job3 job3
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo "g++ $(g++ -dumpfullversion)" | grep -x "g++ 12[.]2[.]0" || { echo "wants g++ 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download {libqt6core6,libqt6network6,qt6-base-dev}=6.4.2+dfsg-10 {curl,libcurl4}=7.88.1-10+deb12u15 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libQt6Core.so.6)
inc=$(echo root/usr/include/*/qt6)
cat > probe.cpp <<'CPP'
#include <QtCore>
#include <QtNetwork>
QByteArray jobs, answers; // what the server read, what the client was told
// Answers every POST of four bytes, but closes the connection when it first reads job1 or job3.
void serve(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, got = QByteArray()]() mutable {
        got += socket->readAll();
        const qsizetype head = got.indexOf("\r\n\r\n");
        if (head < 0 || got.size() < head + 8) return;
        const QByteArray job = got.mid(head + 4, 4);
        const bool close = job != "job2" && !jobs.contains(job);
        jobs += ' ' + job;
        got.clear();
        if (close) socket->disconnectFromHost();
        else socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
}
bool told(const char *client, const char *version, const char *answered, const char *read)
{
    printf("%s %s: 3 calls, answered%s; the server read%s\n", client, version, answers.constData(), jobs.constData());
    return std::exchange(answers, {}) == answered && std::exchange(jobs, {}) == read;
}
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    QObject::connect(&server, &QTcpServer::newConnection, [&] { while (auto *socket = server.nextPendingConnection()) serve(socket); });
    const QString url = QString("http://127.0.0.1:%1/").arg(server.serverPort());
    QEventLoop loop;
    QNetworkAccessManager manager;
    QStringList arguments;
    for (const char *job : {"job1", "job2", "job3"}) {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, "text/plain");
        auto *reply = manager.post(request, QByteArray(job));
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        answers += ' ' + reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toByteArray();
        arguments += {"--next", "-s", "-w", " %{http_code}", "-d", job, url};
    }
    bool same = told("Qt", qVersion(), " 200 200 200", " job1 job1 job2 job3 job3");
    QProcess curl;
    QObject::connect(&curl, &QProcess::finished, &loop, &QEventLoop::quit);
    curl.start(argv[1], arguments.mid(1));
    loop.exec();
    answers = curl.readAllStandardOutput();
    same &= told("curl", argv[2], " 000 200 200", " job1 job2 job3 job3");
    return same ? 0 : 1;
}
CPP
g++ -std=c++20 -O1 -fPIC probe.cpp -o probe -I"$inc"{,/QtCore,/QtNetwork} -L"$lib" -Wl,-rpath-link,"$lib" -l:libQt6{Network,Core}.so.6 || exit 2
export LD_LIBRARY_PATH=$lib no_proxy=127.0.0.1
./probe root/usr/bin/curl "$(root/usr/bin/curl --version | awk 'NR == 1 { print $2 }')"
