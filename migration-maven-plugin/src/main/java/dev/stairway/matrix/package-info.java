/** Options to an ordered list of cells. Pure: no I/O, no clock. */
package dev.stairway.matrix;
