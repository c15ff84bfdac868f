/** Waivers that stand where a migration is written. Pure. */
package dev.stairway.lint.waiver;
