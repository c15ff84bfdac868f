package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import java.util.Map;
import java.util.stream.Collectors;

/** A changeSet that does very many things. */
public final class ManyChangesOneSet implements LintRule {

    private static final int USUAL = 10;

    private static final Facts FACTS = Facts.of("C18", "many-changes-one-set", Severity.INFO)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("Very many changes in one changeSet")
            .when(
                    "A changeSet of Liquibase has more statements than the limit (10) that change tables which were there before it."
                            + " What it makes itself, and the rows and indexes of that, do not count.")
            .effect(
                    "When one of them fails, it takes a while to see which, and where a database does not roll changes of the"
                            + " schema back, the ones before it stay. Locks of all of them are held to the end.")
            .instead("Make a changeSet of each change, as Liquibase's manual advises")
            .see("https://docs.liquibase.com/concepts/bestpractices.html")
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<MigrationView, Long> changes = changes(release);
        for (MigrationView migration : release.migrations()) {
            long count = changes.getOrDefault(migration, 0L);
            int limit = release.setting().limit(FACTS, USUAL);
            if (count > limit) {
                remarks.of(
                        migration, "", "It changes existing tables in " + count + " statements; the limit is " + limit);
            }
        }
    }

    private static Map<MigrationView, Long> changes(ReleaseView release) {
        return release.statements().stream()
                .filter(statement -> statement.migration().engine().equals("liquibase"))
                .filter(ManyChangesOneSet::counts)
                .collect(Collectors.groupingBy(StatementView::migration, Collectors.counting()));
    }

    private static boolean counts(StatementView statement) {
        var tables = SchemaNames.in(statement.tree());
        return !(statement.tree() instanceof dev.stairway.script.sql.tree.SqlTree.CreateTable)
                && !tables.isEmpty()
                && tables.stream().noneMatch(statement::isNew);
    }
}
