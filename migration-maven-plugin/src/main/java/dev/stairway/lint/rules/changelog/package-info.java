/**
 * Dangers of changelogs: ways back that are missing, empty or wrong, what is hidden from the history, what runs otherwise than
 * it is written. Here migrations are looked at as a whole, with what their engine says of them.
 */
package dev.stairway.lint.rules.changelog;
