/**
 * Reads migrations for danger before they run: rules, their facts, and what they are shown. Knows statements and engines'
 * words; no database is ever asked here.
 */
package dev.stairway.lint;
