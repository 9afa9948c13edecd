#define _GNU_SOURCE
#include "connection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { first_input_capacity = 16384, least_room = 4096 };

struct connection *connection_open(int descriptor) {
  struct connection *connection = calloc(1, sizeof *connection);
  if (!connection) return NULL;
  connection->descriptor = descriptor;
  connection->place = -1;
  connection->input_capacity = first_input_capacity;
  connection->input = malloc(first_input_capacity + 1);  // and a NUL, so that it can be searched as text
  if (connection->input) return connection;
  free(connection);
  return NULL;
}

void connection_close(struct connection *connection) {
  close(connection->descriptor);
  free(connection->input);
  free(connection);
}

static bool make_room(struct connection *connection) {
  if (connection->input_capacity - connection->input_length >= least_room) return true;
  char *larger = realloc(connection->input, connection->input_capacity * 2 + 1);
  if (!larger) return false;
  connection->input = larger;
  connection->input_capacity *= 2;
  return true;
}

bool connection_receive(struct connection *connection) {
  if (!make_room(connection)) return false;
  char *end = connection->input + connection->input_length;
  ssize_t count = recv(connection->descriptor, end, connection->input_capacity - connection->input_length, 0);
  if (count < 0) return errno == EAGAIN;
  connection->input_length += (size_t)count;
  connection->input[connection->input_length] = 0;
  return count > 0;
}

bool connection_has_room(const struct connection *connection) {
  return connection->output_length <= output_capacity / 2;
}

void connection_append(struct connection *connection, const char *bytes, size_t length) {
  if (connection->output_length + length > output_capacity) abort();  // nobody asked whether there is room
  memcpy(connection->output + connection->output_length, bytes, length);
  connection->output_length += length;
}

bool connection_flush(struct connection *connection) {
  while (connection->output_sent < connection->output_length) {
    ssize_t count = send(
        connection->descriptor, connection->output + connection->output_sent,
        connection->output_length - connection->output_sent, MSG_NOSIGNAL);
    if (count < 0) {
      connection->waits_for_room = true;
      return errno == EAGAIN;
    }
    connection->output_sent += (size_t)count;
  }
  connection->output_length = connection->output_sent = 0;
  connection->waits_for_room = false;
  return true;
}
