package dev.stairway.lint.rules.postgresql;

import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.Locale;

/** USING expressions that say no more than the change of the type itself. */
final class Casts {

    private Casts() {}

    /** True for the column alone, {@code c::type} and {@code CAST(c AS type)}. */
    static boolean plain(AlterType change) {
        String using = bare(Parentheses.without(change.using().text()));
        String column = bare(change.column().name());
        String type = bare(change.type().written());
        return using.equals(column)
                || using.equals(column + "::" + type)
                || using.equals("(" + column + ")::" + type)
                || using.equals("cast(" + column + "as" + type + ")");
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\"]+", "").toLowerCase(Locale.ROOT);
    }
}
