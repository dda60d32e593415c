#pragma once

#include <QString>

#include <curl/curl.h>

namespace tenfold {

/// The functions of libcurl, which is loaded when the first of them is wanted: with what it stands on it
/// takes longer than a worker process that never makes a request needs to start. Any thread.
struct Curl
{
    /// Throws std::runtime_error with a sentence where the library is missing.
    static const Curl &library();

    decltype(&curl_easy_init) easyInit;
    decltype(&curl_easy_cleanup) easyCleanup;
    decltype(&curl_easy_setopt) set;
    decltype(&curl_easy_getinfo) info;
    decltype(&curl_easy_header) header;
    decltype(&curl_easy_strerror) errorText;
    decltype(&curl_multi_strerror) multiErrorText;
    decltype(&curl_multi_init) multiInit;
    decltype(&curl_multi_cleanup) multiCleanup;
    decltype(&curl_multi_add_handle) add;
    decltype(&curl_multi_remove_handle) remove;
    decltype(&curl_multi_perform) perform;
    decltype(&curl_multi_poll) poll;
    decltype(&curl_multi_wakeup) wakeUp;
    decltype(&curl_multi_info_read) readInfo;
    decltype(&curl_slist_append) append;
    decltype(&curl_slist_free_all) freeAll;
};

} // namespace tenfold
