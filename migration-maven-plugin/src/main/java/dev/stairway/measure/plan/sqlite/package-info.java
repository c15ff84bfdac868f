/** Queries and indexes of SQLite. */
package dev.stairway.measure.plan.sqlite;
