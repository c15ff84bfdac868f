/**
 * What a run is held against: the figures of an earlier one, kept in version control, and verdicts that carry both numbers.
 * Knows the records of the metrics document and the counters, no product.
 */
package dev.stairway.baseline;
