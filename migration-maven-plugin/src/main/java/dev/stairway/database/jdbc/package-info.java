/** The session that holds back the last commit and records statements, for any JDBC driver. */
package dev.stairway.database.jdbc;
