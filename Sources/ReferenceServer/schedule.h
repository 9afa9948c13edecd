// The connections that have a chunk to send, the earliest first: a binary heap of their due times.
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include "connection.h"

enum { most_connections = 65536 };

void schedule_insert(struct connection *connection);
void schedule_remove(struct connection *connection);

// NULL when nothing is due at any time.
struct connection *schedule_first(void);

// To be called when the first connection's due time has grown.
void schedule_first_moved(void);

#endif
