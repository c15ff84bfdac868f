/**
 * Database handles: start a server, make a fresh database, open sessions, checkpoint, restore, close. No engine, no
 * fingerprint and no Maven type may enter; the only types on the edge are the JDK's.
 */
package dev.stairway.database;
