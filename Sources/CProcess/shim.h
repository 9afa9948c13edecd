// prctl(2) as Swift can import it: C's variadic function becomes an inline one.
#ifndef BAKEOFF_CPROCESS_SHIM_H
#define BAKEOFF_CPROCESS_SHIM_H

#if defined(__linux__)
#include <sys/prctl.h>

// No other process of the user may look into this one's memory or environment, and the kernel writes no image of it.
static inline int cprocess_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L); }
#endif

#endif
