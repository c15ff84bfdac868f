package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.lint.rules.support.LockMode;
import dev.stairway.lint.rules.support.LockNeed;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.lint.rules.support.Timeouts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** P27. */
public final class NoLockTimeout implements LintRule {

    private static final String LOCK_TIMEOUT = "lock_timeout";
    private static final int ONLY_WHERE_IT_IS_THE_CUSTOM = Integer.MAX_VALUE;
    private static final Facts FACTS = Facts.of("P27", "no-lock-timeout", Severity.INFO)
            .about("postgresql")
            .catches("A strong lock is waited for without a limit")
            .when(
                    "A migration locks a table that is in use so strongly that readers or writers queue behind it, and it has set no"
                            + " lock_timeout before. Only the first such statement of a migration is named. Most projects set the limit for"
                            + " the role or the connection instead, where no changelog shows it; so by default the rule speaks only where"
                            + " other migrations set one, or where this one sets it to 0. A limit of n, set for this rule, asks it of"
                            + " every table with at least n rows; a limit of 0 of every table that is not new, also of unknown size.")
            .effect(
                    "While the statement waits behind one long query, every later query of the table waits behind the statement:"
                            + " the table is down although nothing has been changed yet.")
            .instead(
                    "SET LOCAL lock_timeout = '2s'; before the statement, and let the migration be tried again when it gives up")
            .see(
                    "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",
                    "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES")
            .provenBy(Proof.BLOCKS_READS, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        List<Waiting> waiting = waiting(release);
        boolean custom = !waiting.isEmpty() && Timeouts.setAnywhere(Course.all(release), LOCK_TIMEOUT);
        Set<String> told = new HashSet<>();
        for (Waiting lock : waiting) {
            StatementView statement = lock.statement();
            boolean asked = custom || Timeouts.switchedOff(statement, LOCK_TIMEOUT) || wanted(statement, lock.need());
            if (asked && told.add(statement.migration().id())) {
                tell(statement, lock.need(), remarks);
            }
        }
    }

    private static List<Waiting> waiting(ReleaseView release) {
        List<Waiting> waiting = new ArrayList<>();
        for (StatementView statement : release.statements()) {
            LockNeeds.of(statement.tree(), statement.schema()).stream()
                    .filter(need -> need.mode().compareTo(LockMode.SHARE_ROW_EXCLUSIVE) >= 0)
                    .filter(need -> !statement.isHarmless(need.table()))
                    .filter(need -> !Timeouts.limited(statement, LOCK_TIMEOUT))
                    .forEach(need -> waiting.add(new Waiting(statement, need)));
        }
        return waiting;
    }

    /** A lock that a statement waits for without a limit. */
    private record Waiting(StatementView statement, LockNeed need) {}

    private static boolean wanted(StatementView statement, LockNeed need) {
        int limit = statement.setting().limit(FACTS, ONLY_WHERE_IT_IS_THE_CUSTOM);
        return limit == 0 || statement.setting().rows(need.table()).orElse(0) >= limit;
    }

    private static void tell(StatementView statement, LockNeed need, Remarks remarks) {
        remarks.at(
                statement,
                need.offset(),
                need.table().written(),
                need.mode() + " on " + need.table() + " is waited for without a limit, and whoever needs "
                        + need.table() + " meanwhile waits behind it");
    }
}
