#include "core/workloads/compute/curl.h"

#include <QLibrary>

#include <stdexcept>

namespace tenfold {

static Curl loaded()
{
    QLibrary file(QStringLiteral("curl"),
                  4); // its version of the interface, which has not changed since 2006
    if (!file.load())
        throw std::runtime_error(file.errorString().toStdString());
    Curl curl{};
    const auto resolve = [&file](auto &function, const char *name) {
        const QFunctionPointer found = file.resolve(name);
        if (!found)
            throw std::runtime_error(file.errorString().toStdString());
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(found);
    };
    decltype(&curl_global_init) globalInit = nullptr;
    resolve(globalInit, "curl_global_init");
    resolve(curl.easyInit, "curl_easy_init");
    resolve(curl.easyCleanup, "curl_easy_cleanup");
    resolve(curl.set, "curl_easy_setopt");
    resolve(curl.info, "curl_easy_getinfo");
    resolve(curl.header, "curl_easy_header");
    resolve(curl.errorText, "curl_easy_strerror");
    resolve(curl.multiErrorText, "curl_multi_strerror");
    resolve(curl.multiInit, "curl_multi_init");
    resolve(curl.multiCleanup, "curl_multi_cleanup");
    resolve(curl.add, "curl_multi_add_handle");
    resolve(curl.remove, "curl_multi_remove_handle");
    resolve(curl.perform, "curl_multi_perform");
    resolve(curl.poll, "curl_multi_poll");
    resolve(curl.wakeUp, "curl_multi_wakeup");
    resolve(curl.readInfo, "curl_multi_info_read");
    resolve(curl.append, "curl_slist_append");
    resolve(curl.freeAll, "curl_slist_free_all");
    if (const CURLcode code = globalInit(CURL_GLOBAL_DEFAULT); code != CURLE_OK)
        throw std::runtime_error(curl.errorText(code));
    return curl;
}

const Curl &Curl::library()
{
    static const Curl curl = loaded();
    return curl;
}

} // namespace tenfold
