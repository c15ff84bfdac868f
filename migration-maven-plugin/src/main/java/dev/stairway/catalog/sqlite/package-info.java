/** The logical schema from SQLite's pragmas, and from the text of what made it for what no pragma tells. */
package dev.stairway.catalog.sqlite;
