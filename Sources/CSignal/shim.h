// Signals as bytes in a pipe: a handler may call next to nothing, and Swift promises nothing about what its code calls.
#ifndef BAKEOFF_CSIGNAL_SHIM_H
#define BAKEOFF_CSIGNAL_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

// The writing end; set before the first handler stands. The functions below are for one Swift file: each file that
// calls them may get a variable of its own.
static int csignal_pipe = -1;

// A full pipe loses nothing that matters: the program has been told hundreds of times by then.
static void csignal_note(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(csignal_pipe, &byte, 1);
  (void)written;
  errno = error;
}

// Whether a signal is ignored, as nohup(1) and a shell's background leave it.
static inline int csignal_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

// From now on a signal is a byte in the pipe, unless it was ignored; calls that it interrupts go on.
static inline void csignal_catch(int number, int pipe) {
  struct sigaction action;
  if (csignal_is_ignored(number)) return;
  csignal_pipe = pipe;
  action.sa_handler = csignal_note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

#endif
