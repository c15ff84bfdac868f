package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.List;

/** Whether another type means that every row is written anew: https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES. */
public final class Retyping {

    private Retyping() {}

    /** @param before the column as it is known; null where it is not, and the change is taken for the dear one then */
    public static boolean rewrites(AlterType change, Column before) {
        boolean converts = change.using() != null
                && !(change.using().functions().isEmpty()
                        && change.using().columns().size() == 1
                        && change.using().columns().contains(change.column().name()));
        if (converts || before == null || before.type() == null) {
            return true;
        }
        DataType from = before.type();
        DataType to = change.type();
        if (from.array() != to.array()) {
            return true;
        }
        return !(text(from, to) || from.name().equals(to.name()) && wider(from, to) || inet(from, to));
    }

    private static boolean text(DataType from, DataType to) {
        boolean open = to.name().equals("text")
                || to.name().equals("varchar") && to.arguments().isEmpty();
        return open && List.of("text", "varchar").contains(from.name());
    }

    private static boolean inet(DataType from, DataType to) {
        return from.name().equals("cidr") && to.name().equals("inet");
    }

    private static boolean wider(DataType from, DataType to) {
        if (to.arguments().isEmpty()) {
            return true;
        }
        if (from.arguments().isEmpty() || List.of("char", "bit").contains(from.name())) {
            return from.arguments().equals(to.arguments());
        }
        return scale(from) == scale(to)
                && to.arguments().get(0) >= from.arguments().get(0);
    }

    private static int scale(DataType type) {
        return type.arguments().size() > 1 ? type.arguments().get(1) : 0;
    }
}
