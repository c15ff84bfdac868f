package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether a constraint proves that a column holds no NULL. */
public final class NotNullProof {

    private NotNullProof() {}

    /** True when every row is known to obey such a constraint. */
    public static boolean exists(StatementView statement, Earlier earlier, Name table, Name column) {
        List<Constraint> drawn =
                statement.schema().table(table).map(Table::constraints).orElse(List.of());
        return earlier.validatedUnseen(table).anyMatch(name -> speaksOf(name, column))
                || Stream.concat(drawn.stream(), earlier.constraints(table).stream())
                        .anyMatch(constraint -> earlier.obeyed(table, constraint) && says(constraint, column));
    }

    /** True when the schema tells it: the column is not null already, or a valid constraint of its table asks for that. */
    public static boolean drawn(Schema schema, Name table, Name column) {
        return schema.table(table)
                .filter(known -> isNotNull(known, column)
                        || known.constraints().stream()
                                .anyMatch(constraint -> !constraint.notValid() && says(constraint, column)))
                .isPresent();
    }

    private static boolean isNotNull(Table table, Name column) {
        return table.column(column).filter(Column::notNull).isPresent()
                || table.all(Kind.PRIMARY_KEY).stream().anyMatch(key -> Names.contains(key.columns(), column));
    }

    /** One that nobody has seen made is judged by its name: people name what proves a column after it. */
    public static boolean speaksOf(String constraint, Name column) {
        String name = constraint.toLowerCase(Locale.ROOT);
        return name.contains(column.name().toLowerCase(Locale.ROOT)) && !name.matches("fk_.*|.*_fk|.*_fkey");
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
                && NullConditions.excludesNull(constraint.check().text(), column);
    }
}
