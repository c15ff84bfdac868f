/** Reads PostgreSQL's catalogs for the generator and stores its rows; few round trips, whatever the number of tables. */
package dev.stairway.data.postgres;
