package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a condition names a few rows of a table by a key: every column of one has a value, or the one behind those a range
 * with two ends. Keys are those that the changelog has made, and columns that are called like one.
 */
final class FewRows {

    /** Nobody calls a column so that many rows have in common. */
    private static final Set<String> SURE = Set.of("id", "uuid", "guid", "ctid", "rowid", "_id");
    /** The same in tables of a size that is not known to be large: what people look rows up by. */
    private static final Set<String> USUAL =
            Set.of("key", "code", "name", "slug", "email", "username", "login", "title", "label", "identifier", "sku");

    private static final List<String> PARTS =
            List.of("id", "key", "code", "name", "uuid", "slug", "email", "number", "no");

    private final StatementView statement;
    private final Name table;
    private final boolean joined;

    /** @param joined true when columns of other tables may name the rows as well */
    private FewRows(StatementView statement, Name table, boolean joined) {
        this.statement = statement;
        this.table = table;
        this.joined = joined;
    }

    /** True when the condition of an UPDATE or a DELETE does. @param where null for none */
    static boolean of(StatementView statement, Name table, Expression where) {
        return where != null && new FewRows(statement, table, false).few(Condition.of(where.text()));
    }

    /** True when a condition in the body of a block does, where the table may have another name. */
    static boolean of(StatementView statement, Name table, String where) {
        return new FewRows(statement, table, true).few(Condition.of(where));
    }

    /** True when the condition of a query names a few rows of one of its tables. */
    static boolean ofAny(StatementView statement, List<Name> tables, Expression where) {
        return where != null
                && tables.stream()
                        .anyMatch(table -> new FewRows(statement, table, true).few(Condition.of(where.text())));
    }

    private boolean few(Condition condition) {
        if (condition.any().size() > 1) {
            return condition.any().stream().allMatch(this::few);
        }
        List<Comparison> said = new ArrayList<>();
        for (Condition part : condition.all()) {
            if (part.any().size() > 1) {
                if (few(part)) {
                    return true;
                }
            } else {
                Comparison.of(part.words()).filter(this::isOwn).ifPresent(said::add);
            }
        }
        return keys(said).stream().anyMatch(key -> names(key, said));
    }

    private boolean isOwn(Comparison comparison) {
        String before = comparison.qualifier();
        return joined || before.isEmpty() || before.equalsIgnoreCase(table.name()) || before.equalsIgnoreCase(alias());
    }

    private String alias() {
        Words words = Words.of(statement.parsed().source().sql());
        for (int at = 0; at + 1 < words.size(); at++) {
            if (unquoted(words.written(at)).equalsIgnoreCase(table.name())) {
                String next = words.word(at + 1).equals("AS")
                        ? words.written(Math.min(at + 2, words.size() - 1))
                        : words.written(at + 1);
                return unquoted(next);
            }
        }
        return "";
    }

    /** Each as its columns in lower case. */
    private List<List<String>> keys(List<Comparison> said) {
        List<List<String>> keys = new ArrayList<>();
        statement.schema().table(table).ifPresent(made -> addKeys(made, keys));
        Set<String> partOfOne = keys.stream().flatMap(List::stream).collect(Collectors.toSet());
        said.stream()
                .map(Comparison::column)
                .filter(column -> SURE.contains(column) || !partOfOne.contains(column) && isUsual(column))
                .forEach(column -> keys.add(List.of(column)));
        return keys;
    }

    private static void addKeys(Table made, List<List<String>> keys) {
        made.constraints().stream()
                .filter(known -> known.kind() == Constraint.Kind.PRIMARY_KEY || known.kind() == Constraint.Kind.UNIQUE)
                .forEach(key -> keys.add(key.columns().stream().map(Names::key).toList()));
        made.indexes().stream()
                .filter(index -> index.unique() && !index.partial())
                .map(Index::parts)
                .filter(parts -> parts.stream().allMatch(part -> part.column() != null))
                .forEach(parts -> keys.add(
                        parts.stream().map(IndexPart::column).map(Names::key).toList()));
    }

    private boolean isUsual(String column) {
        boolean usual = USUAL.contains(column) && !statement.isLarge(table);
        return usual || PARTS.stream().anyMatch(part -> isOf(column, part));
    }

    /** {@code user_id} and {@code userid} of {@code users}. */
    private boolean isOf(String column, String part) {
        String stem = column.endsWith(part) ? column.substring(0, column.length() - part.length()) : "";
        String bare = stem.replace("_", "");
        String own = table.name().toLowerCase(Locale.ROOT).replace("_", "");
        return !bare.isEmpty()
                && (own.equals(bare)
                        || own.equals(bare + "s")
                        || own.equals(bare + "es")
                        || own.endsWith("ies") && own.equals(bare.replaceFirst("y$", "") + "ies"));
    }

    /** True when its columns have values, or the one behind them a range. */
    private boolean names(List<String> key, List<Comparison> said) {
        for (String column : key) {
            List<Comparison> about =
                    said.stream().filter(one -> one.column().equals(column)).toList();
            if (about.stream().noneMatch(one -> one.kind() == Comparison.Kind.VALUE)) {
                return Comparison.isRange(about)
                        || isModest()
                                && about.stream().anyMatch(one -> !one.to().isEmpty());
            }
        }
        return true;
    }

    /** True when it is known to have too few rows for the part below a bound to be many. */
    private boolean isModest() {
        return statement.setting().rows(table).isPresent() && !statement.isLarge(table);
    }

    private static String unquoted(String written) {
        return written.replace("\"", "");
    }
}
