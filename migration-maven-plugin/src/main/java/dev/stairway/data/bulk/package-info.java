/** Plans for many rows: every cell follows from the number of its row, so that nothing is kept of the rows before. */
package dev.stairway.data.bulk;
