// SQLite as Swift can import it: the constant for "copy this text now" is a cast, which Swift does not read.
#ifndef BAKEOFF_CSQLITE_SHIM_H
#define BAKEOFF_CSQLITE_SHIM_H

#include <sqlite3.h>

static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text) {
  return sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
}

#endif
