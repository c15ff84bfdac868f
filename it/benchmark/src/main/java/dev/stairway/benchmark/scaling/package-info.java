/** How well a cost that was measured on small tables is forecast for a big one: the twelve statements on PostgreSQL. */
package dev.stairway.benchmark.scaling;
