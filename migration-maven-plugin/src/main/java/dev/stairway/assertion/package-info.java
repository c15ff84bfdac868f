/** What users claim of their rows: queries and what they must answer. */
package dev.stairway.assertion;
