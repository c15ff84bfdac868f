/** The schema as statements leave it, known without any database. */
package dev.stairway.lint.schema;
