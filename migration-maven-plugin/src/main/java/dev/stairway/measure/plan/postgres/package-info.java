/** Queries and indexes of PostgreSQL. */
package dev.stairway.measure.plan.postgres;
