package dev.stairway.lint.rules.support;

import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;

/** A column that SET NOT NULL need not look at, because a valid check has: https://www.postgresql.org/docs/current/sql-altertable.html. */
public final class ProvenNotNull {

    private ProvenNotNull() {}

    /** True when the table is known to have a validated CHECK (column IS NOT NULL), or the column is not null already. */
    public static boolean of(Schema schema, Name table, Name column) {
        return schema.table(table).map(known -> of(known, column)).orElse(false);
    }

    private static boolean of(Table table, Name column) {
        boolean already = table.column(column)
                .map(known -> known.notNull() || known.has(Kind.PRIMARY_KEY))
                .orElse(false);
        return already || table.constraints().stream().anyMatch(constraint -> proves(constraint, column));
    }

    private static boolean proves(Constraint constraint, Name column) {
        boolean valid = !constraint.notValid() && !constraint.notEnforced();
        if (constraint.kind() == Kind.PRIMARY_KEY || constraint.kind() == Kind.NOT_NULL) {
            return valid && constraint.columns().stream().anyMatch(column::same);
        }
        return valid
                && constraint.kind() == Kind.CHECK
                && constraint.check() != null
                && NullConditions.excludesNull(constraint.check().text(), column);
    }
}
