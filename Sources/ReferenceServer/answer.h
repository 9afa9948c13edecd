// What is said over HTTP: requests are read, streams of chunks are written.
#ifndef ANSWER_H
#define ANSWER_H

#include "connection.h"

// Answers the requests that have come in whole; false when the client is gone.
bool answer_requests(struct connection *connection);

// Sends the stream's next chunk, or its end behind the last one; false when the client is gone.
bool answer_next_chunk(struct connection *connection);

#endif
