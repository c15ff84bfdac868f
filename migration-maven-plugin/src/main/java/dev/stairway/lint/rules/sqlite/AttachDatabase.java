package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.Attach;

/** A migration works on several files. */
public final class AttachDatabase implements LintRule {

    private static final Facts FACTS = Facts.of("L23", "attach-database", Severity.WARNING)
            .about("sqlite")
            .catches("ATTACH of another database file")
            .when("A migration attaches a file. Quiet for databases in memory and temporary ones.")
            .effect(
                    "In WAL mode a transaction over several files is atomic in each file alone: after a crash one may be changed"
                            + " and the other not. And the file has to be at that path wherever the migration runs.")
            .instead("Migrate each file by itself, and copy data between them in the application.")
            .see("https://www.sqlite.org/lang_attach.html")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Attach.class)
                .filter(attach -> !attach.detaches())
                .filter(attach -> !attach.file().isEmpty() && !attach.file().startsWith(":memory:"))
                .ifPresent(attach -> remarks.at(
                        statement,
                        0,
                        attach.as(),
                        "The migration works on " + attach.file()
                                + " as well, and a crash can leave one file changed and the" + " other not"));
    }
}
