/** How the rows of a real database are spread, without any of their values: read from statistics, used by the generator. */
package dev.stairway.data.profile;
