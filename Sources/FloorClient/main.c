// The floor that a client can reach: one epoll thread, one recv and one clock read per wake-up, nothing decoded.
//
// Usage: FloorClient STREAMS REQUESTS MODEL PORT SPREAD_US [FILE]
// Sends REQUESTS over STREAMS connections to a ReferenceServer, the first of each spread evenly over SPREAD_US
// microseconds, and prints a line; FILE gets every sample (see write_samples).
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>

enum { most_events = 256, end_length = 7, read_size = 1 << 18 };

struct stream {
  int descriptor;
  int64_t sent, first;
  char tail[end_length];
};

static struct stream *streams;
static int poller, stream_count, started;
static long request_count;
static long sent_count, ended_count;
static int64_t begun, spread;

static char request[1024];
static size_t request_length;

static int64_t *first_errors, *chunk_errors;
static long first_error_count, chunk_error_count, chunk_capacity;

static int64_t clock_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000ll + time.tv_nsec;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void fail_with(const char *sentence) {
  fprintf(stderr, "%s\n", sentence);
  exit(1);
}

static void *space(long count, size_t size) {
  void *bytes = calloc((size_t)count, size);
  if (!bytes) fail("calloc");
  return bytes;
}

static void connect_to(int port, int index) {
  int yes = 1;
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  if (descriptor < 0) fail("socket");
  if (connect(descriptor, (struct sockaddr *)&address, sizeof address)) fail("connect");
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)index};
  if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) fail("epoll_ctl");
  streams[index].descriptor = descriptor;
}

static void send_request(struct stream *stream) {
  stream->first = 0;
  memset(stream->tail, 0, end_length);
  sent_count++;
  stream->sent = clock_now();
  ssize_t count = send(stream->descriptor, request, request_length, MSG_NOSIGNAL);
  if (count != (ssize_t)request_length) fail("send");
}

// Sends the first requests that are due; the time until the next one is, in nanoseconds, or -1 when all have left.
static int64_t start_due_streams(void) {
  while (started < stream_count) {
    int64_t left = begun + spread * started / stream_count - clock_now();
    if (left > 0) return left;
    send_request(&streams[started++]);
  }
  return -1;
}

// A chunk's own stamp is behind "t":, its request's behind "t0":; a stamp that the read cut in two is left out.
static void note_chunks(struct stream *stream, const char *bytes, const char *end, int64_t now) {
  const char *next = bytes;
  while ((next = memmem(next, (size_t)(end - next), "\"t\":", 4))) {
    char *rest;
    int64_t written = (int64_t)strtoull(next + 4, &rest, 10);
    if (rest == end || chunk_error_count == chunk_capacity) return;
    next = rest;
    chunk_errors[chunk_error_count++] = now - written;
    if (stream->first) continue;
    stream->first = now;
    const char *request_stamp = memmem(bytes, (size_t)(end - bytes), "\"t0\":", 5);
    if (!request_stamp) continue;
    int64_t read_at = (int64_t)strtoull(request_stamp + 5, NULL, 10);
    first_errors[first_error_count++] = (now - stream->sent) - (written - read_at);
  }
}

static int ends_response(struct stream *stream, const char *bytes, size_t length) {
  if (length >= end_length) {
    memcpy(stream->tail, bytes + length - end_length, end_length);
  } else {
    memmove(stream->tail, stream->tail + length, end_length - length);
    memcpy(stream->tail + end_length - length, bytes, length);
  }
  return memcmp(stream->tail, "\r\n0\r\n\r\n", end_length) == 0;
}

static void receive(struct stream *stream) {
  static char bytes[read_size + 1];
  ssize_t length = recv(stream->descriptor, bytes, read_size, MSG_DONTWAIT);
  int64_t now = clock_now();
  if (length < 0 && errno == EAGAIN) return;
  if (length < 0) fail("recv");
  if (length == 0) fail_with("The server closed a connection.");
  bytes[length] = 0;
  note_chunks(stream, bytes, bytes + length, now);
  if (!ends_response(stream, bytes, (size_t)length)) return;
  ended_count++;
  if (sent_count < request_count) send_request(stream);
}

static void run(void) {
  struct epoll_event events[most_events];
  begun = clock_now();
  while (ended_count < request_count) {
    int64_t left = start_due_streams();
    struct timespec timeout = {.tv_sec = left / 1000000000, .tv_nsec = left % 1000000000};
    int count = epoll_pwait2(poller, events, most_events, left < 0 ? NULL : &timeout, NULL);
    for (int i = 0; i < count; i++) receive(&streams[events[i].data.u32]);
  }
}

// Not rusage's: that begins with what the process that started this one had.
static int64_t peak_memory(void) {
  char line[256];
  long kilobytes = 0;
  FILE *file = fopen("/proc/self/status", "r");
  if (!file) fail("/proc/self/status");
  while (fgets(line, sizeof line, file) && sscanf(line, "VmHWM: %ld", &kilobytes) != 1) continue;
  fclose(file);
  return kilobytes * 1024;
}

static void write_errors(const int64_t *errors, int64_t count, FILE *file) {
  fwrite(&count, sizeof count, 1, file);
  fwrite(errors, sizeof *errors, (size_t)count, file);
}

// 64-bit integers of this machine: nanoseconds in all, the most bytes of memory, then the count of first chunks, the
// error of each in nanoseconds, and the same of all chunks.
static void write_samples(const char *path, int64_t elapsed) {
  FILE *file = fopen(path, "wb");
  if (!file) fail(path);
  int64_t head[] = {elapsed, peak_memory()};
  fwrite(head, sizeof head, 1, file);
  write_errors(first_errors, first_error_count, file);
  write_errors(chunk_errors, chunk_error_count, file);
  if (ferror(file) | fclose(file)) fail(path);
}

static void prepare(const char *model) {
  char body[512];
  long chunks = 0;
  if (strlen(model) > 64 || sscanf(model, "sim-t%*d-i%*d-n%ld", &chunks) != 1 || chunks < 1) {
    fail_with("The model's name says its shape: sim-t50-i20000-n100.");
  }
  int length = sprintf(
      body, "{\"model\":\"%s\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}", model);
  request_length = (size_t)sprintf(
      request,
      "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
      length, body);
  chunk_capacity = request_count * chunks;
  first_errors = space(request_count, sizeof *first_errors);
  chunk_errors = space(chunk_capacity, sizeof *chunk_errors);
}

int main(int count, char **words) {
  if (count < 6) fail_with("Usage: FloorClient STREAMS REQUESTS MODEL PORT SPREAD_US [FILE]");
  stream_count = atoi(words[1]);
  request_count = atol(words[2]);
  spread = atoll(words[5]) * 1000;
  if (stream_count < 1 || request_count < stream_count) fail_with("Give one stream or more, and a request for each.");
  prepare(words[3]);
  streams = space(stream_count, sizeof *streams);
  poller = epoll_create1(0);
  if (poller < 0) fail("epoll_create1");
  for (int i = 0; i < stream_count; i++) connect_to(atoi(words[4]), i);
  run();
  int64_t elapsed = clock_now() - begun;
  if (count > 6) write_samples(words[6], elapsed);
  printf("%ld requests, %ld chunks, %.2f s\n", ended_count, chunk_error_count, (double)elapsed / 1e9);
}
