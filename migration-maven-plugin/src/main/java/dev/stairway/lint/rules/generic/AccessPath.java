package dev.stairway.lint.rules.generic;

import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An order in which a table can be searched: an index, or the one behind a constraint.
 *
 * @param name as written; empty for a constraint without a name
 * @param keys what it sorts by, in lower case without quotes and blanks
 * @param unique no two rows are alike
 * @param condition in lower case; empty for all rows
 * @param method empty for the usual one
 * @param constraint true when a constraint made it
 */
record AccessPath(String name, List<String> keys, boolean unique, String condition, String method, boolean constraint) {

    private static final Pattern QUOTE = Pattern.compile("[\"`\\[\\]]");
    private static final Pattern ASCENDING = Pattern.compile("\\s+asc$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<Constraint.Kind> INDEXED = Set.of(Constraint.Kind.PRIMARY_KEY, Constraint.Kind.UNIQUE);

    /** All of a table. */
    static List<AccessPath> of(Table table) {
        List<AccessPath> paths = new ArrayList<>();
        table.indexes().forEach(index -> paths.add(of(index)));
        table.constraints().stream()
                .filter(constraint -> INDEXED.contains(constraint.kind()) && constraint.usingIndex() == null)
                .forEach(constraint -> paths.add(of(constraint)));
        return paths;
    }

    static AccessPath of(Index index) {
        return new AccessPath(
                index.name() == null ? "" : index.name().written(),
                keys(index.parts()),
                index.unique(),
                plain(index.condition()),
                method(index.method()),
                false);
    }

    private static AccessPath of(Constraint constraint) {
        return new AccessPath(
                constraint.name() == null ? "" : constraint.name().written(),
                constraint.columns().stream().map(AccessPath::plain).toList(),
                true,
                "",
                "",
                true);
    }

    static List<String> keys(List<IndexPart> parts) {
        return parts.stream().map(part -> plain(part.written())).toList();
    }

    /** How keys are written here. */
    static String plain(Name column) {
        return plain(column.name());
    }

    static String method(String method) {
        return method.equals("btree") ? "" : method;
    }

    static String plain(String written) {
        return written == null
                ? ""
                : SPACE.matcher(ASCENDING
                                .matcher(QUOTE.matcher(written.toLowerCase(Locale.ROOT))
                                        .replaceAll(""))
                                .replaceAll(""))
                        .replaceAll(" ")
                        .strip();
    }

    /** True when rows with given values of these columns, in any order, are found without reading the table. */
    boolean finds(List<Name> columns) {
        Set<String> wanted = columns.stream().map(AccessPath::plain).collect(Collectors.toSet());
        boolean all = condition.isEmpty() || condition.matches("\\(?\\s*\\w+ is not null\\s*\\)?");
        return all
                && keys.size() >= wanted.size()
                && keys.subList(0, wanted.size()).stream()
                        .map(key -> key.replaceAll(" .*", ""))
                        .collect(Collectors.toSet())
                        .equals(wanted);
    }

    /** True when it sorts by all keys of the other one first. */
    boolean startsWith(AccessPath other) {
        return keys.size() >= other.keys.size()
                && !other.keys.isEmpty()
                && keys.subList(0, other.keys.size()).equals(other.keys)
                && method.equals(other.method)
                && condition.equals(other.condition);
    }
}
