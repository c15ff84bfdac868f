/** Promises of every product that has no dialect of its own: references and checks, asked in standard SQL. */
package dev.stairway.integrity.generic;
