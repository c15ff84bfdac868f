/**
 * Plays cells again and again on fresh databases and measures what each migration costs, and what those feel who work
 * meanwhile. Judges limits; does not compare with earlier runs. Knows no product.
 */
package dev.stairway.perf;
