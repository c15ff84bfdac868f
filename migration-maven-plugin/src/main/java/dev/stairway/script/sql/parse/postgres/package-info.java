/** From the tree of PostgreSQL's grammar to what a statement says: one class for each kind of statement or part. */
package dev.stairway.script.sql.parse.postgres;
