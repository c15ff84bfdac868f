package dev.stairway.data.check;

import java.util.HashSet;
import java.util.Set;

/** The columns that an expression speaks of. */
public final class Columns {

    private Columns() {}

    /** Their names. */
    public static Set<String> of(Expression expression) {
        Set<String> names = new HashSet<>();
        Renamer.rename(expression, name -> {
            names.add(name);
            return name;
        });
        return names;
    }
}
