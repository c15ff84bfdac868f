package dev.stairway.metrics;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.IdPattern;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell;
import dev.stairway.run.CellReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings of all cells as one list, worst first: the same finding in every cell stands once, and waivers are
 * applied.
 */
public final class FindingSheet {

    /**
     * Keeps a finding from failing the build.
     *
     * @param rule rule id
     * @param migration pattern of the migration's id, {@code *} for any
     * @param reason shown in the report; never empty
     * @param written where it stands in the migration; null for one of the configuration
     */
    public record Waiver(String rule, String migration, String reason, dev.stairway.lint.waiver.Waiver written) {

        /** One of the configuration. */
        public Waiver(String rule, String migration, String reason) {
            this(rule, migration, reason, null);
        }

        /** One that stands in a migration. */
        public static Waiver of(dev.stairway.lint.waiver.Waiver written) {
            return new Waiver(written.rule(), written.migration(), written.words(), written);
        }
    }

    /** Where; the database or the scenario may be empty. */
    private record Place(String changelog, String database, String scenario) {

        private static final Place NOWHERE = new Place("", "", "");
    }

    private final List<Waiver> waivers;
    private final Map<MetricsDocument.Finding, Set<Place>> places = new LinkedHashMap<>();
    private final Map<String, Set<Place>> cells = new LinkedHashMap<>();

    public FindingSheet(List<Waiver> waivers) {
        this.waivers = List.copyOf(waivers);
    }

    public FindingSheet add(CellReport report) {
        return add(report.cell(), report.database(), report.findings());
    }

    /** What was found in one cell, which may be nothing. */
    public FindingSheet add(Cell cell, DatabaseId database, List<Finding> found) {
        Place place =
                new Place(cell.changelogId(), database.key(), cell.scenario().name());
        cells.computeIfAbsent(place.changelog(), c -> new LinkedHashSet<>()).add(place);
        found.forEach(f -> at(place, f));
        return this;
    }

    /** A finding that no database took part in. */
    public FindingSheet add(String changelog, Finding finding) {
        places.computeIfAbsent(told(changelog, finding), k -> new LinkedHashSet<>());
        return this;
    }

    /** What was read from the text for one product, which may be nothing. */
    public FindingSheet read(String changelog, String product, List<Finding> found) {
        Place place = new Place(changelog, product, "");
        cells.computeIfAbsent(changelog, c -> new LinkedHashSet<>()).add(place);
        found.forEach(f -> at(place, f));
        return this;
    }

    /** A finding about several databases together, in one scenario. */
    public FindingSheet add(String changelog, String scenario, Finding finding) {
        at(new Place(changelog, "", scenario), finding);
        return this;
    }

    /** What another sheet told of one cell, which may be nothing; waivers are theirs. */
    public FindingSheet again(String changelog, String database, String scenario, List<MetricsDocument.Finding> told) {
        Place place = new Place(changelog, database, scenario);
        cells.computeIfAbsent(changelog, c -> new LinkedHashSet<>()).add(place);
        told.forEach(f -> places.computeIfAbsent(placed(f, Place.NOWHERE), k -> new LinkedHashSet<>())
                .add(place));
        return this;
    }

    /** What another sheet told of no cell, or of several databases together. */
    public FindingSheet again(MetricsDocument.Finding told) {
        Set<Place> where = places.computeIfAbsent(placed(told, Place.NOWHERE), k -> new LinkedHashSet<>());
        if (!told.scenario().isEmpty()) {
            where.add(new Place(told.changelog(), "", told.scenario()));
        }
        return this;
    }

    private void at(Place place, Finding finding) {
        places.computeIfAbsent(told(place.changelog(), finding), k -> new LinkedHashSet<>())
                .add(place);
    }

    public List<MetricsDocument.Finding> findings() {
        List<MetricsDocument.Finding> findings = new ArrayList<>();
        places.forEach((finding, where) ->
                merged(finding.changelog(), where).forEach(place -> findings.add(placed(finding, place))));
        return worstFirst(findings);
    }

    /** Otherwise in their order. */
    public static List<MetricsDocument.Finding> worstFirst(List<MetricsDocument.Finding> findings) {
        List<MetricsDocument.Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing((MetricsDocument.Finding f) -> f.waiver() != null)
                .thenComparing(f -> Severity.valueOf(f.severity())));
        return sorted;
    }

    private List<Place> merged(String changelog, Set<Place> where) {
        Set<Place> all = cells.getOrDefault(changelog, Set.of());
        if (where.isEmpty() || where.containsAll(all)) {
            return List.of(new Place(changelog, "", ""));
        }
        List<Place> together =
                where.stream().filter(place -> place.database().isEmpty()).toList();
        if (!together.isEmpty()) {
            long scenarios = all.stream().map(Place::scenario).distinct().count();
            return together.size() == scenarios ? List.of(new Place(changelog, "", "")) : together;
        }
        List<Place> merged = new ArrayList<>();
        for (String database : new TreeSet<>(where.stream().map(Place::database).toList())) {
            List<Place> here = in(where, database);
            if (here.size() == in(all, database).size()) {
                merged.add(new Place(changelog, database, ""));
            } else {
                merged.addAll(here);
            }
        }
        return merged;
    }

    private static List<Place> in(Set<Place> places, String database) {
        return places.stream().filter(p -> p.database().equals(database)).toList();
    }

    /** As the document tells it, wherever it is. */
    public MetricsDocument.Finding told(String changelog, Finding f) {
        Migration m = f.migration();
        return new MetricsDocument.Finding(
                f.rule().id(),
                f.rule().severity().name(),
                changelog,
                m == null ? "" : m.id(),
                "",
                "",
                f.position().file(),
                f.position().line(),
                f.title(),
                f.evidence(),
                f.remedy(),
                waiver(f),
                f.column(),
                f.observed() == null ? null : f.observed().outcome().name());
    }

    private static MetricsDocument.Finding placed(MetricsDocument.Finding f, Place place) {
        return new MetricsDocument.Finding(
                f.rule(),
                f.severity(),
                f.changelog(),
                f.migration(),
                place.database(),
                place.scenario(),
                f.file(),
                f.line(),
                f.title(),
                f.evidence(),
                f.remedy(),
                f.waiver(),
                f.column(),
                f.observed());
    }

    private String waiver(Finding f) {
        return waivers.stream()
                .filter(w -> w.rule().equals(f.rule().id()))
                .filter(w -> f.migration() == null
                        ? w.migration().equals("*")
                        : IdPattern.of(w.migration())
                                .matches(f.migration().id(), f.migration().name()))
                .filter(w -> w.written() == null || w.written().covers(f.position(), f.column()))
                .map(Waiver::reason)
                .findFirst()
                .orElse(null);
    }
}
