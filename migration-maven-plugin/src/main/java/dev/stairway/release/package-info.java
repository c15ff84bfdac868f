/** Brings a database into the state of a release, from the SQL that the product's own tools have dumped. */
package dev.stairway.release;
