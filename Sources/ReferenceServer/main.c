// A server that knows the truth: it streams chat completions in the shape that the model's name asks for.
//
// `sim-t50-i20000-n100` sends its first chunk 50 ms after the request has been read, then one every 20,000 us, 100 in
// all, then a finish chunk, a usage chunk and [DONE]. Each chunk carries "t0" (when the request had been read) and "t"
// (when the chunk was written), CLOCK_MONOTONIC nanoseconds, so that a client on this machine can be held against them.
//
// Usage: ReferenceServer [PORT]. Prints the port it listens on, and serves until its parent or a signal ends it.
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "answer.h"
#include "clock.h"
#include "schedule.h"

enum {
  most_events = 512,
  longest_burst = 4096,  // chunks between two looks at the sockets
  retry_delay = 200000,  // nanoseconds until a full connection is asked again
};

static struct connection *connections[most_connections];
static int poller, listener;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void watch(int operation, int descriptor, uint32_t events) {
  struct epoll_event event = {.events = events, .data.fd = descriptor};
  if (epoll_ctl(poller, operation, descriptor, &event)) fail("epoll_ctl");
}

static void drop(struct connection *connection) {
  schedule_remove(connection);
  connections[connection->descriptor] = NULL;
  connection_close(connection);
}

// Drops a connection whose client is gone; watches for room in the sockets of the others where it is needed.
static void settle(struct connection *connection, bool is_alive, bool waited_for_room) {
  if (!is_alive) {
    drop(connection);
  } else if (connection->waits_for_room != waited_for_room) {
    watch(EPOLL_CTL_MOD, connection->descriptor, EPOLLIN | (connection->waits_for_room ? EPOLLOUT : 0));
  }
}

static void listen_on(int port) {
  int yes = 1;
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (listener < 0) fail("socket");
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 8192)) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &length)) fail("getsockname");
  watch(EPOLL_CTL_ADD, listener, EPOLLIN);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
}

static void accept_all(void) {
  int descriptor, yes = 1;
  while ((descriptor = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    struct connection *connection = descriptor < most_connections ? connection_open(descriptor) : NULL;
    if (!connection) {
      close(descriptor);
      continue;
    }
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    connections[descriptor] = connection;
    watch(EPOLL_CTL_ADD, descriptor, EPOLLIN);
  }
  if (errno == EMFILE || errno == ENFILE) fail("accept4");
}

static void attend(struct connection *connection, uint32_t events) {
  bool waited = connection->waits_for_room, is_alive = true;
  if (events & EPOLLOUT) is_alive = connection_flush(connection) && answer_requests(connection);
  if (is_alive && events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
    is_alive = connection_receive(connection) && answer_requests(connection);
  }
  settle(connection, is_alive, waited);
}

static void send_what_is_due(void) {
  uint64_t now = clock_now();
  struct connection *connection;
  for (int sent = 0; sent < longest_burst && (connection = schedule_first()) && connection->due <= now; sent++) {
    if (!connection_has_room(connection)) {
      connection->due = now + retry_delay;
      schedule_first_moved();
    } else {
      bool waited = connection->waits_for_room;
      settle(connection, answer_next_chunk(connection), waited);
    }
  }
}

static struct timespec patience(void) {
  struct connection *first = schedule_first();
  if (!first) return (struct timespec){.tv_sec = 1};
  uint64_t now = clock_now(), left = first->due > now ? first->due - now : 0;
  return (struct timespec){.tv_sec = (time_t)(left / 1000000000u), .tv_nsec = (long)(left % 1000000000u)};
}

static void serve(void) {
  struct epoll_event events[most_events];
  for (;;) {
    struct timespec timeout = patience();
    int count = epoll_pwait2(poller, events, most_events, &timeout, NULL);
    for (int i = 0; i < count; i++) {
      int descriptor = events[i].data.fd;
      if (descriptor == listener) {
        accept_all();
      } else if (connections[descriptor]) {
        attend(connections[descriptor], events[i].events);
      }
    }
    send_what_is_due();
  }
}

int main(int count, char **words) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  poller = epoll_create1(0);
  if (poller < 0) fail("epoll_create1");
  listen_on(count > 1 ? atoi(words[1]) : 0);
  serve();
}
