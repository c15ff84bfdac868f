package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.parse.SqlParser;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a release adds on other products and not here. */
final class OtherProducts {

    private final ReleaseView release;

    private OtherProducts(ReleaseView release) {
        this.release = release;
    }

    /** Columns, as {@code table.column}, that a migration for other products adds to a table that is here, by migration. */
    static Map<MigrationView, String> lacking(ReleaseView release) {
        OtherProducts others = new OtherProducts(release);
        Map<MigrationView, String> lacking = new LinkedHashMap<>();
        LeftOut leftOut =
                release.past().learn(OtherProducts.class, () -> new LeftOut(release.ledger()), LeftOut::released);
        for (MigrationStatements said : leftOut.of(release)) {
            if (said.migration().notApplicable().orElse("").startsWith("dbms ")) {
                others.column(said)
                        .ifPresent(column ->
                                lacking.put(new MigrationView("liquibase", said, List.of(), List.of(), false), column));
            }
        }
        return lacking;
    }

    private Optional<String> column(MigrationStatements said) {
        String product = release.targets().product();
        return said.up().stream()
                .map(statement -> SqlParser.parse(statement, product))
                .flatMap(this::added)
                .findFirst();
    }

    private Stream<String> added(ParsedStatement statement) {
        return statement.as(AlterTable.class).stream()
                .flatMap(alter -> alter.actions().stream()
                        .filter(AddColumn.class::isInstance)
                        .map(action -> ((AddColumn) action).column().name())
                        .filter(column -> isLacking(release.after(), alter.table(), column))
                        .map(column -> alter.table() + "." + column));
    }

    private static boolean isLacking(Schema schema, Name table, Name column) {
        return schema.table(table)
                .filter(known -> known.column(column).isEmpty())
                .isPresent();
    }
}
