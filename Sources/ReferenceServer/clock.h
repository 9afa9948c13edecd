#ifndef CLOCK_H
#define CLOCK_H

#include <stdint.h>
#include <time.h>

enum { nanoseconds_per_microsecond = 1000, nanoseconds_per_millisecond = 1000000 };

// CLOCK_MONOTONIC in nanoseconds: the clock of all stamps, here and in the clients.
static inline uint64_t clock_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

#endif
