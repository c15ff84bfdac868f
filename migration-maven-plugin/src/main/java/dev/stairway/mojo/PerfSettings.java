package dev.stairway.mojo;

import dev.stairway.matrix.Scenario;
import dev.stairway.measure.plan.QueryFile;
import dev.stairway.measure.plan.QueryFile.Release;
import dev.stairway.measure.traffic.WorkloadFile;
import dev.stairway.perf.PerfOptions;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Settings of the goal {@code perf} whose type lets more in than they mean. */
final class PerfSettings {

    private static final int MOST_ROWS = 100_000_000;
    private static final double MOST_CALLS = 1000;
    private static final long TIMEOUT_MILLIS = 60_000;

    private PerfSettings() {}

    /** One scenario for each number of rows, the smallest first. */
    static List<Scenario> sizes(List<String> configured) {
        List<Scenario> sizes = CheckedSettings.words(configured).stream()
                .map(PerfSettings::rows)
                .distinct()
                .sorted()
                .map(rows -> new Scenario(String.format(Locale.ROOT, "%,d rows", rows), rows, 0))
                .toList();
        if (sizes.isEmpty()) {
            throw CheckedSettings.refused("perf.rows", "empty", "Name one or more numbers, for example 0,1000,10000");
        }
        return sizes;
    }

    private static int rows(String word) {
        try {
            int rows = Integer.parseInt(word.replace("_", ""));
            if (rows >= 0 && rows <= MOST_ROWS) {
                return rows;
            }
        } catch (NumberFormatException noNumber) {
            throw refusedRows(word, noNumber);
        }
        throw refusedRows(word, null);
    }

    private static ProblemException refusedRows(String word, Exception cause) {
        return ProblemException.setup(
                "<rows> has '" + word + "'",
                "<rows> (-Dmigration.perf.rows)",
                "",
                "Use whole numbers from 0 to " + MOST_ROWS + ", for example 0,1000,10000",
                cause);
    }

    /** @param name below {@code migration.perf} */
    static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw CheckedSettings.refused("perf." + name, Integer.toString(value), "Use 1 to " + most);
        }
        return value;
    }

    static long forecastRows(long rows) {
        if (rows < 0) {
            throw CheckedSettings.refused(
                    "perf.forecastRows",
                    Long.toString(rows),
                    "Use the rows per table in production, or 0 for no forecast");
        }
        return rows;
    }

    /** Those of this release first. */
    static List<QueryFile> queries(Path base, List<String> present, List<String> before) {
        List<QueryFile> files = new ArrayList<>();
        new UserFiles("queries", "queries")
                .read(base, CheckedSettings.words(present))
                .forEach(file -> files.add(new QueryFile(file.name(), file.text(), Release.PRESENT)));
        new UserFiles("queriesBefore", "queries")
                .read(base, CheckedSettings.words(before))
                .forEach(file -> files.add(new QueryFile(file.name(), file.text(), Release.BEFORE)));
        return files;
    }

    static PerfOptions.Clients clients(double callsPerSecond, long slowReaderMillis, Path base, List<String> workload) {
        if (!(callsPerSecond >= 0) || callsPerSecond > MOST_CALLS) {
            throw CheckedSettings.refused(
                    "perf.callsPerSecond", Double.toString(callsPerSecond), "Use up to 1000, or 0 for no clients");
        }
        if (slowReaderMillis < 0) {
            throw CheckedSettings.refused(
                    "perf.slowReaderMillis", Long.toString(slowReaderMillis), "Use milliseconds, or 0 for none");
        }
        List<WorkloadFile> files = new UserFiles("workload", "statements")
                .read(base, CheckedSettings.words(workload)).stream()
                        .map(file -> new WorkloadFile(file.name(), file.text()))
                        .toList();
        return new PerfOptions.Clients(callsPerSecond, TIMEOUT_MILLIS, slowReaderMillis, files);
    }
}
