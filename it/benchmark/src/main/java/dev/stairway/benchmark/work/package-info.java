/** How far the counted work of the same migrations differs from run to run, alone and with load beside. */
package dev.stairway.benchmark.work;
