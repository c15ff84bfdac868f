/** What the generator has to know of a table, and the room where rows are stored. */
package dev.stairway.data.model;
