package dev.stairway.suite;

import dev.stairway.crash.CrashReport;
import dev.stairway.crash.CrashRun;
import dev.stairway.crash.CrashTools;
import dev.stairway.crash.Runners;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.fault.FaultReport;
import dev.stairway.fault.FaultRun;
import dev.stairway.fault.FaultTools;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.CrashesAssembler.Drilled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run that kills servers and runners in the middle of the migrations of every database of the matrix, and afterwards puts
 * faults on those servers.
 */
final class CrashSuite {

    private final RunFrame frame;
    private final Runners runners;

    CrashSuite(RunFrame frame, Runners runners) {
        this.frame = frame;
        this.runners = runners;
    }

    /**
     * Kills, writes every file and says how it ended.
     *
     * @throws dev.stairway.problem.ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        return frame.run(pass -> pass.documents().crashed(pass.entries(), drilled(pass)));
    }

    private List<Drilled> drilled(RunFrame.Pass pass) throws InterruptedException {
        return frame.onServers(frame.cells(), pass, cell -> cell, this::drilled);
    }

    private List<Drilled> drilled(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> cells)
            throws InterruptedException {
        CrashPlan plan = frame.options().crash();
        List<CrashReport> killed = new CrashRun(servers, this::crashTools, plan.kills(), frame.listener()).drill(cells);
        FaultRun faults = new FaultRun(servers, this::faultTools, plan.faults(), frame.listener());
        List<Drilled> drilled = new ArrayList<>();
        for (CrashReport report : killed) {
            // What keeps kills from their end has been told, and would keep faults from theirs.
            boolean tried =
                    report.notDrilled().isEmpty() && !plan.faults().faults().isEmpty();
            FaultReport disturbed = tried ? faults.drill(report.cell()) : null;
            drilled.add(new Drilled(report, disturbed));
        }
        return drilled;
    }

    private CrashTools crashTools(Cell cell) {
        return new CrashTools(
                frame.engine(cell),
                (database, seed) -> Fillers.open(database, seed, cell.source().data()),
                runners);
    }

    private FaultTools faultTools(Cell cell) {
        return new FaultTools(
                frame.engine(cell),
                (database, seed) -> Fillers.open(database, seed, cell.source().data()));
    }
}
