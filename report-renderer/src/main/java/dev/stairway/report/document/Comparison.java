package dev.stairway.report.document;

import java.util.List;

/** This run against the performance baseline. */
public record Comparison(String baselineFile, String baselineAt, String environment, List<Entry> entries) {

    public Comparison {
        baselineFile = Defaults.text(baselineFile);
        baselineAt = Defaults.text(baselineAt);
        environment = Defaults.text(environment);
        entries = Defaults.list(entries);
    }

    /**
     * One figure, then and now.
     *
     * @param previous null when new
     * @param current null when gone
     * @param ratio null when either is missing or zero
     */
    public record Entry(
            String changelog,
            String migration,
            String database,
            String scenario,
            String metric,
            Double previous,
            Double current,
            Double ratio,
            double limit,
            String verdict) {

        public Entry {
            changelog = Defaults.text(changelog);
            migration = Defaults.text(migration);
            database = Defaults.text(database);
            scenario = Defaults.text(scenario);
            metric = Defaults.text(metric);
            verdict = Defaults.text(verdict);
        }

        public boolean isRegression() {
            return "REGRESSION".equals(verdict);
        }
    }
}
