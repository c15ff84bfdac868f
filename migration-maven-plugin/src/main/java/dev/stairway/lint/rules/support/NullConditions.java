package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Name;
import java.util.Locale;
import java.util.regex.Pattern;

/** Conditions by what they say of NULL. */
public final class NullConditions {

    private NullConditions() {}

    /** True when it, or a part that has to hold, is {@code column IS NOT NULL}: PostgreSQL itself concludes little more. */
    public static boolean excludesNull(String condition, Name column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (!condition.toLowerCase(Locale.ROOT).contains(name)) {
            return false;
        }
        Pattern says = Pattern.compile(
                "(?:[\\w\"]+\\s*\\.\\s*)?\\(*\\s*\"?"
                        + Pattern.quote(name)
                        + "\"?\\s*\\)*\\s+(is\\s+not\\s+null|notnull)",
                Pattern.CASE_INSENSITIVE);
        return Parentheses.conjuncts(condition).stream()
                .anyMatch(part -> says.matcher(part.strip()).matches());
    }
}
