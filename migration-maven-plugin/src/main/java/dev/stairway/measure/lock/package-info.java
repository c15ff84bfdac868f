/** Says which locks a step takes, for how long, and who has to wait for them. */
package dev.stairway.measure.lock;
