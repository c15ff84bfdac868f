/** Says what is wrong with queries and indexes after migrations. Pure; knows no product. */
package dev.stairway.perf.query;
