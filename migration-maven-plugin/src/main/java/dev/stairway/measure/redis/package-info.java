/** Clients that work on keys of Redis meanwhile, and the account of what became of everything they had confirmed. */
package dev.stairway.measure.redis;
