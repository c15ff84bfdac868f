/** What the {@code .dump} command of SQLite's shell writes. */
package dev.stairway.release.sqlite;
