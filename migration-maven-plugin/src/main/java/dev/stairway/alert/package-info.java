/**
 * Tells a webhook how a run ended. Knows the metrics document only, sends no value of any row, and never fails or holds up a
 * build.
 */
package dev.stairway.alert;
