/** What a migration does to those who work beside it: twelve statements on a big table, and what is measured of them. */
package dev.stairway.benchmark.downtime;
