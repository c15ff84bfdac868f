package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a constraint proves that a column holds no NULL. */
public final class NotNullProof {

    private static final Pattern OR = Pattern.compile("\\bor\\b", Pattern.CASE_INSENSITIVE);

    private NotNullProof() {}

    /** True when every row is known to obey such a constraint. */
    public static boolean exists(StatementView statement, Earlier earlier, Name table, Name column) {
        List<Constraint> drawn =
                statement.schema().table(table).map(Table::constraints).orElse(List.of());
        return Stream.concat(drawn.stream(), earlier.constraints(table).stream())
                .anyMatch(constraint -> earlier.obeyed(table, constraint) && says(constraint, column));
    }

    /** True when it asks for a value in every row: {@code CHECK (column IS NOT NULL)}, also among others joined by AND. */
    public static boolean says(Constraint constraint, Name column) {
        if (constraint.notEnforced()) {
            return false;
        }
        if (constraint.kind() == Kind.NOT_NULL) {
            return Names.contains(constraint.columns(), column);
        }
        return constraint.kind() == Kind.CHECK
                && constraint.check() != null
                && says(constraint.check().text(), column);
    }

    private static boolean says(String check, Name column) {
        String plain = check.replaceAll("[()\"\\s]+", " ").toLowerCase(Locale.ROOT);
        Pattern wanted =
                Pattern.compile("(^|[ .])" + Pattern.quote(column.name().toLowerCase(Locale.ROOT)) + " is not null\\b");
        return wanted.matcher(plain).find() && !OR.matcher(plain).find();
    }
}
