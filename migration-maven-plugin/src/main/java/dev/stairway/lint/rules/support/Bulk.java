package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a statement works through many rows at once. */
public final class Bulk {

    /** What keys are called where nobody has seen the table made. */
    private static final String KEY =
            "(?:(?:\\w+_)?(?:id|uuid|guid|key|code|name|slug|email|username|login|title|label|identifier|number|no)"
                    + "|(?-i:[a-z0-9]\\w*(?:Id|Key|Code|Name|Email|Number))|ctid|rowid)";

    private static final Pattern LIMIT =
            Pattern.compile("\\blimit\\s+[\\d:$?]|\\bfetch\\s+first\\b", Pattern.CASE_INSENSITIVE);
    /** What tables of a few rows are called that people look after by hand. */
    private static final Pattern BY_HAND = Pattern.compile(
            "(?i)(.*_)?(settings?|config(uration)?s?|propert(y|ies)|parameters?|features?|flags|roles?|permissions?"
                    + "|countr(y|ies)|currenc(y|ies)|templates?|lookups?)");

    private static final Pattern CHOSEN = Pattern.compile(
            "\\bin\\s*\\(\\s*select\\s+[\\w.\"]+\\s+from\\s+([\\w$]+)\\s*\\)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE =
            Pattern.compile("[\\s(]*not\\s+exists\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Bulk() {}

    /** The table whose rows it works through; empty where those are few, or those of a harmless table. */
    public static Optional<Name> table(StatementView statement) {
        if (!isWrite(statement.tree())
                || LIMIT.matcher(statement.parsed().source().sql()).find()) {
            return Optional.empty();
        }
        SqlTree tree = statement.tree();
        if (tree instanceof Update update) {
            return many(statement, update.table(), update.where(), update.limited());
        }
        if (tree instanceof Delete delete) {
            return many(statement, delete.table(), delete.where(), delete.limited());
        }
        Optional<Name> inner =
                InnerWrite.in(statement).map(InnerWrite::table).filter(table -> Existing.matters(statement, table));
        return tree instanceof Insert insert && insert.query() != null && inner.isEmpty()
                ? copied(statement, insert.table(), insert.query())
                : inner;
    }

    private static boolean isWrite(SqlTree tree) {
        return tree instanceof Update
                || tree instanceof Delete
                || tree instanceof Insert insert && insert.rows() == 0
                || tree instanceof SqlTree.Other;
    }

    /** True when there is no condition, or one that holds for every row. */
    public static boolean all(Expression where) {
        return where == null || where.columns().isEmpty() && where.functions().isEmpty() && !where.subquery();
    }

    private static Optional<Name> many(StatementView statement, Name table, Expression where, boolean limited) {
        boolean byHand = where != null && BY_HAND.matcher(table.name()).matches();
        boolean few = limited
                || byHand
                || !Existing.matters(statement, table)
                || keyed(statement, List.of(table), where)
                || chosen(statement, where);
        return few ? Optional.empty() : Optional.of(table);
    }

    private static Optional<Name> copied(StatementView statement, Name into, Query query) {
        boolean guarded =
                query.where() != null && NONE.matcher(query.where().text()).matches();
        boolean itself = guarded && query.tables().stream().allMatch(into::same);
        if (query.limited() || itself || keyed(statement, query.tables(), query.where())) {
            return Optional.empty();
        }
        return query.tables().stream()
                .filter(read -> Existing.matters(statement, read))
                .findFirst();
    }

    /** True when the rows are those of a temporary table that was filled before. */
    private static boolean chosen(StatementView statement, Expression where) {
        Matcher from = CHOSEN.matcher(where == null ? "" : where.text());
        return from.find()
                && statement.schema().tables(new Name("", from.group(1), from.group(1), false)).stream()
                        .anyMatch(Table::temporary);
    }

    /** True when a key is compared with a value, or with a range that has an end. */
    private static boolean keyed(StatementView statement, List<Name> tables, Expression where) {
        if (where == null) {
            return false;
        }
        Set<String> keys = new TreeSet<>();
        tables.forEach(table -> statement.schema().table(table).ifPresent(known -> addKeys(known, keys)));
        return compares(where.text(), KEY) || keys.stream().anyMatch(key -> compares(where.text(), Pattern.quote(key)));
    }

    private static void addKeys(Table table, Set<String> keys) {
        table.constraints().stream()
                .filter(known -> known.kind() == Constraint.Kind.PRIMARY_KEY || known.kind() == Constraint.Kind.UNIQUE)
                .forEach(key -> key.columns().forEach(column -> keys.add(Names.key(column))));
    }

    private static boolean compares(String where, String key) {
        Pattern comparison = Pattern.compile(
                "(?<![\\w$])\"?" + key
                        + "\"?\\s*(=\\s*(any\\b|[-'\\d:$?])|<=?\\s*[-'\\d:$?(]|between\\b|in\\s*\\(\\s*[-'\\d:$?])",
                Pattern.CASE_INSENSITIVE);
        return comparison.matcher(where).find();
    }
}
