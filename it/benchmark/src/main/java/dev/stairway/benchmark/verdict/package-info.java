/** How often goal {@code perf} is wrong about what has become more expensive, alone and with load beside. */
package dev.stairway.benchmark.verdict;
