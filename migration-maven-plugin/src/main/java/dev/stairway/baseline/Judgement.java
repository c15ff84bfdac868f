package dev.stairway.baseline;

/**
 * What became of one figure.
 *
 * @param limit ratio above which it is a regression
 * @param p probability by chance; null where nothing is sampled
 * @param verdict as in {@link dev.stairway.metrics.Performance.ComparisonEntry}
 * @param why one sentence with both numbers
 */
record Judgement(double limit, Double p, String verdict, String why) {}
