/** Dangers of SQL that every product shares: data that goes, code that breaks, rows that a step fails on. */
package dev.stairway.lint.rules.generic;
