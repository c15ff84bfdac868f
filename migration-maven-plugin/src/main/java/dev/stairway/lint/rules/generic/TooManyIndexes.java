package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A table with more indexes than its writers can bear. */
public final class TooManyIndexes implements LintRule {

    private static final int LIMIT = 10;

    private static final Facts FACTS = Facts.of("G39", "too-many-indexes", Severity.INFO)
            .catches("A table with more than ten indexes")
            .when(
                    "The release adds an index to a table, and in the end the table has more than ten, those of its primary key and its"
                            + " unique constraints among them. The number can be set.")
            .effect("Every INSERT, and nearly every UPDATE, writes to each of them.")
            .instead("Drop indexes that no query uses (pg_stat_user_indexes tells which), or join two of them into one")
            .see(
                    "https://www.postgresql.org/docs/current/indexes-intro.html",
                    "https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        int limit = release.setting().limit(FACTS, LIMIT);
        Map<String, StatementView> last = new LinkedHashMap<>();
        for (StatementView statement : release.statements()) {
            statement
                    .as(CreateIndex.class)
                    .ifPresent(made -> last.put(made.table().name().toLowerCase(Locale.ROOT), statement));
        }
        last.values().forEach(statement -> check(release, statement, limit, remarks));
    }

    private static void check(ReleaseView release, StatementView statement, int limit, Remarks remarks) {
        CreateIndex made = statement.as(CreateIndex.class).orElseThrow();
        int indexes =
                release.after().table(made.table()).map(TooManyIndexes::count).orElse(0);
        if (indexes > limit) {
            String table = made.table().written();
            remarks.at(statement, 0, table, table + " has " + indexes + " indexes now (limit " + limit + ")");
        }
    }

    private static int count(Table table) {
        return AccessPath.of(table).size();
    }
}
