/**
 * Servers of any product but PostgreSQL, SQLite and Redis that the user named by a JDBC URL: the six locks, the mark, the book
 * of what was made, and what each product lets be seen. Knows no driver; the user brings it.
 */
package dev.stairway.database.named;
