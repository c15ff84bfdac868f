/** The logical schema from PostgreSQL's catalogs. */
package dev.stairway.catalog.postgres;
