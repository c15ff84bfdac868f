/** The metrics document as the renderer reads it: tolerant records, the version checked first. Nothing of the plugin may enter. */
package dev.stairway.report.document;
