/** Server processes that end with this JVM, their output, their ports and their secrets. Knows nothing of databases. */
package dev.stairway.database.process;
