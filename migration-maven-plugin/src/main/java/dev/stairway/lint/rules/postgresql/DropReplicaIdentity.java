package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction;
import dev.stairway.script.sql.tree.TableAction.ReplicaIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** P40. */
public final class DropReplicaIdentity implements LintRule {

    private static final Facts FACTS = Facts.of("P40", "drop-replica-identity", Severity.ERROR)
            .about("postgresql")
            .catches("A published table loses what tells its rows apart")
            .when(
                    "REPLICA IDENTITY NOTHING; the primary key of a table that a publication names is dropped, or a column of it, and the"
                            + " migration gives the table neither another key nor REPLICA IDENTITY FULL or USING INDEX; or the index is"
                            + " dropped that is the table's replica identity.")
            .effect(
                    "As long as the table is published, every UPDATE and DELETE of it fails: it does not have a replica identity and"
                            + " publishes updates.")
            .instead("Give the table its new identity first: ALTER TABLE ... REPLICA IDENTITY USING INDEX ..., or FULL")
            .see(
                    "https://www.postgresql.org/docs/current/logical-replication-publication.html#LOGICAL-REPLICATION-PUBLICATION-REPLICA-IDENTITY")
            .provenBy(Proof.QUERY_SUFFERS, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course.each(release, (statement, before) -> {
            if (statement.tree() instanceof AlterTable alter && !statement.isNew(alter.table())) {
                alter.actions().forEach(action -> look(statement, alter, action, before, remarks));
            } else if (statement.tree() instanceof Drop drop && drop.kind() == ObjectKind.INDEX) {
                drop.names().forEach(index -> index(statement, index, before, remarks));
            }
        });
    }

    private static void look(
            StatementView statement, AlterTable alter, TableAction action, Course before, Remarks remarks) {
        Name table = alter.table();
        if (action instanceof ReplicaIdentity identity && upper(identity).contains("NOTHING")) {
            tell(statement, action, table, "After REPLICA IDENTITY NOTHING", remarks);
        }
        boolean key = action instanceof TableAction.DropConstraint drop && isKey(statement, table, drop.constraint())
                || action instanceof TableAction.DropColumn column && inKey(statement, table, column.column());
        if (key && Publications.hold(table, before) && !identified(statement, alter)) {
            tell(statement, action, table, "Without its primary key", remarks);
        }
    }

    private static void tell(StatementView statement, TableAction action, Name table, String why, Remarks remarks) {
        remarks.at(
                statement,
                action.offset(),
                table.written(),
                why + " every UPDATE and DELETE of " + table + " fails while it is published",
                "ALTER TABLE " + table
                        + " REPLICA IDENTITY USING INDEX with another unique index of columns that are not null, or"
                        + " ALTER TABLE " + table + " REPLICA IDENTITY FULL, before");
    }

    private static boolean isKey(StatementView statement, Name table, Name constraint) {
        return constraint.is(table.name() + "_pkey")
                || key(statement, table)
                        .filter(key -> key.name() != null && key.name().same(constraint))
                        .isPresent();
    }

    private static boolean inKey(StatementView statement, Name table, Name column) {
        return key(statement, table)
                .filter(key -> Names.contains(key.columns(), column))
                .isPresent();
    }

    private static Optional<Constraint> key(StatementView statement, Name table) {
        return statement.schema().table(table).flatMap((Table known) -> known.first(Constraint.Kind.PRIMARY_KEY));
    }

    /** True when the migration gives the table another key or identity, in this statement or elsewhere. */
    private static boolean identified(StatementView statement, AlterTable alter) {
        List<ParsedStatement> all = statement.migration().up();
        boolean identity = Actions.on(alter.table(), all, ReplicaIdentity.class)
                .anyMatch(change ->
                        upper(change).contains("FULL") || upper(change).contains("INDEX"));
        boolean key = Actions.on(alter.table(), all, TableAction.AddConstraint.class)
                .anyMatch(add -> add.constraint().kind() == Constraint.Kind.PRIMARY_KEY);
        return identity || key;
    }

    private static void index(StatementView statement, Name index, Course before, Remarks remarks) {
        boolean identity = before.identities().stream()
                .flatMap(earlier -> Actions.of(earlier, ReplicaIdentity.class))
                .anyMatch(earlier -> usesIndex(earlier, index));
        if (identity) {
            remarks.at(
                    statement,
                    0,
                    index.written(),
                    "Without " + index
                            + ", its replica identity, every UPDATE and DELETE of its table fails while it is published");
        }
    }

    private static boolean usesIndex(ReplicaIdentity identity, Name index) {
        Words words = Words.of(identity.what());
        int last = words.size() - 1;
        return words.has("INDEX") && words.written(last).replace("\"", "").equalsIgnoreCase(index.name());
    }

    private static String upper(ReplicaIdentity identity) {
        return identity.what().toUpperCase(Locale.ROOT);
    }
}
