/** The façade of the renderer. Reads a metrics file and writes reports; never touches a database, never decides anything. */
package dev.stairway.report;
