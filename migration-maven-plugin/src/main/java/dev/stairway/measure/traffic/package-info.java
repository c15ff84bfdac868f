/**
 * Clients that read and write the tables of a migration while it runs, and what they met. What a product has of its own is in
 * the packages below.
 */
package dev.stairway.measure.traffic;
