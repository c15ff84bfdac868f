/** What the lock trace says of twelve statements on a big table, and what it costs. */
package dev.stairway.benchmark.lock;
