package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.Setting;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.LockMode;
import dev.stairway.lint.rules.support.LockNeed;
import dev.stairway.lint.rules.support.LockNeed.Work;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.lint.rules.support.Timeouts;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * P27. Any ALTER TABLE may have to wait, and a correct project may limit that wait where no changelog shows it: by the role,
 * the URL, the pool. A warning at each would drown those; none at all would miss the outage that happens most. So it speaks
 * where something speaks for the danger: the table is known to be large, the project's other migrations set a limit and this
 * one does not, or it switches the limit off. Of statements that work under their lock other rules tell the worse thing, and
 * of a migration one statement is told.
 */
public final class NoLockTimeout implements LintRule {

    private static final String LOCK_TIMEOUT = "lock_timeout";
    private static final Facts FACTS = Facts.of("P27", "no-lock-timeout", Severity.WARNING)
            .about("postgresql")
            .catches("A strong lock is waited for without a limit")
            .when(
                    "A statement that is over at once locks a table that is in use so strongly that readers or writers queue behind"
                            + " it, and no lock_timeout that still holds has been set before: SET LOCAL does nothing outside a transaction and"
                            + " ends with it, and what a changeSet of Liquibase sets that runs always holds for the others. Only the first such statement of a migration is named. It"
                            + " speaks where the table is known to have at least 100 000 rows, where at least half of the migrations that"
                            + " lock something set a limit, and where this one sets it to 0. Quiet where a migration sets the limit for a"
                            + " role or the database. The number of rows can be set; 0 asks for a limit on every table that is not new.")
            .effect(
                    "While the statement waits behind one long query, every later query of the table waits behind the statement:"
                            + " the table is down although nothing has been changed yet.")
            .instead(
                    "SET LOCAL lock_timeout = '2s'; before the statement, outside a transaction SET and RESET, and let the"
                            + " migration be tried again when it gives up")
            .see(
                    "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",
                    "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    /** A lock that a statement waits for without a limit. */
    private record Waiting(StatementView statement, LockNeed need) {}

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        List<Waiting> waiting =
                release.statements().stream().flatMap(NoLockTimeout::waiting).toList();
        if (waiting.isEmpty()) {
            return;
        }
        boolean forAll = Timeouts.setForAll(release, LOCK_TIMEOUT);
        boolean custom = !forAll && isCustom(release);
        Set<String> told = new HashSet<>();
        for (Waiting lock : waiting) {
            StatementView statement = lock.statement();
            boolean asked = custom
                    || Timeouts.switchedOff(statement, LOCK_TIMEOUT)
                    || !forAll && wanted(statement, lock.need());
            if (asked && told.add(statement.migration().id())) {
                tell(statement, lock.need(), remarks);
            }
        }
    }

    private static Stream<Waiting> waiting(StatementView statement) {
        if (Timeouts.limited(statement, LOCK_TIMEOUT) || CreateTriggerLock.tells(statement)) {
            return Stream.empty();
        }
        List<LockNeed> strong = LockNeeds.of(statement.tree(), statement.schema()).stream()
                .filter(need -> need.mode().compareTo(LockMode.SHARE_ROW_EXCLUSIVE) >= 0)
                .filter(need -> !statement.isHarmless(need.table()))
                .toList();
        boolean works = strong.stream().anyMatch(need -> need.work() != Work.QUICK);
        return works ? Stream.empty() : strong.stream().map(need -> new Waiting(statement, need));
    }

    private static boolean isCustom(ReleaseView release) {
        Habit before = release.past().learn(NoLockTimeout.class, Habit::new, Habit::learn);
        Habit all = new Habit(before);
        release.migrations().forEach(all::learn);
        return all.limited > 0 && 2 * all.limited >= all.locking;
    }

    /** How many migrations change tables, and how many of them limit how long they wait. */
    private static final class Habit {

        private int locking;
        private int limited;

        Habit() {}

        Habit(Habit before) {
            locking = before.locking;
            limited = before.limited;
        }

        void learn(MigrationView migration) {
            if (migration.up().stream().anyMatch(statement -> statement.tree() instanceof SqlTree.AlterTable)) {
                locking++;
                limited += Timeouts.setAnywhere(migration.up(), LOCK_TIMEOUT) ? 1 : 0;
            }
        }
    }

    private static boolean wanted(StatementView statement, LockNeed need) {
        int limit = statement.setting().limit(FACTS, (int) Setting.LARGE_ROWS);
        return limit == 0 || statement.setting().rows(need.table()).orElse(0) >= limit;
    }

    private static void tell(StatementView statement, LockNeed need, Remarks remarks) {
        remarks.at(
                statement,
                need.offset(),
                need.table().written(),
                need.mode() + " on " + need.table() + " is waited for without a limit, and whoever needs "
                        + need.table() + " meanwhile waits behind it",
                Timeouts.advice(statement, LOCK_TIMEOUT, "2s")
                        + ", and let the migration be tried again when it gives up");
    }
}
