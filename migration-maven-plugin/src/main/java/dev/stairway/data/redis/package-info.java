/** Keys for Redis: fixtures, a generator of any size, and more keys like those that are there. Speaks to the server only. */
package dev.stairway.data.redis;
