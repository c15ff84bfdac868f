/**
 * Redis: a small client of our own, our own launcher, a server process per open database.
 *
 * <p>Nothing but the JDK may enter: no client library of Redis, and no other product's package.
 */
package dev.stairway.database.redis;
