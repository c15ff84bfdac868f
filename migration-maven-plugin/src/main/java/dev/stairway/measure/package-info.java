/**
 * Measures what others meet while a migration is under way. May use databases; knows no engine and judges nothing. Who asks
 * sees interfaces and records that speak of no product; what a product has of its own is in a package below.
 */
package dev.stairway.measure;
