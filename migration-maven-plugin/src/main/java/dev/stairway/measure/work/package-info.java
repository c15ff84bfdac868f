/** Counts the work that a step asks of a server. */
package dev.stairway.measure.work;
