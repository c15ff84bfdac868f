/** Values of every column type as text, from dice. Pure: no JDBC, no clock, no locale. */
package dev.stairway.data.value;
