/** Two metrics documents and tolerances to verdicts that carry both numbers. Knows the metrics records only. */
package dev.stairway.baseline;
