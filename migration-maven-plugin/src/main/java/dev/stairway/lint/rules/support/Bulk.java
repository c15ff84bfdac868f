package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a statement works through many rows at once. */
public final class Bulk {

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
                || RowLimit.bounds(statement.parsed().source().sql())) {
            return Optional.empty();
        }
        SqlTree tree = statement.tree();
        if (tree instanceof Update update) {
            return many(statement, update.table(), update.where(), update.limited());
        }
        if (tree instanceof Delete delete) {
            return many(statement, delete.table(), delete.where(), delete.limited());
        }
        Optional<InnerWrite> inner =
                InnerWrite.in(statement).filter(write -> Existing.matters(statement, write.table()));
        return tree instanceof Insert insert && insert.query() != null && inner.isEmpty()
                ? copied(statement, insert.table(), insert.query())
                : inner.filter(write -> !FewRows.of(statement, write.table(), write.where()))
                        .map(InnerWrite::table);
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
        boolean byHand = where != null
                && !statement.isLarge(table)
                && BY_HAND.matcher(table.name()).matches();
        boolean few = limited
                || byHand
                || !Existing.matters(statement, table)
                || FewRows.of(statement, table, where)
                || chosen(statement, where);
        return few ? Optional.empty() : Optional.of(table);
    }

    /**
     * The same of a statement in a block.
     *
     * @param table as it is written
     * @param where a condition as it is written; empty for none
     */
    public static boolean changesMany(StatementView statement, String table, String where) {
        Name name = InnerWrite.name(table);
        boolean few = BY_HAND.matcher(name.name()).matches() && !statement.isLarge(name)
                || FewRows.of(statement, name, where);
        return Existing.matters(statement, name) && !few;
    }

    private static Optional<Name> copied(StatementView statement, Name into, Query query) {
        boolean guarded =
                query.where() != null && NONE.matcher(query.where().text()).matches();
        boolean itself = guarded && query.tables().stream().allMatch(into::same);
        if (query.limited() || itself || FewRows.ofAny(statement, query.tables(), query.where())) {
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
}
