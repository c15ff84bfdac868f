package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which changes of a type leave the rows as they are: those that are binary coercible, and those that only take a limit away
 * or widen it. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
public final class Retyping {

    private static final Map<String, String> STORED_AS = Map.of(
            "serial", "integer",
            "bigserial", "bigint",
            "smallserial", "smallint",
            "int", "integer",
            "int4", "integer",
            "int8", "bigint",
            "int2", "smallint",
            "decimal", "numeric",
            "character varying", "varchar");

    /** Types of time: what stands in parentheses is how many digits of a second are kept. */
    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

    /** Others that are stored alike. */
    private static final Set<List<String>> ALIKE = Set.of(
            List.of("varchar", "text"), List.of("text", "varchar"), List.of("cidr", "inet"), List.of("xml", "text"));

    private Retyping() {}

    /**
     * Whether a change of a column has the rows written anew.
     *
     * @param before the column as it is known; null where it is not, and the change is taken for the dear one then
     */
    public static boolean rewrites(AlterType change, Column before) {
        boolean converts = change.using() != null && !Casts.plain(change);
        return converts || before == null || before.type() == null || !free(before.type(), change.type(), false);
    }

    /** True when no row has to be written anew. @param utc true when the session's time zone is UTC, from PostgreSQL 12 on */
    public static boolean free(DataType from, DataType to, boolean utc) {
        String old = stored(from);
        String wanted = stored(to);
        if (from.array() || to.array()) {
            return from.array() == to.array()
                    && old.equals(wanted)
                    && from.arguments().equals(to.arguments());
        }
        if (old.equals(wanted)) {
            return widens(old, from.arguments(), to.arguments());
        }
        boolean zone = Set.of(old, wanted).equals(Set.of("timestamp", "timestamptz"));
        return zone && utc && longer(from.arguments(), to.arguments())
                || ALIKE.contains(List.of(old, wanted)) && to.arguments().isEmpty();
    }

    /** True for a type without a limit, which nearly always takes the place of a limited one of the same storage. */
    public static boolean takesAnyText(DataType to) {
        return !to.array()
                && to.arguments().isEmpty()
                && Set.of("text", "varchar").contains(stored(to));
    }

    private static boolean widens(String type, List<Integer> from, List<Integer> to) {
        if (from.equals(to)) {
            return true;
        }
        if (type.equals("numeric")) {
            return to.isEmpty() || !from.isEmpty() && to.get(0) >= from.get(0) && scale(from) == scale(to);
        }
        return (type.equals("varchar") || type.equals("varbit") || TIMES.contains(type)) && longer(from, to);
    }

    private static boolean longer(List<Integer> from, List<Integer> to) {
        return to.isEmpty() || !from.isEmpty() && to.get(0) >= from.get(0);
    }

    private static int scale(List<Integer> arguments) {
        return arguments.size() > 1 ? arguments.get(1) : 0;
    }

    private static String stored(DataType type) {
        return STORED_AS.getOrDefault(type.name(), type.name());
    }
}
