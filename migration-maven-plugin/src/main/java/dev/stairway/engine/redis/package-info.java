/**
 * Our own engine for Redis, through Redisson. No type of Redisson or Netty leaves it, except by {@code dev.stairway.redis},
 * whose users ask for them.
 */
package dev.stairway.engine.redis;
