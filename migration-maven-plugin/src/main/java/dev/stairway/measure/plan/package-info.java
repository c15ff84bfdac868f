/**
 * What a migration does to the queries of an application: whether they still work, how they are planned, and which indexes
 * serve none of them. Judges nothing; what a product has of its own is in a package below.
 */
package dev.stairway.measure.plan;
