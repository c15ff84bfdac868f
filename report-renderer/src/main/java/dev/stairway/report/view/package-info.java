/** Metrics document to page model: labels, numbers with units, order and chart series. Pure functions; no file, no HTML. */
package dev.stairway.report.view;
