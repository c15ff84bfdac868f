package dev.stairway.report.view;

import dev.stairway.report.document.VersionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One changelog in one scenario on several versions of a product: what is not the same, migrations down, versions across.
 *
 * @param same how many of how many behave the same, one sentence
 * @param rows migrations that do not; empty when all do
 */
public record VersionsView(String title, String same, List<String> versions, List<Row> rows) {

    /** @param note that a difference is the project's own wish; empty otherwise */
    public record Row(MigrationLink migration, String note, List<Mark> marks) {}

    /** @param reason first line of the error, or names of the rules; empty for none */
    public record Mark(String css, String text, String reason) {}

    static List<VersionsView> all(Matrix matrix) {
        return matrix.metrics().versions().stream()
                .map(group -> of(group, matrix))
                .toList();
    }

    private static VersionsView of(VersionGroup group, Matrix matrix) {
        return new VersionsView(
                title(group, matrix),
                same(group),
                group.databases().stream().map(matrix.names()::database).toList(),
                group.differences().stream()
                        .map(difference -> row(group, difference, matrix))
                        .toList());
    }

    private static String title(VersionGroup group, Matrix matrix) {
        List<String> parts = new ArrayList<>();
        if (matrix.metrics().changelogs().size() > 1) {
            parts.add(group.changelog());
        }
        parts.add(Names.productName(group.product()));
        parts.add(group.scenario());
        return String.join(" · ", parts);
    }

    private static String same(VersionGroup group) {
        int differ = group.differences().size();
        String on = " on " + group.databases().size() + " versions";
        return differ == 0
                ? Units.count(group.migrations(), "migration") + " compared, nothing differs" + on + "."
                : differ + " of " + Units.count(group.migrations(), "migration") + (differ == 1 ? " does" : " do")
                        + " not behave the same" + on + ".";
    }

    private static Row row(VersionGroup group, VersionGroup.Difference difference, Matrix matrix) {
        Map<String, VersionGroup.Outcome> outcomes = difference.outcomes().stream()
                .collect(Collectors.toMap(
                        VersionGroup.Outcome::database, Function.identity(), (first, second) -> first));
        return new Row(
                matrix.link(group.changelog(), difference.migration()),
                difference.leftOutOnly() ? "left out on some, the same on the others" : "",
                group.databases().stream()
                        .map(database -> mark(outcomes.get(database)))
                        .toList());
    }

    /** @param outcome null when the walk did not come to it */
    private static Mark mark(VersionGroup.Outcome outcome) {
        if (outcome == null) {
            return new Mark(Outcome.NOT_RUN.css(), Outcome.NOT_RUN.symbol() + " " + Outcome.NOT_RUN.label(), "");
        }
        Outcome verdict = Outcome.of(outcome.verdict());
        String reason = outcome.reason().isEmpty() ? String.join(", ", outcome.rules()) : outcome.reason();
        return new Mark(verdict.css(), verdict.symbol() + " " + verdict.label(), reason);
    }
}
