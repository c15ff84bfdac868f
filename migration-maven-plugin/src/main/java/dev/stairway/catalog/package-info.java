/** Reads the schema of a database as far as every product has one; chooses the reader of a product. */
package dev.stairway.catalog;
