package dev.stairway.report.document;

import java.util.List;

/**
 * Something wrong or risky.
 *
 * @param migration empty for a finding about a whole changelog or cell
 * @param database empty when it holds for every database
 * @param scenario empty when it holds for every scenario
 * @param line 1-based, 0 where unknown
 * @param waiver null when it has none
 * @param column 1-based, 0 where the line alone is known
 * @param observed CONFIRMED, REFUTED or UNPROVEN for what was read from the text; null otherwise
 */
public record Finding(
        String rule,
        String severity,
        String changelog,
        String migration,
        String database,
        String scenario,
        String file,
        int line,
        String title,
        List<String> evidence,
        String remedy,
        String waiver,
        int column,
        String observed) {

    public Finding {
        rule = Defaults.text(rule);
        severity = severity == null || severity.isBlank() ? "ERROR" : severity;
        changelog = Defaults.text(changelog);
        migration = Defaults.text(migration);
        database = Defaults.text(database);
        scenario = Defaults.text(scenario);
        file = Defaults.text(file);
        title = Defaults.text(title);
        evidence = Defaults.list(evidence);
        remedy = Defaults.text(remedy);
    }

    /** One that a run has seen. */
    public Finding(
            String rule,
            String severity,
            String changelog,
            String migration,
            String database,
            String scenario,
            String file,
            int line,
            String title,
            List<String> evidence,
            String remedy,
            String waiver) {
        this(
                rule, severity, changelog, migration, database, scenario, file, line, title, evidence, remedy, waiver,
                0, null);
    }

    /** File and line; empty where unknown. */
    public String position() {
        return Defaults.position(file, line);
    }

    public boolean waived() {
        return waiver != null;
    }

    /** True for a finding that fails the build. */
    public boolean isOpenError() {
        return !waived() && "ERROR".equals(severity);
    }

    /** True when it is about this migration in this cell. */
    public boolean concerns(Cell cell, String migrationId) {
        return migration.equals(migrationId) && concerns(cell);
    }

    /** True when it holds in this cell. */
    public boolean concerns(Cell cell) {
        return (changelog.isEmpty() || changelog.equals(cell.changelog()))
                && (database.isEmpty() || database.equals(cell.database()))
                && (scenario.isEmpty() || scenario.equals(cell.scenario()));
    }
}
