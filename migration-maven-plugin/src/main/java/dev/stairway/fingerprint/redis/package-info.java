/**
 * Redis: every key is a row of a table that is named by the pattern of its key, functions and patterns are the schema.
 * Reads by plain typed commands, never DUMP, whose bytes depend on encoding, version and chance.
 */
package dev.stairway.fingerprint.redis;
