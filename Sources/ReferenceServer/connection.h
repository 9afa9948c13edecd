// One client's connection: what it asks for, and the stream it is sent.
#ifndef CONNECTION_H
#define CONNECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { output_capacity = 8192 };

struct connection {
  int descriptor;
  bool streams;

  char *input;
  size_t input_length, input_capacity;

  // What the socket has not taken yet lies between output_sent and output_length.
  char output[output_capacity];
  size_t output_length, output_sent;
  bool waits_for_room;

  long chunks, chunks_left;
  uint64_t read_at;   // when the request had been read
  uint64_t interval;  // between two chunks, in nanoseconds
  uint64_t due;       // when the next chunk leaves
  int place;          // in the heap of due times; -1 when nothing is due
};

// NULL when memory is out.
struct connection *connection_open(int descriptor);
void connection_close(struct connection *connection);

// Reads what has come; false when the client is gone.
bool connection_receive(struct connection *connection);

// Whether a whole answer or chunk can be appended; only what the socket does not take fills the output.
bool connection_has_room(const struct connection *connection);

// Takes bytes to be sent.
void connection_append(struct connection *connection, const char *bytes, size_t length);

// Sends as much as the socket takes; false when the client is gone.
bool connection_flush(struct connection *connection);

#endif
