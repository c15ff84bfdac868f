package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;

/** A view with what it reads. @param isNew true when it was made in the release that is judged */
public record View(Name name, Query query, boolean materialized, boolean isNew) {}
