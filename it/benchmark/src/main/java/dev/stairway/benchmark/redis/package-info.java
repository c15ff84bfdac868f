/**
 * What the Redis rooms cost, measured against the best plain pipelined client over the same connection class on one embedded
 * server per database. Never published.
 */
package dev.stairway.benchmark.redis;
