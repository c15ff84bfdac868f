package dev.stairway.report.document;

import java.util.List;

/** One changelog in one scenario on several versions of a product. */
public record VersionGroup(
        String changelog,
        String product,
        String scenario,
        List<String> databases,
        int migrations,
        List<Difference> differences) {

    public VersionGroup {
        changelog = Defaults.text(changelog);
        product = Defaults.text(product);
        scenario = Defaults.text(scenario);
        databases = Defaults.list(databases);
        differences = Defaults.list(differences);
    }

    /** A migration that does not behave the same on all of them. */
    public record Difference(String migration, boolean leftOutOnly, List<Outcome> outcomes) {

        public Difference {
            migration = Defaults.text(migration);
            outcomes = Defaults.list(outcomes);
        }
    }

    /** What became of it on one version. */
    public record Outcome(String database, String verdict, String reason, List<String> rules) {

        public Outcome {
            database = Defaults.text(database);
            verdict = Defaults.text(verdict);
            reason = Defaults.text(reason);
            rules = Defaults.list(rules);
        }
    }
}
