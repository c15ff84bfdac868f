/** Reads SQLite's schema for the generator and stores its rows in one transaction per filling. */
package dev.stairway.data.sqlite;
