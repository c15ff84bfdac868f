/** A run in a JVM of its own: what goes over, what comes back, and the end of both. */
package dev.stairway.fork;
