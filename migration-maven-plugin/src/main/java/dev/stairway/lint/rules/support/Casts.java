package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** USING expressions that say no more than the change of the type itself. */
public final class Casts {

    private Casts() {}

    /** True for the column alone, {@code c::type} and {@code CAST(c AS type)}. */
    public static boolean plain(AlterType change) {
        String using = bare(Parentheses.without(change.using().text()));
        String column = bare(change.column().name());
        return using.equals(column)
                || types(change.type()).stream()
                        .anyMatch(type -> using.equals(column + "::" + type)
                                || using.equals("(" + column + ")::" + type)
                                || using.equals("cast(" + column + "as" + type + ")"));
    }

    /** The type as it is written, and by its short name. */
    private static List<String> types(DataType type) {
        String arguments = type.arguments().stream().map(String::valueOf).collect(Collectors.joining(","));
        String limit = arguments.isEmpty() ? "" : "(" + arguments + ")";
        String rest = limit + (type.array() ? "[]" : "");
        return type.is("varchar")
                ? List.of(bare(type.written()), "varchar" + rest, "charactervarying" + rest)
                : List.of(bare(type.written()), bare(type.name()) + rest);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\"]+", "").toLowerCase(Locale.ROOT);
    }
}
