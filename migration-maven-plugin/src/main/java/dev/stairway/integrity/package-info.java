/**
 * What a database promises of its rows, asked of the rows themselves: foreign keys, unique keys, checks, counters. One
 * dialect package per product. Knows databases only: no engine, no walk, no fingerprint; tables go by qualified name.
 */
package dev.stairway.integrity;
