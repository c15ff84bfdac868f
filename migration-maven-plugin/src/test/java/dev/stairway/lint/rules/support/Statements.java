package dev.stairway.lint.rules.support;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Linter;
import dev.stairway.lint.Release;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remark;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.Setting;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule sees of SQL: the helper of tests asks the linter with a rule that only looks. */
public final class Statements {

    private static final String PRODUCT = "postgresql";

    private Statements() {}

    /** Statements of one migration of a release. */
    public static List<StatementView> of(String sql) {
        return release(List.of(), List.of(migration("001", sql, true))).statements();
    }

    /** The last one of them. */
    public static StatementView last(String sql) {
        List<StatementView> all = of(sql);
        return all.get(all.size() - 1);
    }

    /** A release as a whole. */
    static ReleaseView release(List<MigrationStatements> history, List<MigrationStatements> migrations) {
        List<ReleaseView> seen = new ArrayList<>();
        Targets targets = new Targets(PRODUCT, List.of(Version.of("14"), Version.of("18")));
        new Linter(List.of(new Look(seen)))
                .judge(new Release("flyway", history, List.of(migrations), Setting.of(targets)));
        return seen.get(0);
    }

    /** What a rule says of SQL that follows what was released earlier. */
    public static List<Remark> remarks(LintRule rule, String released, String sql) {
        Targets targets = new Targets(PRODUCT, List.of(Version.of("14"), Version.of("18")));
        Release release = new Release(
                "flyway",
                List.of(migration("001", released, true)),
                List.of(List.of(migration("002", sql, true))),
                Setting.of(targets));
        return new Linter(List.of(rule)).judge(release).remarks();
    }

    static MigrationStatements migration(String id, String sql, boolean transactional) {
        Migration migration = new Migration(
                id,
                id,
                "",
                id + ".sql",
                1,
                "",
                "",
                Migration.Rollback.MISSING,
                false,
                transactional,
                sql,
                Optional.empty());
        return new MigrationStatements(
                migration,
                SqlScript.statements(id + ".sql", sql, SqlSyntax.of(PRODUCT)),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Says nothing. */
    private record Look(List<ReleaseView> seen) implements LintRule {

        @Override
        public Facts facts() {
            return Facts.of("G00", "only-looks", Severity.INFO);
        }

        @Override
        public void release(ReleaseView release, Remarks remarks) {
            seen.add(release);
        }
    }
}
