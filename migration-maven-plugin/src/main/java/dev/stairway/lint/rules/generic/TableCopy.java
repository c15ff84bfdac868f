package dev.stairway.lint.rules.generic;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows of an old table that a statement copies into a new one. */
record TableCopy(StatementView statement, Name from, Name to, Query query, boolean skips) {

    private static final Pattern FEWER =
            Pattern.compile("\\b(?:DISTINCT|GROUP\\s+BY|HAVING|INTERSECT|EXCEPT|OFFSET)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPARES = Pattern.compile(
            "\\b(?:count|sum|md5|checksum|bit_xor|hashtext\\w*|EXCEPT|NOT\\s+EXISTS)\\b", Pattern.CASE_INSENSITIVE);

    static List<TableCopy> of(StatementView statement) {
        List<TableCopy> copies = new ArrayList<>();
        if (statement.tree() instanceof SqlTree.Insert insert
                && insert.query() != null
                && statement.isNew(insert.table())) {
            add(copies, statement, insert.table(), insert.query(), skips(insert));
        } else if (statement.tree() instanceof SqlTree.CreateTable made && made.as() != null) {
            add(copies, statement, made.table(), made.as(), false);
        }
        return copies;
    }

    private static void add(List<TableCopy> copies, StatementView statement, Name to, Query query, boolean skips) {
        query.tables().stream()
                .filter(from -> !from.same(to) && !statement.isHarmless(from))
                .forEach(from -> copies.add(new TableCopy(statement, from, to, query, skips)));
    }

    /** Tables that a statement may put in the place of others, or take away for that. */
    static List<Name> replacing(SqlTree tree) {
        if (tree instanceof SqlTree.Drop drop) {
            return drop.names();
        } else if (tree instanceof SqlTree.AlterTable altered) {
            return List.of(altered.table());
        }
        return tree instanceof SqlTree.Insert insert && insert.query() != null ? List.of(insert.table()) : List.of();
    }

    /** The later statement by which the copy takes the old one's place: it gets its name, or its rows go into a new one. */
    Optional<StatementView> swap(List<StatementView> later) {
        boolean gone = false;
        for (StatementView next : later) {
            gone |= removes(next.tree());
            if (gone && (renamesTo(next.tree(), to, from) || refills(next))) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private boolean refills(StatementView next) {
        return next.as(SqlTree.Insert.class)
                .filter(insert -> insert.table().same(from) && insert.query() != null)
                .filter(insert -> insert.query().tables().stream().anyMatch(to::same))
                .isPresent();
    }

    private boolean removes(SqlTree tree) {
        if (tree instanceof SqlTree.Drop drop) {
            return drop.kind() == ObjectKind.TABLE && drop.names().stream().anyMatch(from::same);
        }
        return tree instanceof SqlTree.AlterTable altered
                && altered.table().same(from)
                && altered.actions().stream().anyMatch(TableAction.RenameTable.class::isInstance);
    }

    private static boolean renamesTo(SqlTree tree, Name table, Name name) {
        return tree instanceof SqlTree.AlterTable altered
                && altered.table().same(table)
                && altered.actions().stream()
                        .anyMatch(action -> action instanceof TableAction.RenameTable renamed
                                && renamed.to().is(name.name()));
    }

    /** True when a query or the way of inserting may leave rows behind. */
    boolean leavesRows(StatementView swap) {
        return skips
                || leavesRows(query)
                || swap.as(SqlTree.Insert.class).filter(TableCopy::leavesRows).isPresent();
    }

    private static boolean leavesRows(SqlTree.Insert insert) {
        return skips(insert) || leavesRows(insert.query());
    }

    private static boolean leavesRows(Query query) {
        return query.where() != null
                || query.limited()
                || query.tables().size() > 1
                || FEWER.matcher(query.text()).find();
    }

    private static boolean skips(SqlTree.Insert insert) {
        return !insert.or().isEmpty() && !insert.or().equals("ABORT") || insert.onConflict();
    }

    /** True when nothing can get lost before the swap, or something has compared the tables. */
    boolean isSafe(StatementView swap, List<StatementView> all) {
        List<StatementView> before = all.subList(0, all.indexOf(swap));
        List<StatementView> between = before.subList(before.indexOf(statement) + 1, before.size());
        return between.stream().anyMatch(this::compares)
                || before.stream().anyMatch(this::keepsInStep)
                || !leavesRows(swap) && nobodyWrites(swap);
    }

    /** True for a trigger that can write to the new table whatever is written to the old one. */
    private boolean keepsInStep(StatementView earlier) {
        return earlier.as(SqlTree.CreateTrigger.class)
                .filter(made -> made.table().same(from))
                .isPresent();
    }

    private boolean compares(StatementView next) {
        String sql = next.parsed().source().sql();
        boolean asks = next.tree() instanceof SqlTree.Select
                || next.tree() instanceof SqlTree.DoBlock
                || next.tree() instanceof SqlTree.Insert;
        return asks
                && Mentions.of(sql, from)
                && Mentions.of(sql, to)
                && COMPARES.matcher(sql).find();
    }

    private boolean nobodyWrites(StatementView swap) {
        boolean together = statement.transaction() && swap.migration() == statement.migration();
        if (statement.targets().is("sqlite")) {
            return together;
        }
        return together && statement.before().stream().anyMatch(this::locks);
    }

    private boolean locks(ParsedStatement earlier) {
        return earlier.as(SqlTree.LockTable.class)
                .filter(lock -> lock.tables().stream().anyMatch(from::same))
                .isPresent();
    }
}
