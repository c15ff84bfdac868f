/** Schemas of databases side by side: what differs, since when, and what of it nobody can migrate away. */
package dev.stairway.compare.schema;
