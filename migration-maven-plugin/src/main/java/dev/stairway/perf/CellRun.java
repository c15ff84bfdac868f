package dev.stairway.perf;

import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;
import dev.stairway.perf.PerfReport.Recovery;
import dev.stairway.perf.PerfReport.Step;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The passes of one cell, and what they saw together. */
final class CellRun {

    private final Cell cell;
    private final DatabaseServer server;
    private final PerfTools tools;
    private final PerfOptions options;
    private final OneWay oneWay;
    private final PerfProgress progress;
    private final Samples samples = new Samples();
    private final List<PassReport> measured = new ArrayList<>();
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
        try {
            keep(kind, played(kind));
        } catch (ProblemException problem) {
            broken = problem.getMessage();
        } catch (SQLException | RuntimeException unexpected) {
            broken = unexpected.getClass().getSimpleName() + ": " + unexpected.getMessage();
        }
        nanos += System.nanoTime() - start;
        if (!broken.isEmpty()) {
            progress.passEnded(cell, broken);
        }
    }

    private PassReport played(Pass.Kind kind) throws SQLException {
        Optional<PassReport> report = Optional.empty();
        while (report.isEmpty()) {
            // Ends: each time one more migration is known to have no way back.
            report = onFreshDatabase(kind);
        }
        return report.get();
    }

    private Optional<PassReport> onFreshDatabase(Pass.Kind kind) throws SQLException {
        try (Database database = server.fresh("perf-" + rows());
                EngineRun engine = tools.engine().open(cell.source(), database);
                Filler filler = tools.fillers().open(database, options.seed())) {
            Stand stand = new Stand(database, engine, filler, step -> progress.passFills(cell, step));
            return new Pass(
                            stand,
                            kind,
                            rows(),
                            oneWay,
                            options.exclusions(),
                            List.of(),
                            () -> progress.passStepped(cell))
                    .play();
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
                judge.findings(cell, steps, recoveries, failed, reason, broken));
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
