/** Faults of PostgreSQL. */
package dev.stairway.fault.postgres;
