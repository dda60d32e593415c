#!/usr/bin/env bash
# A work queue of NATS JetStream confirms a job and keeps nothing, when a job of the same id was done, and taken off the queue, shortly before.
#
# Expected: a message id keeps a queue from holding the same job twice. A job that was fetched and acknowledged is gone from a work queue, so
#   one with its id is new; at the latest a purged stream knows nothing of what it held. A publish that is not stored is not "OK".
# Happens: ids are remembered apart from the messages, for the duplicate window (2 minutes unless set). Within it js_Publish answers NATS_OK,
#   with the number of the old message, and no worker ever sees the job. Purging the stream does not forget the ids.
# Where it matters to Tenfold: the second run of a scenario in the same room within two minutes, with ids such as "fibonacci-1", is confirmed job
#   for job and waits for ever. Ids have to be unique for each run, and jsPubAck::Duplicate has to be read.
# Versions: nats-server 2.9.10-1+b3, libnats 3.4.1-1+b1, libprotobuf-c 1.4.1-1+b1 (Debian 12); built with gcc 12.2.0 (printed first).
# Output seen:
#   nats-server: v2.9.10, libnats 3.4.1
#   new stream: published OK, number 1, duplicate 0, stored 1, fetched 1
#   job done:   published OK, number 1, duplicate 1, stored 0, fetched 0
#   purged:     published OK, number 1, duplicate 1, stored 0, fetched 0
# Exit: 0 as described, 1 it changed, otherwise it could not be tried.
set -euo pipefail
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server"; wait "$server" || true; }; rm -rf "$dir"' EXIT
cd "$dir"
echo "gcc $(gcc -dumpfullversion)" | grep -x "gcc 12[.]2[.]0" || { echo "wants gcc 12.2.0"; exit 2; }
apt-get -qq -o APT::Sandbox::User=root download nats-server=2.9.10-1+b3 {libnats3.4,libnats-dev}=3.4.1-1+b1 libprotobuf-c1=1.4.1-1+b1 || exit 2
for package in *.deb; do dpkg-deb -x "$package" root; done
lib=$(dirname "$dir"/root/usr/lib/*/libnats.so)
cat > probe.c <<'C'
#include <nats/nats.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static jsCtx *js = NULL;
static natsSubscription *worker = NULL;
static void must(natsStatus status, const char *what)
{
    if (status == NATS_OK) return;
    printf("%s: %s\n", what, natsStatus_GetText(status));
    exit(3);
}
static int once(const char *when, int duplicate) // 1 if it is as described
{
    jsPubOptions options;
    jsPubAck *ack = NULL;
    jsStreamInfo *info = NULL;
    natsMsgList got = {NULL, 0};
    jsPubOptions_Init(&options);
    options.MsgId = "fibonacci-1";
    natsStatus status = js_Publish(&ack, js, "job", "30", 2, &options, NULL);
    must(status, "publish");
    must(js_GetStreamInfo(&info, js, "JOBS", NULL, NULL), "info");
    natsSubscription_Fetch(&got, worker, 1, duplicate ? 2000 : 10000, NULL);
    for (int i = 0; i < got.Count; i++) must(natsMsg_AckSync(got.Msgs[i], NULL, NULL), "acknowledge");
    printf("%-11s published %s, number %d, duplicate %d, stored %d, fetched %d\n", when, natsStatus_GetText(status), (int)ack->Sequence,
           ack->Duplicate, (int)info->State.Msgs, got.Count);
    return ack->Duplicate == duplicate && (int)info->State.Msgs == !duplicate && got.Count == !duplicate;
}
int main(int argc, char **argv)
{
    const char *subject = "job";
    natsConnection *connection = NULL;
    jsStreamConfig config;
    jsStreamConfig_Init(&config);
    printf("%s, libnats %s\n", argv[2], nats_GetVersion());
    must(natsConnection_ConnectTo(&connection, argv[1]), "connect");
    must(natsConnection_JetStream(&js, connection, NULL), "jetstream");
    config.Name = "JOBS", config.Subjects = &subject, config.SubjectsLen = 1, config.Retention = js_WorkQueuePolicy;
    must(js_AddStream(NULL, js, &config, NULL, NULL), "stream");
    must(js_PullSubscribe(&worker, js, "job", "worker", NULL, NULL, NULL), "consumer");
    int same = once("new stream:", 0);
    same &= once("job done:", 1);
    must(js_PurgeStream(js, "JOBS", NULL, NULL), "purge");
    same &= once("purged:", 1);
    return same ? 0 : 1;
}
C
gcc -O1 probe.c -o probe -Iroot/usr/include -L"$lib" -Wl,-rpath-link,"$lib" -lnats -l:libprotobuf-c.so.1 || exit 2
root/usr/sbin/nats-server -a 127.0.0.1 -p -1 --ports_file_dir "$dir" -js -sd "$dir/store" 2> server.log & server=$!
for _ in {1..300}; do grep -qs nats:// ./*.ports && break; sleep 0.1; done
LD_LIBRARY_PATH=$lib ./probe "$(grep -o 'nats://[0-9.:]*' ./*.ports)" "$(root/usr/sbin/nats-server --version)"
