/** What {@code pg_dump --format=plain} writes. */
package dev.stairway.release.postgres;
