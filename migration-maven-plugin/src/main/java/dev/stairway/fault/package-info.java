/**
 * What becomes of a migration when the line breaks, a lock or memory cannot be had, or the disk is full: faults are put on a
 * real server, and the state afterwards and the next run are looked at. No Maven type may enter.
 */
package dev.stairway.fault;
