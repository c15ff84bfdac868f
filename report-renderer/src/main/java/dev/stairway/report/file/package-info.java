/** How files are written. Depends on nothing. */
package dev.stairway.report.file;
