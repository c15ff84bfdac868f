/** PostgreSQL: every check is a query that the catalog writes. */
package dev.stairway.integrity.postgres;
