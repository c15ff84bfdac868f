/** Measures what others meet while a migration is under way. May use databases; knows no engine and judges nothing. */
package dev.stairway.measure;
