package dev.stairway.perf;

import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.matrix.Cell;
import dev.stairway.perf.PerfReport.Recovery;
import dev.stairway.perf.PerfReport.Step;
import dev.stairway.perf.advice.Advice;
import dev.stairway.perf.advice.AdviceLimits;
import dev.stairway.perf.query.QueryFindings;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The passes of one cell, and what they saw together. */
final class CellRun {

    private final Cell cell;
    private final DatabaseServer server;
    private final PerfTools tools;
    private final PerfOptions options;
    private final OneWay oneWay;
    private final PerfProgress progress;
    private final Onlookers onlookers;
    private final Samples samples = new Samples();
    private final List<Finding> disturbed = new ArrayList<>();
    private final List<PassReport> measured = new ArrayList<>();
    private PassReport watched;
    private PlanOnlooker plans;
    private Migration failed;
    private String reason = "";
    private String broken = "";
    private long nanos;

    CellRun(
            Cell cell,
            DatabaseServer server,
            PerfTools tools,
            PerfOptions options,
            OneWay oneWay,
            PerfProgress progress) {
        this.cell = cell;
        this.server = server;
        this.tools = tools;
        this.options = options;
        this.oneWay = oneWay;
        this.progress = progress;
        this.onlookers = new Onlookers(server, options.clients(), options.queries());
    }

    int rows() {
        return cell.scenario().rows();
    }

    OneWay oneWay() {
        return oneWay;
    }

    Cell cell() {
        return cell;
    }

    /** Plays one pass; what goes wrong is kept for the report, and nothing is played after it that cannot be. */
    void play(Pass.Kind kind) {
        if (!broken.isEmpty()) {
            return;
        }
        progress.passBegins(cell);
        long start = System.nanoTime();
        String problem = tried(kind);
        nanos += System.nanoTime() - start;
        if (!problem.isEmpty()) {
            progress.passEnded(cell, problem);
            if (kind.quiet()) {
                broken = problem;
            } else {
                disturbed.add(Disturbance.notSeen(kind, problem));
            }
        }
    }

    /** Plays it; returns why it could not be played, empty when it could. */
    private String tried(Pass.Kind kind) {
        try {
            if (kind.quiet()) {
                keep(kind, played(kind, oneWay));
            } else {
                // What goes wrong while somebody looks on says nothing of the migration alone.
                OneWay here = new OneWay(oneWay);
                disturbed(kind, played(kind, here), here);
            }
            return "";
        } catch (ProblemException problem) {
            return problem.getMessage();
        } catch (SQLException | RuntimeException unexpected) {
            return unexpected.getClass().getSimpleName() + ": " + unexpected.getMessage();
        }
    }

    private PassReport played(Pass.Kind kind, OneWay known) throws SQLException {
        Optional<PassReport> report = Optional.empty();
        while (report.isEmpty()) {
            // Ends: each time one more migration is known to have no way back.
            report = onFreshDatabase(kind, known);
        }
        return report.get();
    }

    private Optional<PassReport> onFreshDatabase(Pass.Kind kind, OneWay known) throws SQLException {
        try (Database database = server.fresh("perf-" + rows());
                EngineRun engine = tools.engine().open(cell.source(), database);
                Filler filler = tools.fillers().open(database, options.seed())) {
            Stand stand = new Stand(database, engine, filler, step -> progress.passFills(cell, step));
            List<Onlooker> lookOn = onlookers.of(kind, stand, watched);
            if (!kind.quiet() && lookOn.isEmpty()) {
                return Optional.of(PassReport.NOTHING);
            }
            Optional<PassReport> report = new Pass(
                            stand, kind, rows(), known, options.exclusions(), lookOn, () -> progress.passStepped(cell))
                    .play();
            lookOn.stream()
                    .filter(PlanOnlooker.class::isInstance)
                    .map(PlanOnlooker.class::cast)
                    .forEach(seen -> plans = seen);
            return report;
        }
    }

    private void keep(Pass.Kind kind, PassReport report) {
        if (report.failed() != null && failed == null) {
            failed = report.failed();
            reason = report.reason();
            progress.passEnded(cell, failed.id() + " fails: " + reason);
        }
        if (kind == Pass.Kind.MEASURED) {
            measured.add(report);
        }
        samples.add(kind, report);
    }

    private void disturbed(Pass.Kind kind, PassReport report, OneWay here) {
        samples.add(kind, report);
        if (kind == Pass.Kind.WATCHED) {
            watched = report;
        } else {
            // The one that ends every pass is no news.
            disturbed.addAll(Disturbance.of(report, here.own(), failed));
        }
    }

    PerfReport report() {
        List<Step> steps = samples.steps(oneWay);
        List<Recovery> recoveries = recoveries();
        PerfJudge judge = new PerfJudge(options.limits(), server.id().product(), rows());
        return new PerfReport(
                cell,
                server.id(),
                server.serverVersion(),
                server.driverVersion(),
                rows(),
                failed == null ? broken : failed.id() + " fails: " + reason,
                nanos,
                steps,
                recoveries,
                plans == null ? List.of() : List.copyOf(plans.changes()),
                Stream.of(
                                judge.findings(cell, steps, recoveries, failed, reason, broken),
                                disturbed,
                                advice(),
                                queries(steps))
                        .flatMap(List::stream)
                        .toList());
    }

    /** What to write instead of that which was seen to keep others away. */
    private List<Finding> advice() {
        if (watched == null) {
            return List.of();
        }
        Advice advice = new Advice(AdviceLimits.DEFAULT.withMaxLockMillis(
                options.limits().lock(server.id().product()).orElse(0)));
        return Advice.together(watched.steps().stream()
                .flatMap(step -> advice
                        .on(step.migration(), step.up().statements(), step.up().tableRows())
                        .stream())
                .toList());
    }

    private List<Finding> queries(List<Step> steps) {
        return plans == null
                ? List.of()
                : new QueryFindings(steps.stream().map(Step::migration).toList()).of(plans.changes(), plans.indexes());
    }

    /** As far as every measured pass came. */
    private List<Recovery> recoveries() {
        int count = measured.stream()
                .mapToInt(pass -> pass.recoveries().size())
                .min()
                .orElse(0);
        return IntStream.range(0, count)
                .mapToObj(i -> new Recovery(
                        measured.get(0).recoveries().get(i).migration(),
                        measured.stream()
                                .map(pass -> pass.recoveries().get(i).nanos())
                                .toList()))
                .toList();
    }
}
