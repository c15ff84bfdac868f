/**
 * The dialect of every product that has none of its own: the schema as the driver tells it, with what is known of the
 * product's catalog besides, and every row.
 */
package dev.stairway.fingerprint.generic;
