/** Clients over JDBC: what PostgreSQL and SQLite share, and what each has of its own. */
package dev.stairway.measure.traffic.jdbc;
