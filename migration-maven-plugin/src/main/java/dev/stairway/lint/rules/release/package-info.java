/** Dangers that no single migration shows, only the release as a whole. */
package dev.stairway.lint.rules.release;
