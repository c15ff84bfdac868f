/** The same findings and figures for machines: JUnit XML, OpenMetrics, JSON for benchmarks; and Markdown for a job summary. */
package dev.stairway.report.export;
