/** User-facing failures. Depends on nothing; everything may use it. */
package dev.stairway.problem;
