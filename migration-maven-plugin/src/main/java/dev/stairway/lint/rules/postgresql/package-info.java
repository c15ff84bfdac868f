/** What PostgreSQL does under its locks, and what it cannot do at all: locks, scans, rewrites, versions and its own types. */
package dev.stairway.lint.rules.postgresql;
