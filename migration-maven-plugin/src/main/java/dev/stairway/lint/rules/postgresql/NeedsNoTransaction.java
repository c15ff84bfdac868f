package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Reindex;
import dev.stairway.script.sql.tree.SqlTree.Vacuum;
import dev.stairway.script.sql.tree.TableAction.DetachPartition;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements that PostgreSQL refuses in a transaction. REFRESH ... CONCURRENTLY is none of them. */
final class NeedsNoTransaction {

    private static final Pattern SAID = Pattern.compile(
            "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*((?:ALTER\\s+SYSTEM|(?:CREATE|DROP)\\s+(?:DATABASE|TABLESPACE)"
                    + "|CREATE\\s+SUBSCRIPTION|(?:COMMIT|ROLLBACK)\\s+PREPARED|DISCARD\\s+ALL"
                    + "|ALTER\\s+DATABASE(?=\\s+\\S+\\s+SET\\s+TABLESPACE))\\b)(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** A subscription without a slot of its own asks nobody. */
    private static final Pattern NO_SLOT =
            Pattern.compile("\\b(?:connect|create_slot)\\s*=\\s*'?(?:false|off|no|0)\\b", Pattern.CASE_INSENSITIVE);

    private NeedsNoTransaction() {}

    /** What it is called, empty for a statement that may be in a transaction. */
    static String what(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof CreateIndex index && index.concurrently()) {
            return "CREATE INDEX CONCURRENTLY";
        } else if (tree instanceof Drop drop && drop.concurrently()) {
            return "DROP INDEX CONCURRENTLY";
        } else if (tree instanceof Reindex reindex && (reindex.concurrently() || reindexesMany(reindex))) {
            return reindex.concurrently() ? "REINDEX CONCURRENTLY" : "REINDEX of more than one table";
        } else if (tree instanceof Vacuum vacuum) {
            return vacuums(statement, vacuum) ? "VACUUM" : "";
        } else if (detaches(tree)) {
            return "DETACH PARTITION CONCURRENTLY";
        }
        return tree instanceof AlterTable
                ? ""
                : byWords(statement.parsed().source().sql());
    }

    /** VACUUM FULL of a table in use has a rule of its own. */
    private static boolean vacuums(StatementView statement, Vacuum vacuum) {
        return !vacuum.full()
                || !vacuum.tables().isEmpty() && vacuum.tables().stream().allMatch(statement::isHarmless);
    }

    private static String byWords(String sql) {
        Matcher said = SAID.matcher(sql);
        boolean found = said.matches() && !NO_SLOT.matcher(said.group(2)).find();
        return found ? said.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ") : "";
    }

    /** REINDEX SCHEMA, DATABASE or SYSTEM begins a transaction for each table. */
    static boolean reindexesMany(Reindex reindex) {
        return reindex.kind() != ObjectKind.INDEX && reindex.kind() != ObjectKind.TABLE;
    }

    private static boolean detaches(SqlTree tree) {
        return tree instanceof AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof DetachPartition detach && detach.concurrently());
    }

    /** What it is about, for people. */
    static String object(SqlTree tree) {
        if (tree instanceof CreateIndex index) {
            return index.index() == null
                    ? index.table().written()
                    : index.index().written();
        } else if (tree instanceof Drop drop) {
            return drop.names().get(0).written();
        } else if (tree instanceof AlterTable alter) {
            return alter.table().written();
        } else if (tree instanceof Vacuum vacuum && !vacuum.tables().isEmpty()) {
            return vacuum.tables().get(0).written();
        }
        return tree instanceof Reindex reindex && reindex.name() != null
                ? reindex.name().written()
                : "";
    }
}
