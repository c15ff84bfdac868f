package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Rebuild;
import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Pragma;
import java.util.List;

/** A table is written anew without foreign keys, and nobody looks whether they still hold. */
public final class NoFkCheckAfter implements LintRule {

    private static final Facts FACTS = Facts.of("L05", "no-fk-check-after", Severity.WARNING)
            .about("sqlite")
            .catches("a rebuild with foreign keys switched off and without PRAGMA foreign_key_check")
            .when(
                    "A table is written anew while foreign keys are off, and no PRAGMA foreign_key_check follows. Quiet for"
                            + " tables that refer to nothing and that nobody refers to.")
            .effect("Rows that point nowhere are committed, and nobody hears of it until a query misses them: switching"
                    + " foreign keys on again checks nothing.")
            .instead("Before the COMMIT: PRAGMA foreign_key_check; and do not commit when it gives a row")
            .see(
                    "https://www.sqlite.org/lang_altertable.html#otheralter",
                    "https://www.sqlite.org/pragma.html#pragma_foreign_key_check")
            .provenBy(Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(ReleaseView way, Remarks remarks) {
        release(way, remarks);
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        ForeignKeys keys = new ForeignKeys();
        List<StatementView> statements = release.statements();
        int lastCheck = lastCheck(statements);
        for (int at = 0; at < statements.size(); at++) {
            StatementView statement = statements.get(at);
            keys.after(statement);
            boolean drops = statement
                    .as(Drop.class)
                    .filter(drop -> drop.kind() == ObjectKind.TABLE)
                    .isPresent();
            if (keys.off() && drops && at > lastCheck) {
                statement
                        .as(Drop.class)
                        .ifPresent(drop -> drop.names().forEach(table -> look(statement, table, remarks)));
            }
        }
    }

    /** Where foreign keys are checked for the last time; -1 for never. */
    private static int lastCheck(List<StatementView> statements) {
        int last = statements.size() - 1;
        while (last >= 0 && !checks(statements.get(last))) {
            last--;
        }
        return last;
    }

    private static void look(StatementView statement, Name table, Remarks remarks) {
        Rebuild rebuild = Rebuild.around(statement, table).orElse(null);
        if (rebuild != null && isBound(statement.schema(), table, rebuild) && !statement.isNew(table)) {
            remarks.at(
                    statement,
                    0,
                    rebuild.table().written(),
                    rebuild.table()
                            + " is written anew while foreign keys are off, and nothing checks afterwards whether"
                            + " they still hold",
                    "PRAGMA foreign_key_check(" + rebuild.table()
                            + "); before the COMMIT, which must not come when it gives a" + " row");
        }
    }

    /** True when a foreign key begins or ends at the table, or nobody knows. */
    private static boolean isBound(Schema schema, Name table, Rebuild rebuild) {
        return schema.table(table).isEmpty()
                || !schema.referring(table).isEmpty()
                || !schema.referring(rebuild.table()).isEmpty()
                || schema.table(table)
                        .flatMap(known -> known.first(Constraint.Kind.FOREIGN_KEY))
                        .isPresent();
    }

    private static boolean checks(StatementView later) {
        return later.as(Pragma.class)
                .filter(pragma -> pragma.name().equals("foreign_key_check"))
                .isPresent();
    }
}
