/**
 * The only place for types of SQLite's driver. Loaded once more for every release of it that is in use, beside its classes;
 * so nobody may refer to this package but by its name.
 */
package dev.stairway.database.sqlite.driver;
