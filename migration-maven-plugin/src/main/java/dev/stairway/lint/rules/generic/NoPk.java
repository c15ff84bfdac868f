package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction.AttachPartition;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table is made in which nothing tells rows apart. */
public final class NoPk implements LintRule {

    /** Names of tables that hold rows for a while only. */
    private static final Pattern PASSING =
            Pattern.compile("(?i)(^|.*_)(te?mp|staging|stage|backup|bak|old|kept|archived?|import)(_.*|[0-9]*$)");

    private static final Facts FACTS = Facts.of("G21", "no-pk", Severity.WARNING)
            .catches("CREATE TABLE without a primary key")
            .when(
                    "A table stays in the release without a primary key, and without a unique constraint of columns that are NOT"
                            + " NULL. Quiet for temporary, unlogged and partition tables, for copies (CREATE TABLE ... AS), and for"
                            + " tables that are called staging, backup or the like.")
            .effect(
                    "Two rows may be the same, so that none of them can be named: not by code, not by logical replication, which"
                            + " refuses UPDATE and DELETE, and not by whoever compares data row by row.")
            .instead(
                    "Give it a primary key: id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, or the columns that tell its"
                            + " rows apart.")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS",
                    "https://www.postgresql.org/docs/current/logical-replication-publication.html")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Set<String> attached = attached(release);
        for (StatementView statement : release.statements()) {
            statement
                    .as(CreateTable.class)
                    .filter(NoPk::isToStay)
                    .filter(made -> !attached.contains(Names.key(made.table())))
                    .filter(made -> staysWithout(release, made))
                    .ifPresent(made -> remarks.at(
                            statement,
                            0,
                            made.table().written(),
                            "Nothing tells rows of " + made.table() + " apart: it has no primary key",
                            key(statement)));
        }
    }

    /** Partitions have the key of their table, or that has none. */
    private static Set<String> attached(ReleaseView release) {
        return release.statements().stream()
                .flatMap(statement -> statement.as(AlterTable.class).stream())
                .flatMap(alter -> alter.actions().stream())
                .filter(AttachPartition.class::isInstance)
                .map(action -> Names.key(((AttachPartition) action).partition()))
                .collect(Collectors.toSet());
    }

    private static String key(StatementView statement) {
        String column = statement.targets().is("sqlite")
                ? "id INTEGER PRIMARY KEY"
                : "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
        return "Give it a key: " + column + ", or PRIMARY KEY (...) with the columns that tell its rows apart";
    }

    private static boolean isToStay(CreateTable made) {
        return !made.temporary()
                && !made.unlogged()
                && made.partitionOf() == null
                && made.as() == null
                && !made.columns().isEmpty()
                && !PASSING.matcher(made.table().name()).matches();
    }

    private static boolean staysWithout(ReleaseView release, CreateTable made) {
        Optional<Table> left = release.after().table(made.table());
        return left.isPresent() && left.get().first(Kind.PRIMARY_KEY).isEmpty() && !isTold(left.get());
    }

    private static boolean isTold(Table table) {
        return table.all(Kind.UNIQUE).stream()
                .anyMatch(unique -> !unique.columns().isEmpty()
                        && unique.columns().stream()
                                .allMatch(column -> table.column(column)
                                        .map(Column::notNull)
                                        .orElse(false)));
    }
}
