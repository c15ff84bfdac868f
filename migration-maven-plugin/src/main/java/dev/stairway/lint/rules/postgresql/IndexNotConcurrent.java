package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P01: an index made while writers wait. */
public final class IndexNotConcurrent implements LintRule {

    private static final Facts FACTS = Phrases.facts("P01", "index-not-concurrent", Severity.ERROR)
            .catches("CREATE INDEX without CONCURRENTLY")
            .when(
                    "An index is made without CONCURRENTLY on a table that existed before this release; in a rollback, where the table is known to be large. Quiet on tables of"
                            + " this release, temporary tables, tables that are known to be small, and ON ONLY a table with"
                            + " partitions, which does no work.")
            .effect(
                    "Nobody can insert, update or delete rows of the table until the index is built; that takes seconds for"
                            + " a million rows and hours for the biggest tables.")
            .instead("CREATE INDEX CONCURRENTLY, " + Phrases.OUTSIDE
                    + ". When it fails it leaves an invalid index behind:"
                    + " drop that and start again. On a table with partitions: CREATE INDEX ON ONLY the table, CREATE INDEX"
                    + " CONCURRENTLY on each partition, then ALTER INDEX ... ATTACH PARTITION for each.")
            .see(
                    Phrases.manual("sql-createindex#SQL-CREATEINDEX-CONCURRENTLY"),
                    Phrases.manual("explicit-locking#LOCKING-TABLES"))
            .provenBy(Proof.BLOCKS_WRITES);

    private static final Pattern ONLY = Pattern.compile("\\bon\\s+only\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_TABLE = Pattern.compile(
            "^\\s*create\\s+(unique\\s+)?index\\s+(if\\s+not\\s+exists\\s+)?(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        if (WayBack.onLargeTable(statement)) {
            statement(statement, remarks);
        }
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateIndex.class)
                .filter(made -> !made.concurrently())
                .filter(made -> !statement.isHarmless(made.table()))
                .filter(made -> !onlyOfPartitioned(statement, made))
                .ifPresent(made -> say(statement, made, remarks));
    }

    /** Nobody writes ONLY for a table without partitions, so one that is not known has them. */
    private static boolean onlyOfPartitioned(StatementView statement, CreateIndex made) {
        boolean plain = statement
                .schema()
                .table(made.table())
                .map(table -> !table.partitioned())
                .orElse(false);
        return !plain && ONLY.matcher(statement.parsed().source().sql()).find();
    }

    private static void say(StatementView statement, CreateIndex made, Remarks remarks) {
        String index = made.index() == null ? "The new index" : "Index " + made.index();
        remarks.at(
                statement,
                0,
                made.index() == null ? made.table().written() : made.index().written(),
                index + " is built while nobody can write to " + made.table(),
                Relations.partitioned(statement, made.table())
                        ? partByPart(made)
                        : concurrently(statement.parsed().source().sql()));
    }

    private static String concurrently(String sql) {
        Matcher parts = FROM_TABLE.matcher(sql);
        if (!parts.matches()) {
            return FACTS.instead();
        }
        String unique = parts.group(1) == null ? "" : "UNIQUE ";
        return "CREATE " + unique + "INDEX CONCURRENTLY " + parts.group(3).strip() + "; " + Phrases.OUTSIDE;
    }

    private static String partByPart(CreateIndex made) {
        Name index = made.index();
        String name = index == null ? Names.made(made.table(), "idx") : index.written();
        return "CREATE " + (made.unique() ? "UNIQUE " : "") + "INDEX " + name + " ON ONLY " + made.table()
                + " (...); then for each partition CREATE INDEX CONCURRENTLY on it, " + Phrases.OUTSIDE
                + ", and ALTER INDEX " + name + " ATTACH PARTITION its index";
    }
}
