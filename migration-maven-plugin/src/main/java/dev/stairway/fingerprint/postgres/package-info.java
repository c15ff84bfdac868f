/** PostgreSQL 14 and later: catalogs and rows read inside the step's own transaction. Speaks plain JDBC. */
package dev.stairway.fingerprint.postgres;
