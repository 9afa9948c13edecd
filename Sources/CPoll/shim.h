// poll(2) with a patience in nanoseconds as Swift can import it: the C library declares it for those only who ask with
// _GNU_SOURCE, which a module cannot.
#ifndef BAKEOFF_CPOLL_SHIM_H
#define BAKEOFF_CPOLL_SHIM_H

#if defined(__linux__)
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <time.h>

extern int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *patience, const sigset_t *mask);

// Without a patience it waits for ever.
static inline int cpoll_wait(struct pollfd *fds, nfds_t count, const struct timespec *patience) {
  return ppoll(fds, count, patience, NULL);
}
#endif

#endif
