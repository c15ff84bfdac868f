package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Expression;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a condition finds a few rows that somebody has named, or may find any number of them. */
public final class Selective {

    private static final Pattern NAMED = Pattern.compile(
            "(?is)^\\(*\\s*[\\w.\"]+\\s*(=\\s*(-?\\d+|'[^']*')|in\\s*\\(\\s*(-?\\d+|'[^']*')[^a-z]*\\)).*");

    private Selective() {}

    /** False only for a condition that begins with a key that is written out: {@code id = 7 and ...}. @param where null for none */
    public static boolean everyRow(Expression where) {
        if (where == null) {
            return true;
        }
        boolean key = where.columns().stream().anyMatch(Selective::keyLike);
        return !(key && !where.subquery() && NAMED.matcher(where.text()).matches());
    }

    private static boolean keyLike(String column) {
        return Set.of("id", "code", "key", "name", "slug", "uuid").contains(column)
                || column.endsWith("_id")
                || column.endsWith("_key")
                || column.endsWith("_code");
    }
}
