#define _GNU_SOURCE
#include "answer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "schedule.h"

enum { largest_chunk = 1024 };

static const char stream_head[] =
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: text/event-stream\r\n"
    "Cache-Control: no-cache\r\n"
    "Transfer-Encoding: chunked\r\n\r\n";

static const char catalogue[] =
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: application/json\r\n"
    "Content-Length: 66\r\n\r\n"
    "{\"object\":\"list\",\"data\":[{\"id\":\"sim-t0-i0-n16\",\"object\":\"model\"}]}";

#define CHUNK_HEAD                                                                                 \
  "data: {\"id\":\"gen-%d\",\"object\":\"chat.completion.chunk\",\"created\":1763600000,"          \
  "\"model\":\"sim/model:free\",\"provider\":\"Sim\","

static const char token_format[] =
    CHUNK_HEAD
    "\"t0\":%llu,\"t\":%llu,\"choices\":[{\"index\":0,\"delta\":"
    "{\"role\":\"assistant\",\"content\":\"tok%ld \"},\"finish_reason\":null}]}\n\n";

static const char end_format[] =
    CHUNK_HEAD
    "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
    "\"finish_reason\":\"stop\"}]}\n\n"
    CHUNK_HEAD
    "\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":%ld,\"total_tokens\":%ld,\"cost\":0}}\n\n"
    "data: [DONE]\n\n";

static void append_chunk(struct connection *connection, const char *bytes, int length) {
  char size[16];
  int digits = sprintf(size, "%x\r\n", (unsigned)length);
  connection_append(connection, size, (size_t)digits);
  connection_append(connection, bytes, (size_t)length);
  connection_append(connection, "\r\n", 2);
}

static void append_token(struct connection *connection) {
  char event[largest_chunk];
  int length = snprintf(
      event, sizeof event, token_format, connection->descriptor, (unsigned long long)connection->read_at,
      (unsigned long long)clock_now(), connection->chunks - connection->chunks_left);
  append_chunk(connection, event, length);
}

static void append_end(struct connection *connection) {
  char events[largest_chunk];
  int length = snprintf(
      events, sizeof events, end_format, connection->descriptor, connection->descriptor, connection->chunks,
      connection->chunks + 12);
  append_chunk(connection, events, length);
  connection_append(connection, "0\r\n\r\n", 5);
}

bool answer_next_chunk(struct connection *connection) {
  if (connection->chunks_left > 0) {
    append_token(connection);
    connection->chunks_left--;
    connection->due += connection->interval;
    schedule_first_moved();
    return connection_flush(connection);
  }
  append_end(connection);
  connection->streams = false;
  schedule_remove(connection);
  return connection_flush(connection) && answer_requests(connection);
}

// The model's name says it all: sim-t<ms to the first chunk>-i<us between chunks>-n<chunks>.
static void begin_stream(struct connection *connection, const char *body) {
  long first = 0, interval = 0, chunks = 16;
  const char *model = strstr(body, "sim-t");
  if (model) sscanf(model, "sim-t%ld-i%ld-n%ld", &first, &interval, &chunks);
  connection_append(connection, stream_head, sizeof stream_head - 1);
  connection->streams = true;
  connection->chunks = connection->chunks_left = chunks;
  connection->interval = (uint64_t)interval * nanoseconds_per_microsecond;
  connection->read_at = clock_now();
  connection->due = connection->read_at + (uint64_t)first * nanoseconds_per_millisecond;
  schedule_insert(connection);
}

static size_t length_of_body(const char *head, const char *end) {
  const char *field = strcasestr(head, "content-length:");
  return field && field < end ? strtoul(field + strlen("content-length:"), NULL, 10) : 0;
}

static void drop_input(struct connection *connection, size_t length) {
  connection->input_length -= length;
  memmove(connection->input, connection->input + length, connection->input_length + 1);
}

bool answer_requests(struct connection *connection) {
  while (!connection->streams && connection->input_length > 0 && connection_has_room(connection)) {
    char *input = connection->input;
    const char *end = strstr(input, "\r\n\r\n");
    if (!end) return true;
    size_t head = (size_t)(end + 4 - input), length = head + length_of_body(input, end);
    if (connection->input_length < length) return true;
    if (strncmp(input, "GET ", 4) == 0) {
      connection_append(connection, catalogue, sizeof catalogue - 1);
    } else {
      begin_stream(connection, input + head);
    }
    drop_input(connection, length);
    if (!connection_flush(connection)) return false;
  }
  return true;
}
