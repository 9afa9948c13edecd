// libcurl as Swift can import it: C's variadic setters become inline functions of fixed types.
#ifndef BAKEOFF_CLIBCURL_SHIM_H
#define BAKEOFF_CLIBCURL_SHIM_H

#include <curl/curl.h>

#if LIBCURL_VERSION_NUM < 0x075100
#error "bakeoff needs libcurl 7.81 or newer"
#endif

#endif
