package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import java.util.List;

/** Any object that is no table, index, view or trigger. @param values of an enum, in order; empty otherwise */
record Thing(ObjectKind kind, Name name, List<String> values, boolean isNew) {
    Thing {
        values = List.copyOf(values);
    }
}
