package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.SqlStatement;

/** A statement that its runner cuts apart. */
public final class SplitStatements implements LintRule {

    private static final Facts FACTS = Facts.of("C15", "split-statements", Severity.ERROR)
            .catches("A semicolon inside a statement at which the runner cuts it apart")
            .when(
                    "A function, a procedure, a trigger or a block holds semicolons, and the runner splits there: Liquibase without"
                            + " splitStatements=\"false\" or an endDelimiter, MyBatis without -- @DELIMITER, golang-migrate with"
                            + " x-multi-statement. Each runner's own splitting is compared with that of the database.")
            .effect(
                    "The database gets half a statement and refuses it, or, worse, takes the halves for statements of their own.")
            .instead("Set splitStatements=\"false\", or an endDelimiter of your own (MyBatis: -- @DELIMITER |)")
            .see(
                    "https://docs.liquibase.com/change-types/sql.html",
                    "https://mybatis.org/migrations/migrations/new.html")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        for (SqlStatement cut : migration.said().cut()) {
            String begin = cut.sql().lines().findFirst().orElse("").strip();
            remarks.at(
                    migration,
                    cut,
                    Math.max(0, cut.sql().indexOf(';')),
                    "",
                    "The statement is cut apart here before it is sent: " + begin,
                    instead(migration));
        }
    }

    private static String instead(MigrationView migration) {
        return switch (migration.engine()) {
            case "liquibase" ->
                migration.migration().file().endsWith(".sql")
                        ? "Write splitStatements:false in the line of the changeSet, or endDelimiter:@@ and @@ behind the"
                                + " statement"
                        : "Write splitStatements=\"false\", or endDelimiter=\"@@\" and @@ behind the statement";
            case "mybatis" -> "Write -- @DELIMITER | above the statement, | behind it, and -- @DELIMITER ; below";
            default -> "Leave x-multi-statement out";
        };
    }
}
