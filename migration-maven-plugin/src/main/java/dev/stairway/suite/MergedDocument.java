package dev.stairway.suite;

import dev.stairway.baseline.Comparisons;
import dev.stairway.compare.VersionCell;
import dev.stairway.compare.VersionFindings;
import dev.stairway.compare.VersionGroup;
import dev.stairway.finding.Rule;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.metrics.Backups;
import dev.stairway.metrics.Crashes;
import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.FindingSheet;
import dev.stairway.metrics.MetricsAssembler;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.Planned;
import dev.stairway.metrics.Performance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The document that one run over the whole matrix would have written, from those of its shards. Only times differ. */
final class MergedDocument {

    private final Shards shards;
    private final Map<Integer, Integer> taken = new HashMap<>();
    private final Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
    private final FindingSheet sheet;

    private MergedDocument(Shards shards) {
        this.shards = shards;
        this.sheet = new FindingSheet(shards.any().run().shard().waivers().stream()
                .map(waiver -> new FindingSheet.Waiver(waiver.rule(), waiver.migration(), waiver.reason()))
                .toList());
    }

    static MetricsDocument of(Shards shards) {
        MergedDocument merged = new MergedDocument(shards);
        boolean measured = shards.any().performance() != null;
        if (shards.any().crossDb() != null) {
            return merged.compared();
        }
        if (shards.any().backups() != null) {
            return merged.backedUp();
        }
        if (shards.any().crashes() != null) {
            return merged.crashed();
        }
        return measured ? merged.measured() : merged.walked();
    }

    private MetricsDocument backedUp() {
        List<Backups.Drill> drills = new ArrayList<>();
        for (Planned planned : shards.matrix()) {
            MetricsDocument document = shards.document(planned.shard());
            Backups.Drill drill = document.backups().drills().get(next(planned));
            drills.add(drill);
            again(document, drill.changelog(), drill.database(), drill.scenario());
        }
        return document(List.of(), List.of(), null, null, new Backups(drills), null);
    }

    private MetricsDocument crashed() {
        List<Crashes.Drill> drills = new ArrayList<>();
        for (Planned planned : shards.matrix()) {
            MetricsDocument document = shards.document(planned.shard());
            Crashes.Drill drill = document.crashes().drills().get(next(planned));
            drills.add(drill);
            again(document, drill.changelog(), drill.database(), drill.scenario());
        }
        return document(List.of(), List.of(), null, null, null, new Crashes(drills));
    }

    private void again(MetricsDocument document, String changelog, String database, String scenario) {
        database(document, database);
        sheet.again(changelog, database, scenario, findings(document, changelog, database, scenario));
    }

    private MetricsDocument walked() {
        MergedVersions versions = new MergedVersions(shards.any().changelogs());
        List<Cell> cells = new ArrayList<>();
        List<VersionCell> seen = new ArrayList<>();
        for (Planned planned : shards.matrix()) {
            MetricsDocument document = shards.document(planned.shard());
            Cell cell = document.cells().get(next(planned));
            List<Finding> findings = findings(document, cell.changelog(), cell.database(), cell.scenario());
            cells.add(cell);
            sheet.again(cell.changelog(), cell.database(), cell.scenario(), findings);
            seen.add(versions.cell(cell, database(document, cell.database()), findings));
        }
        List<VersionGroup> groups = VersionGroup.between(seen);
        groups.forEach(group ->
                VersionFindings.of(group, (scenario, finding) -> sheet.add(group.changelog(), scenario, finding)));
        return document(cells, groups.stream().map(MetricsAssembler::versions).toList(), null, null, null, null);
    }

    private MetricsDocument measured() {
        List<Performance.Cell> cells = new ArrayList<>();
        for (Planned planned : shards.matrix()) {
            MetricsDocument document = shards.document(planned.shard());
            Performance.Cell cell = document.performance().cells().get(next(planned));
            cells.add(cell);
            database(document, cell.database());
            sheet.again(
                    cell.changelog(),
                    cell.database(),
                    planned.scenario(),
                    findings(document, cell.changelog(), cell.database(), planned.scenario()));
        }
        return document(List.of(), List.of(), performance(cells), null, null, null);
    }

    private Performance performance(List<Performance.Cell> cells) {
        Performance any = shards.any().performance();
        List<Performance> parts =
                shards.documents().stream().map(MetricsDocument::performance).toList();
        List<Performance.Scaling> scaling = new ArrayList<>();
        List<Performance.Query> queries = new ArrayList<>();
        // The figures of one changelog on one database are all in one shard.
        for (List<String> shore : shores(cells)) {
            parts.forEach(part -> part.scaling().stream()
                    .filter(line -> shore.equals(List.of(line.changelog(), line.database())))
                    .forEach(scaling::add));
            parts.forEach(part -> part.queries().stream()
                    .filter(query -> shore.equals(List.of(query.changelog(), query.database())))
                    .forEach(queries::add));
        }
        queries.sort(Comparator.comparing(query -> QueryChange.Kind.valueOf(query.kind())));
        List<Performance.Comparison> comparisons = parts.stream()
                .map(Performance::comparison)
                .filter(Objects::nonNull)
                .toList();
        return new Performance(
                any.repetitions(),
                any.warmUps(),
                any.forecastRows(),
                cells,
                scaling,
                queries,
                comparisons.isEmpty() ? null : Comparisons.together(comparisons));
    }

    private static List<List<String>> shores(List<Performance.Cell> cells) {
        return cells.stream()
                .map(cell -> List.of(cell.changelog(), cell.database()))
                .distinct()
                .toList();
    }

    private MetricsDocument compared() {
        List<CrossDb.Group> groups = new ArrayList<>();
        List<Planned> leaders = shards.matrix().stream()
                .collect(
                        LinkedHashMap<List<String>, Planned>::new,
                        (first, cell) -> first.putIfAbsent(List.of(cell.changelog(), cell.scenario()), cell),
                        Map::putAll)
                .values()
                .stream()
                .toList();
        for (Planned leader : leaders) {
            MetricsDocument document = shards.document(leader.shard());
            CrossDb.Group group = document.crossDb().groups().get(next(leader));
            groups.add(group);
            group.lanes().forEach(lane -> database(document, lane.database()));
            document.findings().stream()
                    .filter(finding -> finding.changelog().equals(group.changelog()))
                    .forEach(sheet::again);
        }
        List<MetricsDocument> all = shards.documents();
        // What matches nothing in one shard may match in another.
        shards.any().findings().stream()
                .filter(finding -> finding.rule().equals(Rule.ACCEPTED_DIFFERENCE_UNUSED.id()))
                .filter(finding -> all.stream().allMatch(each -> each.findings().contains(finding)))
                .forEach(sheet::again);
        return document(List.of(), List.of(), null, new CrossDb(groups), null, null);
    }

    /** Cells of one shard are in the order of the matrix, there and here. */
    private int next(Planned planned) {
        return taken.merge(planned.shard(), 1, Integer::sum) - 1;
    }

    private DatabaseEntry database(MetricsDocument document, String key) {
        DatabaseEntry entry = document.databases().stream()
                .filter(each -> each.id().equals(key))
                .findFirst()
                .orElseThrow();
        databases.putIfAbsent(key, entry);
        return entry;
    }

    /** Those of one cell; what several versions together show is found out again, because a shard may have one of them. */
    private static List<Finding> findings(
            MetricsDocument document, String changelog, String database, String scenario) {
        return document.findings().stream()
                .filter(finding -> !finding.rule().equals(Rule.DIFFERS_BETWEEN_VERSIONS.id()))
                .filter(finding -> finding.changelog().equals(changelog))
                .filter(finding ->
                        finding.database().isEmpty() || finding.database().equals(database))
                .filter(finding ->
                        finding.scenario().isEmpty() || finding.scenario().equals(scenario))
                .toList();
    }

    private MetricsDocument document(
            List<Cell> cells,
            List<MetricsDocument.VersionGroup> versions,
            Performance performance,
            CrossDb crossDb,
            Backups backups,
            Crashes crashes) {
        List<Finding> findings = sheet.findings();
        return new MetricsDocument(
                MetricsDocument.FORMAT_VERSION,
                shards.run(),
                shards.any().changelogs(),
                List.copyOf(databases.values()),
                cells,
                versions,
                findings,
                performance,
                null,
                crossDb,
                backups,
                crashes,
                shards.gate().judge(findings, performance == null ? null : performance.comparison()));
    }
}
