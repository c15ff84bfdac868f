package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A way back that makes data up. */
public final class SeedInRollback implements LintRule {

    /** The rows, or the values, are taken from what the way up has kept. */
    private static final Pattern FROM = Pattern.compile("\\bFROM\\b", Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G52", "seed-in-rollback", Severity.WARNING)
            .catches("A rollback that writes constants where the migration removed data")
            .when(
                    "The way up drops or empties a table, deletes rows, drops a column or sets a whole column, and the way back fills it"
                            + " with literals. Quiet when a query chooses the rows, when the way up deletes exactly rows that an earlier migration has"
                            + " inserted with the same values, and for tables that the migration itself has made.")
            .effect(
                    "After the rollback the table looks right and holds values that nobody ever entered; what was there is gone, and"
                            + " nobody notices.")
            .instead(
                    "Keep the old values in a backup table or column on the way up, and take them from there on the way back; where"
                            + " that is not wanted, say that the migration cannot be rolled back")
            .see("https://docs.liquibase.com/workflows/liquibase-community/using-rollback.html")
            .provenBy(Proof.ROLLBACK_BROKEN, Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<String, List<ParsedStatement>> past =
                release.past().learn(SeedInRollback.class, HashMap::new, SeedInRollback::learn);
        Map<String, List<ParsedStatement>> here = new HashMap<>();
        for (MigrationView migration : release.migrations()) {
            look(migration, table -> seeds(table, past, here), remarks);
            learn(here, migration);
        }
    }

    private static void learn(Map<String, List<ParsedStatement>> seeds, MigrationView migration) {
        for (ParsedStatement statement : migration.up()) {
            statement
                    .as(Insert.class)
                    .ifPresent(insert -> seeds.computeIfAbsent(Names.key(insert.table()), none -> new ArrayList<>())
                            .add(statement));
        }
    }

    private static List<ParsedStatement> seeds(
            Name table, Map<String, List<ParsedStatement>> past, Map<String, List<ParsedStatement>> here) {
        List<ParsedStatement> seeds = new ArrayList<>(past.getOrDefault(Names.key(table), List.of()));
        seeds.addAll(here.getOrDefault(Names.key(table), List.of()));
        return seeds;
    }

    private static void look(MigrationView migration, Function<Name, List<ParsedStatement>> seeds, Remarks remarks) {
        Lost lost = Lost.of(migration.up());
        for (ParsedStatement statement : migration.down()) {
            statement
                    .as(Insert.class)
                    .filter(insert -> insert.rows() > 0)
                    .filter(insert -> lost.rows(insert, statement, seeds.apply(insert.table())))
                    .ifPresent(insert -> say(
                            migration,
                            statement,
                            0,
                            insert.table(),
                            "The way back fills " + insert.table().written()
                                    + " with constants, not with the rows that the way up has removed",
                            remarks));
            statement.as(Update.class).ifPresent(update -> update(migration, statement, update, lost, remarks));
        }
    }

    private static void update(
            MigrationView migration, ParsedStatement statement, Update update, Lost lost, Remarks remarks) {
        if (FROM.matcher(statement.source().sql()).find()) {
            return;
        }
        int pairs = Math.min(update.columns().size(), update.values().size());
        for (int at = 0; at < pairs; at++) {
            Expression value = update.values().get(at);
            Name column = update.columns().get(at);
            if (value.literal()
                    && !value.text().strip().equalsIgnoreCase("null")
                    && lost.values(update.table(), column)) {
                say(
                        migration,
                        statement,
                        value.offset(),
                        update.table(),
                        "The way back sets " + update.table().written() + "." + column.written() + " to " + value.text()
                                + ", whatever it was before the way up",
                        remarks);
            }
        }
    }

    private static void say(
            MigrationView migration, ParsedStatement statement, int offset, Name table, String what, Remarks remarks) {
        remarks.at(migration, statement.source(), offset, table.written(), what, FACTS.instead());
    }
}
