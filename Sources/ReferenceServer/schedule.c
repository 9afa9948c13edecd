#include "schedule.h"

static struct connection *heap[most_connections];
static int count;

static void put(struct connection *connection, int place) {
  heap[place] = connection;
  connection->place = place;
}

static void swap(int a, int b) {
  struct connection *other = heap[a];
  put(heap[b], a);
  put(other, b);
}

static void rise(int place) {
  while (place > 0 && heap[(place - 1) / 2]->due > heap[place]->due) {
    swap(place, (place - 1) / 2);
    place = (place - 1) / 2;
  }
}

static void sink(int place) {
  for (;;) {
    int earliest = place;
    for (int child = 2 * place + 1; child <= 2 * place + 2 && child < count; child++) {
      if (heap[child]->due < heap[earliest]->due) earliest = child;
    }
    if (earliest == place) return;
    swap(place, earliest);
    place = earliest;
  }
}

void schedule_insert(struct connection *connection) {
  put(connection, count);
  rise(count++);
}

void schedule_remove(struct connection *connection) {
  int place = connection->place;
  if (place < 0) return;
  connection->place = -1;
  if (place == --count) return;
  put(heap[count], place);
  sink(place);
  rise(place);
}

struct connection *schedule_first(void) { return count > 0 ? heap[0] : 0; }

void schedule_first_moved(void) { sink(0); }
