/**
 * Judges what two readings of a database show: schemas, rows and keys before, after and back again. Pure: it asks no
 * database, and every class can be tried with readings alone.
 */
package dev.stairway.judge;
