/** What products cannot do alike, one class per reason; products are known by their names only. */
package dev.stairway.compare.schema.known;
