package dev.stairway.run;

import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.RowsRead;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.problem.ProblemException;
import dev.stairway.release.Dumps;
import dev.stairway.run.CellReport.Descent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The walk over all steps of one cell. */
public final class Stairway {

    private final Cell cell;
    private final DatabaseServer server;
    private final Toolbox tools;
    private final WalkOptions options;
    private final Progress progress;
    private final Segment segment;
    private final EarlierSteps earlier;
    private final List<StepReport> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> unfilled = new TreeMap<>();
    private List<FixtureUse> fixtures = List.of();
    private Descent descent;
    private String schemaDigest = "";
    private String dataDigest = "";
    private long dataNanos;

    public Stairway(Cell cell, DatabaseServer server, Toolbox tools, WalkOptions options, Progress progress) {
        this(cell, server, tools, options, progress, Segment.WHOLE, List::of);
    }

    /** @param earlier gives the steps of the segment before this one, waiting for its end */
    Stairway(
            Cell cell,
            DatabaseServer server,
            Toolbox tools,
            WalkOptions options,
            Progress progress,
            Segment segment,
            EarlierSteps earlier) {
        this.segment = segment;
        this.earlier = earlier;
        this.cell = cell;
        this.server = server;
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /** Steps that another database walked. */
    @FunctionalInterface
    interface EarlierSteps {
        List<StepReport> await();
    }

    /** Walks the cell to its end. A cell that could not run is a report with a reason, not an exception. */
    public CellReport walk() {
        long start = System.nanoTime();
        String notRun = "";
        try (Database database = server.fresh(cell.scenario().name())) {
            UpgradePath path = cell.scenario().path();
            if (path != null && path.dump() != null) {
                Dumps.load(path.dump(), path.shownAs(), database);
            }
            walk(database);
        } catch (ProblemException problem) {
            notRun = problem.getMessage();
        } catch (SQLException | RuntimeException unexpected) {
            notRun = unexpected.getClass().getSimpleName() + ": " + unexpected.getMessage() + at(unexpected);
        }
        if (!notRun.isEmpty()) {
            findings.add(new Finding(
                    Rule.CELL_NOT_RUN,
                    null,
                    cell + " did not run to its end",
                    notRun.lines().toList(),
                    "Repair the cause; nothing is known about the migrations that were not walked"));
        }
        return report(notRun, System.nanoTime() - start);
    }

    private static String at(Exception unexpected) {
        StackTraceElement[] trace = unexpected.getStackTrace();
        return trace.length == 0 ? "" : " (at " + trace[0] + ")";
    }

    private void walk(Database database) throws SQLException {
        try (EngineRun engine = tools.engine().open(cell.source(), database);
                Fingerprinter fingerprinter = tools.fingerprinters().open(database, engine.bookkeepingTables());
                Filler filler = tools.fillers().open(database, options.seed())) {
            Told told = new Told(progress, cell, table -> fingerprinter.tables().get(table));
            Bench bench = new Bench(database, engine, fingerprinter, filler, told);
            RowsRead.tell(told);
            Departure departure = Departure.of(cell.scenario().path(), bench);
            bench.readAll();
            try (History history = new History(bench)) {
                climb(bench, history, departure);
                if (segment.last()) {
                    atHead(bench);
                }
            } finally {
                RowsRead.tellNobody();
                dataNanos = bench.supply().nanos();
                findings.addAll(bench.missed());
                if (segment.last()) {
                    unfilled.putAll(bench.supply().unfilled());
                    notFilled();
                }
                if (!fingerprinter.namedColumns()) {
                    findings.replaceAll(KeyPhrases::of);
                    steps.replaceAll(step -> step.because(KeyPhrases.line(step.reason())));
                }
            }
        }
    }

    private void atHead(Bench bench) throws SQLException {
        secondRun(bench);
        schemaDigest = bench.fingerprinter().schemaDigest().hex();
        dataDigest = bench.fingerprinter().dataDigest().hex();
        if (options.descent()) {
            descend(bench);
        }
    }

    private void climb(Bench bench, History history, Departure departure) throws SQLException {
        List<Migration> migrations = bench.engine().migrations();
        int end = Math.min(segment.to(), migrations.size());
        int firstChecked = options.checkLast() == 0 ? 0 : migrations.size() - options.checkLast();
        StepWalk withoutRows = new StepWalk(bench, history, cell.scenario().withoutRows(), options);
        new Approach(bench, history, withoutRows).apply(migrations.subList(0, Math.min(segment.from(), end)));
        departure.approach(history, withoutRows);
        StepWalk walk = new StepWalk(bench, history, cell.scenario(), options);
        FixtureStage stage = new FixtureStage(
                bench, history, cell, departure.fixtures(options.rows().fixtures()));
        try {
            for (int i = segment.from(); i < end; i++) {
                if (departure.passed(migrations.get(i))) {
                    steps.add(departure.report(migrations.get(i)));
                } else {
                    stage.before(i);
                    steps.add(walk.walk(migrations.get(i), i < firstChecked));
                }
                progress.stepped(cell, steps.get(steps.size() - 1), migrations.size());
            }
            stage.atHead();
            if (segment.last()) {
                walk.finish();
            }
        } finally {
            findings.addAll(walk.findings());
            findings.addAll(stage.findings());
            fixtures = stage.uses();
        }
        if (options.checkLast() > 0) {
            limit(
                    steps.stream()
                            .filter(s -> s.down() != null)
                            .mapToLong(s -> s.down().wallNanos())
                            .sum(),
                    "the last " + options.checkLast() + " rollbacks");
        }
    }

    private void secondRun(Bench bench) throws SQLException {
        List<Finding> found = SecondRun.check(bench);
        findings.addAll(found);
        List<String> ids = found.stream().map(f -> f.migration().id()).toList();
        steps.replaceAll(step -> step.verdict() == Verdict.REVERSIBLE
                        && ids.contains(step.migration().id())
                ? step.as(Verdict.NOT_IDEMPOTENT)
                : step);
    }

    private void descend(Bench bench) throws SQLException {
        DescentWalk walk = new DescentWalk(bench);
        List<StepReport> all = new ArrayList<>(earlier.await());
        all.addAll(steps);
        descent = walk.walk(all);
        findings.addAll(walk.findings());
        limit(descent.nanos(), "the " + descent.migrations() + " rollbacks from head");
    }

    private void limit(long nanos, String what) {
        long millis = nanos / 1_000_000;
        if (options.maxRollbackMillis() > 0 && millis > options.maxRollbackMillis()) {
            findings.add(new Finding(
                    Rule.ROLLBACK_TOO_SLOW,
                    null,
                    what + " took " + millis + " ms, the limit is " + options.maxRollbackMillis() + " ms",
                    List.of(millis + " ms > " + options.maxRollbackMillis() + " ms (maxRollbackMillis)"),
                    "Make the slowest rollback faster, or raise the limit"));
        }
    }

    private void notFilled() {
        if (!unfilled.isEmpty()) {
            findings.add(UnfilledTables.finding(unfilled, steps));
        }
    }

    private CellReport report(String notRun, long nanos) {
        return new CellReport(
                cell,
                server.id(),
                server.serverVersion(),
                server.driverVersion(),
                notRun,
                nanos,
                dataNanos,
                schemaDigest,
                dataDigest,
                steps,
                descent,
                unfilled,
                fixtures,
                findings);
    }
}
