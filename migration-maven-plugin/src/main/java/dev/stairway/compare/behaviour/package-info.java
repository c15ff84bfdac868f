/** What databases do with the same statements and rows, side by side; products are known by their {@code DatabaseId} only. */
package dev.stairway.compare.behaviour;
