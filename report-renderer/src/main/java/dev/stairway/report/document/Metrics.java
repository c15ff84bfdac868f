package dev.stairway.report.document;

import java.util.List;
import java.util.Map;

/**
 * The metrics document. The fields are explained by the published JSON Schema. Strings, lists and maps are never null here;
 * a nullable field says so.
 *
 * @param performance null when it was not measured
 * @param safety null when the migrations were not read for danger
 * @param crossDb null when databases were not compared
 * @param backups null when none were tried
 * @param crashes null when nothing was killed
 */
public record Metrics(
        String formatVersion,
        Run run,
        List<Changelog> changelogs,
        List<DatabaseEntry> databases,
        List<Cell> cells,
        List<VersionGroup> versions,
        List<Finding> findings,
        Performance performance,
        Safety safety,
        CrossDb crossDb,
        Backups backups,
        Crashes crashes,
        Gate gate) {

    public Metrics {
        formatVersion = Defaults.text(formatVersion);
        run = run == null ? new Run(null, 0, null, 0, null, null, null) : run;
        changelogs = Defaults.list(changelogs);
        databases = Defaults.list(databases);
        cells = Defaults.list(cells);
        versions = Defaults.list(versions);
        findings = Defaults.list(findings);
        gate = gate == null ? new Gate(false, null) : gate;
    }

    /** A document about one version of everything. */
    public Metrics(
            String formatVersion,
            Run run,
            List<Changelog> changelogs,
            List<DatabaseEntry> databases,
            List<Cell> cells,
            List<Finding> findings,
            Gate gate) {
        this(formatVersion, run, changelogs, databases, cells, List.of(), findings, null, null, null, null, null, gate);
    }

    public record Run(
            String startedAt,
            long durationMillis,
            String goal,
            long seed,
            String project,
            String projectName,
            Map<String, String> tool) {

        public Run {
            startedAt = Defaults.text(startedAt);
            goal = Defaults.text(goal);
            project = Defaults.text(project);
            projectName = Defaults.text(projectName);
            tool = Defaults.map(tool);
        }
    }

    /** @param engineOrigin where that version comes from, to be read behind it; empty where nobody could choose */
    public record Changelog(
            String id,
            String engine,
            String engineVersion,
            String engineOrigin,
            String location,
            List<Migration> migrations) {

        public Changelog {
            id = Defaults.text(id);
            engine = Defaults.text(engine);
            engineVersion = Defaults.text(engineVersion);
            engineOrigin = Defaults.text(engineOrigin);
            location = Defaults.text(location);
            migrations = Defaults.list(migrations);
        }
    }

    /** @param line 1-based, 0 where unknown */
    public record Migration(
            String id,
            String name,
            String author,
            String file,
            int line,
            String description,
            String checksum,
            String rollback) {

        public Migration {
            id = Defaults.text(id);
            name = name == null || name.isBlank() ? id : name;
            author = Defaults.text(author);
            file = Defaults.text(file);
            description = Defaults.text(description);
            checksum = Defaults.text(checksum);
            rollback = Defaults.text(rollback);
        }

        /** File and line; empty where unknown. */
        public String position() {
            return Defaults.position(file, line);
        }
    }

    /**
     * @param serverVersion null when it never started
     * @param driverVersion null when it never started
     */
    public record DatabaseEntry(
            String id,
            String product,
            String version,
            String provider,
            String serverVersion,
            String driverVersion,
            List<NotCompared> notCompared) {

        public DatabaseEntry {
            id = Defaults.text(id);
            product = Defaults.text(product);
            version = Defaults.text(version);
            provider = Defaults.text(provider);
            notCompared = Defaults.list(notCompared);
        }
    }

    /** Something that comparisons on a product leave out. */
    public record NotCompared(String what, String reason) {

        public NotCompared {
            what = Defaults.text(what);
            reason = Defaults.text(reason);
        }
    }

    public record Gate(boolean failed, List<String> reasons) {

        public Gate {
            reasons = Defaults.list(reasons);
        }
    }
}
