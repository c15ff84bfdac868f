/** Clients of Redis. */
package dev.stairway.measure.traffic.redis;
