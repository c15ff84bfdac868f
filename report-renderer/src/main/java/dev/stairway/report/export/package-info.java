/** The same findings for machines: JUnit XML for the build server, Markdown for a job summary. */
package dev.stairway.report.export;
