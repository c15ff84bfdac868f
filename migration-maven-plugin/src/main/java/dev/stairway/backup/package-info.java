/**
 * Backups: taking one before a migration, telling a damaged one, getting the database back from it, and the drill that proves
 * that the way back is one. One package below per product; no product knows another.
 */
package dev.stairway.backup;
