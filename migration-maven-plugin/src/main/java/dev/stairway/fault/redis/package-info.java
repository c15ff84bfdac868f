/** Faults of Redis. */
package dev.stairway.fault.redis;
