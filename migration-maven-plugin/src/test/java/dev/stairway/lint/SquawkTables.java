package dev.stairway.lint;

import dev.stairway.lint.SquawkFile.Danger;
import dev.stairway.lint.SquawkFile.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The comparison in Markdown. */
final class SquawkTables {

    private final SquawkNames names;
    private final List<SquawkFile> files;
    private final List<Judged> dangers = new ArrayList<>();
    private final Map<String, PlantedReading.Row> planted;
    private final List<String> lines = new ArrayList<>();
    private final boolean played;

    /**
     * A danger and who found it.
     *
     * @param byUs named by a rule of ours
     * @param bySquawk named by a rule of squawk
     * @param seen what runs saw of it
     */
    private record Judged(SquawkFile file, Danger danger, boolean byUs, boolean bySquawk, List<String> seen) {

        boolean shown() {
            return !seen.isEmpty();
        }

        boolean neither() {
            return !byUs && !bySquawk;
        }
    }

    /** @param runs in which the dangerous files were played */
    SquawkTables(List<SquawkFile> files, SquawkNames names, LabelledRuns runs, Map<String, PlantedReading.Row> planted)
            throws IOException {
        this.files = files;
        this.names = names;
        this.planted = planted;
        this.played = runs.played();
        for (SquawkFile file : files) {
            for (Danger danger : file.dangers()) {
                dangers.add(new Judged(
                        file, danger, names.byUs(file, danger), names.bySquawk(file, danger), runs.seen(file, danger)));
            }
        }
    }

    /** @param version of squawk, and the day */
    String markdown(String version) {
        lines.clear();
        summary(version);
        alarms();
        byName();
        differences();
        planted();
        return String.join("\n", lines) + "\n";
    }

    private void summary(String version) {
        heading(version, "labelled dangers", "all", "both", "only our rules", "only squawk", "neither", "a run shows");
        row("all", dangers);
        row(
                "those that squawk has a rule of",
                those(one -> names.known(one.danger().name())));
        row(
                "those in ways up, which squawk is given",
                those(one -> !one.danger().down()));
        row("those in ways back", those(one -> one.danger().down()));
    }

    /** House policies, which squawk says of most statements, tell no danger. */
    private Judged byWhateverName(Judged one) {
        return new Judged(
                one.file(),
                one.danger(),
                one.byUs() || one.file().ours().stream().anyMatch(one.danger()::holds),
                one.bySquawk()
                        || one.file().squawk().stream()
                                .anyMatch(said -> one.danger().holds(said) && !SquawkNames.policy(said.rule())),
                one.seen());
    }

    private void alarms() {
        heading(
                "False alarms",
                "files without danger",
                "all",
                "our rules speak",
                "squawk speaks",
                "the same without its house policies");
        alarms("safe");
        alarms("context");
        lines.add("");
        lines.add("What squawk says there, by files: " + rules() + ".");
    }

    private void alarms(String label) {
        List<SquawkFile> those =
                files.stream().filter(file -> file.label().equals(label)).toList();
        cells(
                label.equals("safe") ? "safe" : "safe in their context",
                those.size(),
                those.stream().filter(file -> !file.ours().isEmpty()).count(),
                those.stream().filter(file -> !file.squawk().isEmpty()).count(),
                those.stream()
                        .filter(file -> file.squawk().stream().anyMatch(said -> !SquawkNames.policy(said.rule())))
                        .count());
    }

    private String rules() {
        return files.stream()
                .filter(file -> file.dangers().isEmpty())
                .flatMap(file -> file.squawk().stream().map(Said::rule).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(rule -> "`" + rule.getKey() + "` " + rule.getValue())
                .collect(Collectors.joining(", "));
    }

    private void byName() {
        heading(
                "Danger by danger",
                "danger",
                "labelled",
                "both",
                "only our rules",
                "only squawk",
                "neither",
                "a run shows");
        Map<String, List<Judged>> byName = dangers.stream()
                .collect(Collectors.groupingBy(one -> one.danger().name(), TreeMap::new, Collectors.toList()));
        byName.forEach((name, those) -> row("`" + name + "`" + (names.known(name) ? "" : " ¹"), those));
    }

    private void differences() {
        lines.addAll(List.of("", "### What only squawk or neither names", ""));
        cells("file", "danger", "named by", "seen by a run");
        cells("---", "---", "---", "---");
        those(one -> one.neither() || one.bySquawk() && !one.byUs())
                .forEach(one -> cells(
                        one.file().name(),
                        "`" + one.danger().name() + "`",
                        one.bySquawk() ? "squawk" : "",
                        one.shown() ? one.seen().get(0).replace("|", "\\|") : ""));
    }

    private void planted() {
        heading(
                "Planted defects of ways back",
                "class",
                "planted and named by a run",
                "our rules say something",
                "squawk says something",
                "neither: only by the run");
        PlantedReading.Row all = new PlantedReading.Row();
        planted.forEach((group, row) -> {
            planted(group, row);
            all.planted += row.planted;
            all.byUs += row.byUs;
            all.bySquawk += row.bySquawk;
            all.byEither += row.byEither;
        });
        planted("all", all);
    }

    private void planted(String group, PlantedReading.Row row) {
        cells(group, row.planted, row.byUs, row.bySquawk, row.planted - row.byEither);
    }

    private List<Judged> those(Predicate<Judged> which) {
        return dangers.stream().filter(which).toList();
    }

    private void heading(String title, String... columns) {
        lines.addAll(lines.isEmpty() ? List.of("### " + title, "") : List.of("", "### " + title, ""));
        cells((Object[]) columns);
        lines.add("| --- |" + " ---: |".repeat(columns.length - 1));
    }

    private void row(String name, List<Judged> those) {
        cells(
                name,
                those.size(),
                count(those, one -> one.byUs() && one.bySquawk()),
                count(those, one -> one.byUs() && !one.bySquawk()),
                count(those, one -> !one.byUs() && one.bySquawk()),
                count(those, Judged::neither),
                played ? count(those, Judged::shown) : "not played");
    }

    private static long count(List<Judged> those, Predicate<Judged> which) {
        return those.stream().filter(which).count();
    }

    private void cells(Object... cells) {
        lines.add(List.of(cells).stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    }
}
