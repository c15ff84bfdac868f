/** How a figure grows with the rows of a table. Pure: knows numbers only, no database and no clock. */
package dev.stairway.measure.scaling;
