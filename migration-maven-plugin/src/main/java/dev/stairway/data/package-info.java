/** Valid rows for any schema, from a seed. Knows databases only. */
package dev.stairway.data;
