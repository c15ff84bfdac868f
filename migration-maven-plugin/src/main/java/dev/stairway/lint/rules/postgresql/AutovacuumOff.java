package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** P46. */
public final class AutovacuumOff implements LintRule {

    private static final String OPTION = "AUTOVACUUM_ENABLED";
    /** What most statements are is ruled out before a word is read. */
    private static final Pattern NAMED = Pattern.compile(OPTION, Pattern.CASE_INSENSITIVE);

    private static final Set<String> OFF = Set.of("FALSE", "OFF", "NO", "0", "F", "N");
    private static final Facts FACTS = Facts.of("P46", "autovacuum-off", Severity.WARNING)
            .about("postgresql")
            .catches("Autovacuum is switched off for a table")
            .when(
                    "autovacuum_enabled = false of a table, and no later statement of the release sets it to true or resets it. Temporary"
                            + " tables are left out: autovacuum never sees them.")
            .effect(
                    "Dead rows pile up, statistics grow old and queries get bad plans; what is left to happen is the emergency vacuum"
                            + " against the wraparound of transaction ids, at the worst of times.")
            .instead(
                    "Leave it on, and set autovacuum_vacuum_scale_factor or autovacuum_vacuum_cost_limit of the table instead")
            .see("https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        List<StatementView> statements = release.statements();
        for (int at = 0; at < statements.size(); at++) {
            StatementView statement = statements.get(at);
            List<StatementView> later = statements.subList(at + 1, statements.size());
            table(statement)
                    .filter(table -> switchedOff(statement) && later.stream().noneMatch(next -> undone(next, table)))
                    .ifPresent(table -> remarks.at(
                            statement,
                            Math.max(0, offset(statement)),
                            table.written(),
                            "Nobody vacuums and analyzes " + table + " from now on",
                            "ALTER TABLE " + table + " RESET (autovacuum_enabled) when the work is done"));
        }
    }

    private static Optional<Name> table(StatementView statement) {
        if (statement.tree() instanceof CreateTable create) {
            return Optional.of(create.table()).filter(table -> !create.temporary());
        }
        return statement.as(AlterTable.class).map(AlterTable::table);
    }

    private static boolean undone(StatementView statement, Name table) {
        return table(statement).filter(table::same).isPresent() && offset(statement) >= 0 && !switchedOff(statement);
    }

    private static boolean switchedOff(StatementView statement) {
        if (!NAMED.matcher(statement.parsed().source().sql()).find()) {
            return false;
        }
        Words words = Words.of(statement.parsed().source().sql());
        int at = words.find(OPTION, "=");
        if (at < 0) {
            return false;
        }
        String value = words.word(at + 2);
        String bare = value.equals(Words.QUOTED) ? words.written(at + 2).replace("'", "") : value;
        return OFF.contains(bare.toUpperCase(Locale.ROOT));
    }

    private static int offset(StatementView statement) {
        if (!NAMED.matcher(statement.parsed().source().sql()).find()) {
            return -1;
        }
        Words words = Words.of(statement.parsed().source().sql());
        int at = words.find(OPTION);
        return at < 0 ? -1 : words.offset(at);
    }
}
