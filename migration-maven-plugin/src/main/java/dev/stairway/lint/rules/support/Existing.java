package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import java.util.Locale;

/** Whether what a statement works on was there before the release, and matters. */
public final class Existing {

    private Existing() {}

    /** True when readers and writers, or rows, can suffer: it is neither new nor small, nor the product's own. */
    public static boolean matters(StatementView statement, Name table) {
        return !statement.isHarmless(table)
                && !statement.schema().isNew(ObjectKind.MATERIALIZED_VIEW, table)
                && !statement.schema().isNew(ObjectKind.VIEW, table)
                && !isSystem(table);
    }

    /** True for a catalog of the product. */
    public static boolean isSystem(Name table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        return name.startsWith("pg_")
                || name.startsWith("sqlite_")
                || table.schema().equalsIgnoreCase("information_schema");
    }
}
