package dev.stairway.engine.liquibase;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.engine.Applied;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.StepOutcome;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;

/** One changelog opened on one database. */
final class LiquibaseRun implements EngineRun {

    private final LiquibaseScope scope;
    private final CellDatabase cell;
    private final List<Migration> migrations;
    private final Map<String, ChangeSet> changeSets = new HashMap<>();
    private final ChangeSetRunner runner;

    private final Set<String> bookkeeping;

    private final JdbcDatabase database;

    private LiquibaseRun(OpenChangelog opened, JdbcDatabase database) throws Exception {
        this.database = database;
        scope = opened.scope();
        cell = opened.cell();
        migrations = List.copyOf(opened.migrations().keySet());
        opened.migrations().forEach((migration, changeSet) -> changeSets.put(migration.id(), changeSet));
        runner = new ChangeSetRunner(opened.changeLog(), cell);
        bookkeeping = scope.call(() -> bookkeepingTables(cell));
    }

    static LiquibaseRun open(ChangelogSource source, JdbcDatabase database, KnownMigrations known) {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            OpenChangelog opened = OpenChangelog.on(source, database, session, known);
            session.settle();
            return new LiquibaseRun(opened, database);
        } catch (ProblemException told) {
            throw told;
        } catch (Exception failed) {
            throw ProblemException.setup(
                    "Liquibase cannot start on " + database.id(),
                    source.location(),
                    Failures.reason(failed),
                    "Check that the database can be reached and that its user may create tables.",
                    failed);
        }
    }

    @Override
    public List<Migration> migrations() {
        return migrations;
    }

    @Override
    public StepOutcome up(Migration migration, Session session) {
        if (migration.notApplicable().isPresent()) {
            return StepOutcome.skipped(migration.notApplicable().get());
        }
        return step(session, () -> runner.up(changeSet(migration)));
    }

    @Override
    public StepOutcome down(Migration migration, Session session) {
        return step(session, () -> runner.down(changeSet(migration)));
    }

    @Override
    public RunLock lock(Duration patience) {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            String table = call(session, this::lockTable);
            session.settle();
            return ChangelogLock.take(database, table, patience);
        } catch (SQLException failed) {
            throw ProblemException.setup(
                    "Liquibase's lock cannot be taken",
                    database.url(),
                    String.valueOf(failed.getMessage()),
                    "Check that the database can be reached",
                    failed);
        }
    }

    /** As it is written in a statement. */
    private String lockTable() {
        return cell.database()
                .escapeTableName(
                        cell.database().getLiquibaseCatalogName(),
                        cell.database().getLiquibaseSchemaName(),
                        cell.database().getDatabaseChangeLogLockTableName());
    }

    @Override
    public void markRan(Migration migration, Session session) {
        call(session, () -> {
            cell.history().setExecType(changeSet(migration), ChangeSet.ExecType.MARK_RAN);
            return null;
        });
    }

    @Override
    public List<Migration> pending(Session session) {
        return call(session, () -> {
            List<Migration> pending = new ArrayList<>();
            ShouldRunChangeSetFilter filter = new ShouldRunChangeSetFilter(cell.database());
            for (Migration migration : migrations) {
                if (migration.notApplicable().isEmpty()
                        && filter.accepts(changeSet(migration)).isAccepted()) {
                    pending.add(migration);
                }
            }
            return pending;
        });
    }

    @Override
    public List<String> unlike(Session session) {
        return call(session, () -> {
            List<String> unlike = new ArrayList<>();
            for (Migration migration : migrations) {
                RanChangeSet ran = cell.history().getRanChangeSet(changeSet(migration));
                if (ran != null
                        && ran.getLastCheckSum() != null
                        && !migration.repeats()
                        && !changeSet(migration).isCheckSumValid(ran.getLastCheckSum())) {
                    unlike.add(migration.name() + " (" + ran.getLastCheckSum() + ", now " + migration.checksum() + ")");
                }
            }
            return unlike;
        });
    }

    @Override
    public List<Applied> history(Session session) {
        return call(session, () -> {
            Map<RanChangeSet, String> known = new IdentityHashMap<>();
            for (Migration migration : migrations) {
                RanChangeSet ran = cell.history().getRanChangeSet(changeSet(migration));
                if (ran != null) {
                    known.put(ran, migration.id());
                }
            }
            return cell.history().getRanChangeSets().stream()
                    .map(ran -> new Applied(known.getOrDefault(ran, ran.toString()), at(ran), known.containsKey(ran)))
                    .toList();
        });
    }

    private static String at(RanChangeSet ran) {
        return ran.getDateExecuted() == null
                ? ""
                : new Timestamp(ran.getDateExecuted().getTime())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    @Override
    public Optional<String> lock(Session session) {
        return call(session, () -> new TableLock(cell.database()).take());
    }

    @Override
    public void unlock(Session session) {
        call(session, () -> {
            new TableLock(cell.database()).giveBack();
            return null;
        });
    }

    @Override
    public List<String> commandsAgain(Migration migration, boolean refuses) {
        return List.of("liquibase update");
    }

    @Override
    public Set<String> bookkeepingTables() {
        return bookkeeping;
    }

    /** Their names are settings, which are asked of a scope. */
    private static Set<String> bookkeepingTables(CellDatabase cell) {
        return Set.of(
                cell.database().getDatabaseChangeLogTableName().toLowerCase(Locale.ROOT),
                cell.database().getDatabaseChangeLogLockTableName().toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        cell.close(scope);
    }

    private ChangeSet changeSet(Migration migration) {
        ChangeSet changeSet = changeSets.get(migration.id());
        if (changeSet == null) {
            throw new IllegalArgumentException("not in this changelog: " + migration.id());
        }
        return changeSet;
    }

    /** A migration that fails in any way, with an Error of its own code included, is an outcome. */
    private StepOutcome step(Session session, LiquibaseScope.Work<StepOutcome> work) {
        try {
            return inside(session, work);
        } catch (OutOfMemoryError noMemory) {
            throw noMemory;
        } catch (Throwable failure) {
            if (Failures.chain(failure).stream().anyMatch(InterruptedException.class::isInstance)) {
                // The run is being stopped; the code that waited has eaten the sign of it.
                Thread.currentThread().interrupt();
            }
            return StepOutcome.failed(Failures.reason(failure), Failures.sql(failure));
        }
    }

    private <T> T call(Session session, LiquibaseScope.Work<T> work) {
        try {
            return inside(session, work);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception failed) {
            throw ProblemException.setup(
                    "Liquibase cannot use its history table",
                    String.join(", ", new TreeSet<>(bookkeeping)),
                    Failures.reason(failed),
                    "Do not change this table in a migration.",
                    failed);
        }
    }

    private <T> T inside(Session session, LiquibaseScope.Work<T> work) throws Exception {
        cell.use((JdbcSession) session);
        try {
            return scope.call(work);
        } finally {
            cell.release();
        }
    }
}
