package dev.stairway.operate;

import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.operate.health.Health;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a change in which the database is written to, under the lock of the engine. */
final class Work {

    private final Operation operation;
    private final Journal journal;
    private final boolean up;
    private final Optional<PlanCheck> plans;
    private final List<Migration> done = new ArrayList<>();
    private boolean takenBack;
    private boolean reversible;
    private String unproven = "";
    private Set<String> bookkeeping = Set.of();
    private Fingerprint reached = Fingerprint.NONE;

    /**
     * @param up false to take migrations back
     * @throws ProblemException when the queries of the application cannot be read
     */
    Work(Operation operation, Journal journal, boolean up) {
        this.operation = operation;
        this.journal = journal;
        this.up = up;
        this.plans = up ? PlanCheck.of(operation) : Optional.empty();
    }

    /** True when all of it was taken back, so that the database is where it was. */
    boolean takenBack() {
        return takenBack;
    }

    /** Why nobody has compared what was taken back with what was there before; empty where that was done. */
    String unproven() {
        return unproven;
    }

    /** True when those that are done could be taken back one by one. */
    boolean reversible() {
        return reversible;
    }

    /** How many migrations of the plan are done and not taken back. */
    int done() {
        return done.size();
    }

    /**
     * Does it.
     *
     * @param seen by the look before
     * @param begun called right before the first migration
     * @return why it failed; empty where it did not
     */
    String run(Status seen, List<Migration> plan, Runnable begun) {
        Duration limit = up
                ? operation.options().times().migration()
                : operation.options().times().rollback();
        try (OperatedServer server = operation.working(limit);
                EngineRun run = opened(seen, server);
                EngineLock lock = EngineLock.take(run, server)) {
            List<Migration> here = here(plan, run, lock.status());
            bookkeeping = run.bookkeepingTables();
            if (seen.history()) {
                journal.before(fingerprint(run, server));
            }
            plans.ifPresent(PlanCheck::before);
            begun.run();
            Steps steps = steps(run, server, limit);
            String failure = all(here, steps);
            Status now = StatusReader.read(run, server);
            reached = fingerprint(run, server);
            if (failure.isEmpty()) {
                failure = validated(now, here);
            }
            reversible = up && !steps.leftBehind() && eachHasAWayBack();
            if (!failure.isEmpty()
                    && reversible
                    && !operation.options().environment().production()) {
                takenBack = back(run, server);
                now = StatusReader.read(run, server);
            }
            journal.after(now.revision());
            journal.after(reached);
            return failure;
        }
    }

    /**
     * Where there is no history yet, engines may run scripts of the project's as they are opened, and so it is looked at before;
     * none of their own tables is there by then.
     */
    private EngineRun opened(Status seen, OperatedServer server) {
        if (!seen.history()) {
            journal.before(Fingerprint.of(
                    server, Set.of(), operation.options().safety().fingerprintBytes()));
        }
        return operation.engine().open(operation.source(), server.database());
    }

    /** As it is now, by a connection of its own. */
    Fingerprint fingerprint() {
        try (OperatedServer server =
                operation.working(operation.options().times().validation())) {
            return Fingerprint.of(
                    server, bookkeeping, operation.options().safety().fingerprintBytes());
        }
    }

    private Fingerprint fingerprint(EngineRun run, OperatedServer server) {
        return Fingerprint.of(
                server, run.bookkeepingTables(), operation.options().safety().fingerprintBytes());
    }

    private Steps steps(EngineRun run, OperatedServer server, Duration limit) {
        return new Steps(
                run,
                server.database(),
                operation.options().retries(),
                new Deadline(up ? "maxMigrationTime" : "rollbackTimeout", limit),
                operation.progress());
    }

    /** Those of the plan as this run knows them; under the lock nobody else changes the history any more. */
    private List<Migration> here(List<Migration> plan, EngineRun run, Status now) {
        Set<String> expected = up
                ? new HashSet<>(Migration.ids(now.pending()))
                : now.applied().stream().map(one -> one.migration()).collect(Collectors.toSet());
        Map<String, Migration> known = new HashMap<>();
        run.migrations().forEach(migration -> known.put(migration.id(), migration));
        List<Migration> here = new ArrayList<>();
        for (Migration migration : plan) {
            if (!expected.contains(migration.id()) || !known.containsKey(migration.id())) {
                throw ProblemException.setup(
                        "Somebody else has changed the history meanwhile, and no migration was run",
                        operation.target().place(),
                        migration.id() + (up ? " is not pending any more" : " is not applied any more"),
                        "Look with mvn migration:status, and start again",
                        null);
            }
            here.add(known.get(migration.id()));
        }
        return here;
    }

    private String all(List<Migration> plan, Steps steps) {
        for (int i = 0; i < plan.size(); i++) {
            String place = (i + 1) + "/" + plan.size();
            StepLine line = up ? steps.up(plan.get(i), place) : steps.down(plan.get(i), place);
            journal.step(line);
            if (!line.done()) {
                return "Migration " + line.migration() + (up ? " fails: " : " cannot be taken back: ") + line.reason();
            }
            done.add(plan.get(i));
        }
        return "";
    }

    private String validated(Status now, List<Migration> plan) {
        if (operation.options().skipValidation()) {
            journal.note("Nothing was looked at afterwards, as asked for");
            return "";
        }
        Health looked = new Validation(operation, journal.health())
                .of(now, up ? plan : List.of(), up ? List.of() : plan, reached);
        Health seen = plans.map(check -> looked.with(check.after(journal))).orElse(looked);
        journal.validation(seen);
        seen.table().forEach(operation.progress());
        return seen.failed().stream()
                .map(check -> check.name() + ": " + check.seen())
                .map(text -> "The database is not as it should be afterwards: " + text)
                .findFirst()
                .orElse("");
    }

    /** One that runs again and again was perhaps there before, and its way back takes away more than this run brought. */
    private boolean eachHasAWayBack() {
        return done.stream()
                .allMatch(migration -> !migration.repeats() && migration.rollback() != Migration.Rollback.MISSING);
    }

    private boolean back(EngineRun run, OperatedServer server) {
        Duration limit = operation.options().times().rollback();
        operation.progress().accept("Taking back " + done.size() + " of this run");
        Steps steps = new Steps(
                run,
                server.database(),
                operation.options().retries(),
                new Deadline("rollbackTimeout", limit),
                operation.progress());
        List<Migration> reversed = new ArrayList<>(done);
        Collections.reverse(reversed);
        long start = System.nanoTime();
        for (int i = 0; i < reversed.size(); i++) {
            StepLine line = steps.down(reversed.get(i), (i + 1) + "/" + reversed.size());
            journal.step(line);
            if (!line.done()) {
                journal.note("The way back stops at " + line.migration() + ": " + line.reason());
                return false;
            }
            done.remove(reversed.get(i));
        }
        tellSlow(System.nanoTime() - start);
        reached = fingerprint(run, server);
        String notRead = journal.before().notRead().isEmpty()
                ? reached.notRead()
                : journal.before().notRead();
        if (!notRead.isEmpty()) {
            unproven = notRead;
            return true;
        }
        boolean same = reached.same(journal.before());
        if (!same) {
            journal.note("The ways back ran, and the fingerprint is another one than before");
        }
        return same;
    }

    private void tellSlow(long nanos) {
        Duration slow = operation.options().times().slowRollback();
        if (nanos > slow.toNanos()) {
            journal.note("The way back took " + nanos / 1_000_000_000 + " s, more than " + slow.toSeconds()
                    + " s (maxRollbackTime)");
        }
    }
}
