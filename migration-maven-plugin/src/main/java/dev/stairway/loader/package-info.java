/** Class loaders that keep a library, in the version that a user chose, away from everybody else's. JDK types only. */
package dev.stairway.loader;
