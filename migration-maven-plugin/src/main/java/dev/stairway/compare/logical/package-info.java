/** A schema as far as every product has one, so that two products can be compared; pure records, without any database. */
package dev.stairway.compare.logical;
