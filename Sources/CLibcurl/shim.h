// libcurl as Swift can import it: C's variadic setters become inline functions of fixed types.
#ifndef BAKEOFF_CLIBCURL_SHIM_H
#define BAKEOFF_CLIBCURL_SHIM_H

#include <curl/curl.h>
#include <errno.h>
#include <stdbool.h>
#ifdef __linux__
// For waiting for libcurl's sockets. Swift's module of the C library leaves it out, and the C libraries disagree whether
// its constants are macros or an enumeration.
#include <stdint.h>
#include <sys/epoll.h>
static const uint32_t clibcurl_epoll_in = EPOLLIN;
static const uint32_t clibcurl_epoll_out = EPOLLOUT;
#endif

#if LIBCURL_VERSION_NUM < 0x075100
#error "bakeoff needs libcurl 7.81 or newer"
#endif

static inline CURLcode clibcurl_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline CURLcode clibcurl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode clibcurl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

// The bytes are copied.
static inline CURLcode clibcurl_set_copied_blob(CURL *easy, CURLoption option, const void *bytes, size_t count) {
  struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
  return curl_easy_setopt(easy, option, &blob);
}

// The file of authorities that libcurl was built with, or NULL.
static inline const char *clibcurl_authorities_file(void) {
  const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
  return info->age >= CURLVERSION_SEVENTH ? info->cainfo : NULL;
}

static inline CURLcode clibcurl_set_receiver(CURL *easy, CURLoption option, curl_write_callback function) {
  return curl_easy_setopt(easy, option, function);
}

static inline CURLcode clibcurl_set_prerequest(CURL *easy, curl_prereq_callback function) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, function);
}

static inline CURLcode clibcurl_get_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode clibcurl_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode clibcurl_get_private(CURL *easy, void **value) {
  return curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)value);
}

static inline bool clibcurl_was_refused(CURL *easy) {
  long error = 0;
  return curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &error) == CURLE_OK && error == ECONNREFUSED;
}

static inline CURLMcode clibcurl_set_multi_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode clibcurl_set_multi_pointer(CURLM *multi, CURLMoption option, void *value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode clibcurl_set_socket_watcher(CURLM *multi, curl_socket_callback function) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, function);
}

static inline CURLMcode clibcurl_set_timer(CURLM *multi, curl_multi_timer_callback function) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, function);
}

// Of libcurl's many protocols only these two; the option that takes names came with 7.85, which deprecated the other.
static inline CURLcode clibcurl_allow_http_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// Without it a transfer that is removed while its name is looked up blocks its thread until the resolver answers.
static inline CURLcode clibcurl_abandon_lookups(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)easy;
  return CURLE_OK;
#endif
}

#endif
