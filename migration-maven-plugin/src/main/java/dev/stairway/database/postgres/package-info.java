/** PostgreSQL: our own launcher over unpacked binaries, a database per cell, a session over a reset connection. */
package dev.stairway.database.postgres;
