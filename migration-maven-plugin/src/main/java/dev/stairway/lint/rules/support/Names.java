package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Name;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as people and statements write them. */
public final class Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private Names() {}

    /** {@code a, "B", c}: as they stand in the statement. */
    public static String list(Collection<Name> names) {
        return names.stream().map(Name::written).collect(Collectors.joining(", "));
    }

    /** {@code a, "B" and c}. */
    public static String and(List<Name> names) {
        if (names.size() < 2) {
            return list(names);
        }
        int last = names.size() - 1;
        return list(names.subList(0, last)) + " and " + names.get(last).written();
    }

    /**
     * A new name: {@code users_email_idx} of {@code users}, {@code email} and {@code idx}. It has no schema, and stands in
     * quotes where its parts need them.
     */
    public static String made(Object... parts) {
        String name = Arrays.stream(parts).map(Names::bare).collect(Collectors.joining("_"));
        return quoted(name, Arrays.stream(parts).anyMatch(Names::needsQuotes));
    }

    /** The same in the schema of a name, where one is written. */
    public static String beside(Name neighbour, Object... parts) {
        int dot = neighbour.written().lastIndexOf('.');
        boolean schema = !neighbour.schema().isEmpty() && dot > 0;
        return (schema ? neighbour.written().substring(0, dot + 1) : "") + made(parts);
    }

    /** {@code users.email}: a column as a remark names its object. */
    public static String column(Name table, Name column) {
        return table.written() + "." + column.written();
    }

    /** For maps: in lower case and without schema. */
    public static String key(Name name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** For maps: a column of a table. */
    public static String key(Name table, Name column) {
        return key(table) + "." + key(column);
    }

    /** True when one of them is this one. */
    public static boolean contains(Collection<Name> names, Name wanted) {
        return names.stream().anyMatch(wanted::same);
    }

    /** True when each is among the others. */
    public static boolean containsAll(Collection<Name> names, Collection<Name> wanted) {
        return wanted.stream().allMatch(name -> contains(names, name));
    }

    private static String bare(Object part) {
        return part instanceof Name name ? name.name() : part.toString();
    }

    private static boolean needsQuotes(Object part) {
        return part instanceof Name name && name.quoted()
                || !PLAIN.matcher(bare(part)).matches();
    }

    private static String quoted(String name, boolean needed) {
        return needed ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
