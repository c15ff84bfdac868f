package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One table that is altered again and again by a migration. */
public final class ManyAltersOneTable implements LintRule {

    private static final int LIMIT = 3;

    private static final Facts FACTS = Facts.of("G36", "many-alters-one-table", Severity.INFO)
            .about("postgresql")
            .catches("Many ALTER TABLE statements for the same table in one migration")
            .when(
                    "More than three ALTER TABLE statements of a migration change the same table, and one statement could do it all. Only"
                            + " for tables that exist already and are not small; renaming, validating, partitions and other schemas need"
                            + " statements of their own and do not count.")
            .effect(
                    "Each statement waits for its lock anew, and each that has to read or rewrite the table does so again.")
            .instead("Write the actions in one ALTER TABLE, separated by commas")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES, Proof.REWRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        int limit = release.setting().limit(FACTS, LIMIT);
        Map<String, List<StatementView>> perTable = new LinkedHashMap<>();
        for (StatementView statement : release.statements()) {
            statement
                    .as(AlterTable.class)
                    .filter(altered -> !statement.isHarmless(altered.table()))
                    .filter(altered -> altered.actions().stream().allMatch(ManyAltersOneTable::joins))
                    .ifPresent(altered -> perTable.computeIfAbsent(
                                    statement.migration().id()
                                            + '\n'
                                            + altered.table().name().toLowerCase(Locale.ROOT),
                                    key -> new ArrayList<>())
                            .add(statement));
        }
        perTable.values().stream()
                .filter(statements -> statements.size() > limit)
                .forEach(statements -> say(statements, limit, remarks));
    }

    private static boolean joins(TableAction action) {
        return !(action instanceof TableAction.RenameTable
                || action instanceof TableAction.RenameColumn
                || action instanceof TableAction.RenameConstraint
                || action instanceof TableAction.ValidateConstraint
                || action instanceof TableAction.AttachPartition
                || action instanceof TableAction.DetachPartition
                || action instanceof TableAction.SetSchema
                || action instanceof TableAction.Other);
    }

    private static void say(List<StatementView> statements, int limit, Remarks remarks) {
        StatementView first = statements.get(0);
        String table = altered(first).table().written();
        remarks.at(
                statements.get(limit),
                0,
                table,
                statements.size() + " statements of the migration alter " + table + ", and one could do it (limit "
                        + limit + ")",
                "ALTER TABLE " + table + "\n  "
                        + statements.stream().map(ManyAltersOneTable::actions).collect(Collectors.joining(",\n  "))
                        + ";");
    }

    private static AlterTable altered(StatementView statement) {
        return statement.as(AlterTable.class).orElseThrow();
    }

    private static String actions(StatementView statement) {
        List<TableAction> actions = altered(statement).actions();
        String sql = statement.parsed().source().sql();
        return actions.isEmpty()
                ? "..."
                : sql.substring(actions.get(0).offset()).strip();
    }
}
