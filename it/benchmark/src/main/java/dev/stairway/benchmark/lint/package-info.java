/** What it costs to read many migrations and to ask every rule about them, in a small heap. */
package dev.stairway.benchmark.lint;
