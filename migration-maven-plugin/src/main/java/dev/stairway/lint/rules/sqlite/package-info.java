/** Rules about SQLite: what its ALTER TABLE cannot do, what its transactions do not hold, and what it forgives silently. */
package dev.stairway.lint.rules.sqlite;
