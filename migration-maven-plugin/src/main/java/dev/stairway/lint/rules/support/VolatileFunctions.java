package dev.stairway.lint.rules.support;

import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import java.util.Set;

/** Functions that give another value for every row, and so have to be called for every row. */
public final class VolatileFunctions {

    private static final Set<String> KNOWN = Set.of(
            "random",
            "random_normal",
            "gen_random_uuid",
            "gen_random_bytes",
            "gen_salt",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "clock_timestamp",
            "timeofday",
            "nextval",
            "currval",
            "lastval",
            "setval");

    private VolatileFunctions() {}

    /** True for one of the server's or of its extensions. @param function in lower case */
    public static boolean known(String function) {
        return KNOWN.contains(function);
    }

    /** True when it calls one, or a function of the project's own, which are volatile unless somebody says otherwise. */
    public static boolean in(Expression expression, Schema schema) {
        return expression.functions().stream()
                .anyMatch(function ->
                        known(function) || schema.has(ObjectKind.FUNCTION, new Name("", function, function, false)));
    }
}
