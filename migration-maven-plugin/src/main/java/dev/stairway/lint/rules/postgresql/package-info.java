/** Dangers that only PostgreSQL knows. */
package dev.stairway.lint.rules.postgresql;
