/**
 * Any database that has a JDBC driver: what is known of it is what the driver tells through {@link
 * java.sql.DatabaseMetaData}. Products of which more is known have packages of their own.
 */
package dev.stairway.database.generic;
