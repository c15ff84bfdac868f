package dev.stairway.safety;

import dev.stairway.lint.Remark;
import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Lock;
import dev.stairway.report.document.Performance.Statement;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.DataLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One migration as one goal has played it on one product. */
final class Played {

    /** What a name cannot hold without quotes. */
    private static final Pattern WORDS = Pattern.compile("[^\\w$]+");

    private final Metrics run;
    private final String changelog;
    private final String product;
    private final String migration;

    Played(Metrics run, String changelog, String product, String migration) {
        this.run = run;
        this.changelog = changelog;
        this.product = product;
        this.migration = migration;
    }

    /** Locks that keep others away from what a prediction is about. @param away READS or WRITES */
    List<Sighting> locks(String away, Remark about) {
        List<Sighting> sightings = new ArrayList<>();
        for (Performance.Cell cell : measured()) {
            List<Statement> watched = watched(cell);
            List<Lock> locks = watched.stream()
                    .flatMap(statement -> statement.locks().stream())
                    .filter(lock ->
                            concerns(about, lock.relation()) && lock.blocks().contains(away))
                    .toList();
            locks.forEach(lock -> sightings.add(Sighting.of(
                    true,
                    String.format(
                            Locale.ROOT,
                            "%s: %s on %s for %.1f ms keeps %s away",
                            where(cell),
                            lock.mode(),
                            lock.relation(),
                            lock.heldMillis(),
                            away.equals("READS") ? "readers" : "writers"))));
            if (locks.isEmpty() && !watched.isEmpty()) {
                sightings.add(Sighting.of(
                        false,
                        where(cell) + ": no lock kept " + (away.equals("READS") ? "readers" : "writers") + " away"));
            }
        }
        return sightings;
    }

    /** Tables that were written anew. */
    List<Sighting> rewrites(Remark about) {
        List<Sighting> sightings = new ArrayList<>();
        for (Performance.Cell cell : measured()) {
            List<Statement> watched = watched(cell);
            List<String> anew = watched.stream()
                    .flatMap(statement -> statement.rewrites().stream())
                    .filter(relation -> concerns(about, relation))
                    .toList();
            anew.forEach(
                    relation -> sightings.add(Sighting.of(true, where(cell) + ": " + relation + " was written anew")));
            if (anew.isEmpty() && !watched.isEmpty()) {
                sightings.add(Sighting.of(false, where(cell) + ": no table was written anew"));
            }
        }
        return sightings;
    }

    /** Findings of these rules about the same thing, or that there are none where the migration was walked. */
    List<Sighting> found(Remark about, List<String> rules) {
        return found(about, rules, walked().toList());
    }

    /** The same, where queries were measured at all. */
    List<Sighting> foundByQueries(Remark about, List<String> rules) {
        boolean asked = run.performance() != null
                && run.performance().queries().stream()
                        .anyMatch(query -> query.changelog().equals(changelog)
                                && query.database().startsWith(product));
        return found(about, rules, asked ? walked().toList() : List.of());
    }

    /** The same, where more than one version of the product was walked. */
    List<Sighting> foundBetweenVersions(Remark about, List<String> rules) {
        List<Cell> cells = walked().toList();
        boolean several = cells.stream().map(Cell::database).distinct().count() > 1;
        return found(about, rules, several ? cells : List.of());
    }

    /** The same, where tables held rows. */
    List<Sighting> foundOnRows(Remark about, List<String> rules) {
        return found(
                about,
                rules,
                walked().filter(cell -> step(cell).stream().anyMatch(step -> step.rowsBefore() > 0))
                        .toList());
    }

    private List<Sighting> found(Remark about, List<String> rules, List<Cell> cells) {
        List<Finding> findings = run.findings().stream()
                .filter(finding -> finding.migration().equals(migration)
                        && finding.changelog().equals(changelog)
                        && rules.contains(finding.rule())
                        && (finding.database().isEmpty() || finding.database().startsWith(product)))
                .toList();
        if (!findings.isEmpty()) {
            // One about something else proves nothing, and may have ended the migration before this was reached.
            return findings.stream()
                    .filter(finding -> Concern.of(product, about, finding))
                    .map(finding -> Sighting.of(true, goal() + ": " + finding.rule() + ", " + finding.title()))
                    .toList();
        }
        return cells.stream()
                .map(cell -> Sighting.of(
                        false, goal() + ", " + cell.database() + " " + cell.scenario() + ": it passed without that"))
                .toList();
    }

    /** Rows and values that did not survive up, or up and down. */
    List<Sighting> losses(Remark about) {
        List<Sighting> sightings = new ArrayList<>();
        List<DataLoss> all = walked().flatMap(cell -> step(cell).stream())
                .flatMap(step -> step.dataLoss().stream())
                .toList();
        walked().forEach(cell -> step(cell).stream()
                .flatMap(step -> step.dataLoss().stream())
                .filter(loss -> Concern.of(product, about, loss))
                .forEach(loss -> sightings.add(Sighting.of(
                        true,
                        goal() + ", " + cell.database() + " " + cell.scenario() + ": " + loss.rows()
                                + (loss.column().isEmpty()
                                        ? " rows of " + loss.table()
                                        : " values of " + loss.table() + "." + loss.column())
                                + " are lost"))));
        return all.isEmpty()
                ? foundOnRows(
                        about, List.of("migration-removes-rows", "migration-loses-other-rows", "rollback-loses-data"))
                : sightings;
    }

    private List<Performance.Cell> measured() {
        return run.performance() == null
                ? List.of()
                : run.performance().cells().stream()
                        .filter(cell -> cell.changelog().equals(changelog)
                                && cell.database().startsWith(product))
                        .toList();
    }

    private List<Statement> watched(Performance.Cell cell) {
        return cell.steps().stream()
                .filter(step -> step.migration().equals(migration) && step.up() != null)
                .flatMap(step -> step.up().statements().stream())
                .toList();
    }

    private Stream<Cell> walked() {
        return run.cells().stream()
                .filter(cell ->
                        cell.changelog().equals(changelog) && cell.database().startsWith(product))
                .filter(cell -> !step(cell).isEmpty());
    }

    private List<Step> step(Cell cell) {
        return cell.steps().stream()
                .filter(step -> step.migration().equals(migration) && step.upMillis() != null)
                .toList();
    }

    private String where(Performance.Cell cell) {
        return String.format(Locale.ROOT, "perf, %s, %,d rows", cell.database(), cell.rows());
    }

    private String goal() {
        return run.run().goal();
    }

    /** True when the prediction is about it: its object, or anything that its statement names, as the table of an index. */
    private static boolean concerns(Remark about, String relation) {
        String name = plain(relation);
        return about.object().isEmpty()
                || name.equals(plain(about.object()))
                || List.of(WORDS.split(about.statement().toLowerCase(Locale.ROOT)))
                        .contains(name);
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .replaceAll("[\"`\\[\\]]", "")
                .toLowerCase(Locale.ROOT);
    }
}
