package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreatePolicy;
import dev.stairway.script.sql.tree.TableAction.RowSecurity;

/** P41. */
public final class RlsNoPolicy implements LintRule {

    private static final Facts FACTS = Facts.of("P41", "rls-no-policy", Severity.WARNING)
            .about("postgresql")
            .catches("Row security is switched on and no policy lets anybody see a row")
            .when(
                    "ENABLE ROW LEVEL SECURITY, and neither this release nor an earlier one makes a policy for the table.")
            .effect(
                    "Everybody but the owner of the table reads nothing and can write nothing. No query fails: it finds no rows.")
            .instead("CREATE POLICY ... for the table in the same migration, before row security is switched on")
            .see("https://www.postgresql.org/docs/current/ddl-rowsecurity.html")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course all = Course.whole(release);
        release.statements()
                .forEach(statement -> Actions.of(statement, RowSecurity.class).stream()
                        .filter(security -> security.what().equals("ENABLE"))
                        .filter(security -> !policy(all, table(statement.parsed())))
                        .forEach(security -> {
                            Name table = table(statement.parsed());
                            remarks.at(
                                    statement,
                                    security.offset(),
                                    table.written(),
                                    "From now on everybody but its owner finds no rows in " + table
                                            + ", because no policy shows any",
                                    "CREATE POLICY ... ON " + table
                                            + " USING (...) in the same migration, before ENABLE ROW LEVEL"
                                            + " SECURITY");
                        }));
    }

    private static Name table(ParsedStatement statement) {
        return statement.as(AlterTable.class).orElseThrow().table();
    }

    private static boolean policy(Course all, Name table) {
        return all.about(table).stream()
                .flatMap(statement -> statement.as(CreatePolicy.class).stream())
                .anyMatch(policy -> policy.table().same(table));
    }
}
