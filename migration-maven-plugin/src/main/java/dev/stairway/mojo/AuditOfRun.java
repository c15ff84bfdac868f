package dev.stairway.mojo;

import dev.stairway.audit.AuditRecord;
import dev.stairway.audit.AuditRecord.Operation;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.audit.AuditRecord.State;
import dev.stairway.audit.Digests;
import dev.stairway.audit.Who;
import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Metrics.Changelog;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the audit trail keeps of a run on throw-away databases, from its metrics document. */
final class AuditOfRun {

    private final Metrics metrics;
    private final String metricsDigest;

    /** @param metrics of the run @param metricsDigest SHA-256 of their file */
    AuditOfRun(Metrics metrics, String metricsDigest) {
        this.metrics = metrics;
        this.metricsDigest = metricsDigest;
    }

    AuditRecord record(Operation operation, AuditRecord.Approval approval, Outcome outcome) {
        return new AuditRecord(
                operation,
                Who.here(),
                versions(),
                digests(),
                Map.of("seed", Long.toString(metrics.run().seed())),
                State.NONE,
                checks(),
                approval,
                outcome);
    }

    /** Of a run that left no document. */
    static AuditRecord without(
            Operation operation, Map<String, String> versions, AuditRecord.Approval approval, Outcome outcome) {
        return new AuditRecord(
                operation, Who.here(), versions, Map.of(), Map.of(), State.NONE, Map.of(), approval, outcome);
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(metrics.run().tool());
        versions.remove(AuditAnchor.NAME);
        metrics.changelogs().forEach(c -> versions.put("engine " + c.engine(), c.engineVersion()));
        metrics.databases().stream()
                .filter(database -> database.serverVersion() != null)
                .forEach(database -> versions.put("server " + database.id(), database.serverVersion()));
        return versions;
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        digests.put(AuditRecord.DOCUMENT, metricsDigest);
        metrics.changelogs().forEach(changelog -> digests.put("changelog " + changelog.id(), digest(changelog)));
        for (Cell cell : metrics.cells()) {
            if (!cell.schemaDigest().isEmpty()) {
                digests.put("schema at head of " + cell.id(), cell.schemaDigest());
                digests.put("data at head of " + cell.id(), cell.dataDigest());
            }
        }
        return digests;
    }

    /** Of its migrations in order, each by its id and by the checksum of its engine, which leaves line ends and the like out. */
    private static String digest(Changelog changelog) {
        String text = changelog.migrations().stream()
                .map(migration -> migration.id() + "\t" + migration.checksum() + "\n")
                .collect(Collectors.joining());
        return Digests.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What did not run is never left out: it has its reason. */
    private Map<String, String> checks() {
        Map<String, String> checks = new TreeMap<>();
        metrics.cells()
                .forEach(cell -> checks.put(
                        "walk " + cell.id(), cell.result() + (cell.reason().isEmpty() ? "" : ": " + cell.reason())));
        Map<String, Set<String>> waivers = new TreeMap<>();
        for (Finding finding : metrics.findings()) {
            if (finding.waived()) {
                waivers.computeIfAbsent(waived(finding), key -> new LinkedHashSet<>())
                        .add(finding.waiver());
            } else {
                checks.merge("open " + finding.severity() + " " + finding.rule(), "1", AuditOfRun::sum);
            }
        }
        waivers.forEach((waived, reasons) -> checks.put(waived, String.join("; ", reasons)));
        return checks;
    }

    /** By all that tells waivers apart. */
    private static String waived(Finding finding) {
        return Stream.of("waived", finding.rule(), finding.changelog(), finding.migration(), finding.database())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String sum(String one, String other) {
        return Integer.toString(Integer.parseInt(one) + Integer.parseInt(other));
    }
}
