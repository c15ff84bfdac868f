/** Which commands a script of Redis sends, read from its text. Pure. */
package dev.stairway.script.redis.call;
