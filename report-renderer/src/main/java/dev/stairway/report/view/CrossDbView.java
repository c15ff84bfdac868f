package dev.stairway.report.view;

import dev.stairway.report.document.CrossDb;
import dev.stairway.report.document.CrossDb.Difference;
import dev.stairway.report.document.CrossDb.Group;
import dev.stairway.report.document.CrossDb.Lane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What databases do not have alike.
 *
 * @param groups one entry per changelog and scenario
 */
public record CrossDbView(List<GroupView> groups) {

    private static final int SHOWN = 300;

    /**
     * @param name of the changelog, with its scenario
     * @param summary one sentence
     * @param differences that are open or accepted, at most 300
     * @param notShown how many more there are
     * @param known differences that no migration takes away, by their reason
     */
    public record GroupView(
            String name,
            String summary,
            List<LaneRow> lanes,
            List<String> notCompared,
            List<DifferenceRow> differences,
            int notShown,
            List<KnownRow> known) {}

    /** @param end {@code to the end}, or where and why not */
    public record LaneRow(String database, int applied, int leftOut, String end) {}

    /** @param css of the status @param since name of the migration; a dash where none made it */
    public record DifferenceRow(
            String css,
            String status,
            String kind,
            String subject,
            String aspect,
            List<SideRow> sides,
            String since,
            String reason) {}

    public record SideRow(String databases, String says) {}

    /** @param subjects what it is about, the first ones @param count how many there are */
    public record KnownRow(String reason, int count, String subjects) {}

    /** Null when databases were not compared. */
    static CrossDbView of(Matrix matrix) {
        CrossDb crossDb = matrix.metrics().crossDb();
        return crossDb == null
                ? null
                : new CrossDbView(crossDb.groups().stream()
                        .map(group -> group(group, matrix))
                        .toList());
    }

    private static GroupView group(Group group, Matrix matrix) {
        List<DifferenceRow> rows = group.differences().stream()
                .filter(difference -> !difference.status().equals("KNOWN"))
                .map(difference -> difference(difference, matrix))
                .toList();
        return new GroupView(
                group.changelog() + " · " + group.scenario(),
                summary(group),
                group.lanes().stream().map(lane -> lane(lane, matrix)).toList(),
                group.notCompared(),
                rows.stream().limit(SHOWN).toList(),
                Math.max(0, rows.size() - SHOWN),
                known(group));
    }

    private static String summary(Group group) {
        return group.compared() + " of " + Units.count(group.migrations(), "migration") + " compared, "
                + Units.count(group.tables(), "table") + ", " + Units.count(group.probes(), "probe") + "; "
                + Units.count(group.passing(), "difference") + " of the schema came and went.";
    }

    private static LaneRow lane(Lane lane, Matrix matrix) {
        String end = lane.failedAt() == null
                ? "to the end"
                : "fails at " + migration(lane.failedAt(), matrix) + ": " + lane.reason();
        return new LaneRow(database(lane.database(), matrix), lane.applied(), lane.leftOut(), end);
    }

    private static DifferenceRow difference(Difference difference, Matrix matrix) {
        return new DifferenceRow(
                difference.open() ? Tone.LOSS.css() : Tone.OFF.css(),
                difference.open() ? "open" : "accepted",
                difference.kind().toLowerCase(java.util.Locale.ROOT),
                difference.kind().equals("MIGRATION") ? migration(difference.subject(), matrix) : difference.subject(),
                difference.aspect().replace('-', ' '),
                difference.sides().stream()
                        .map(side -> new SideRow(side.words(), side.says()))
                        .toList(),
                difference.since() == null ? "–" : migration(difference.since(), matrix),
                difference.reason());
    }

    private static List<KnownRow> known(Group group) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        group.differences().stream()
                .filter(difference -> difference.status().equals("KNOWN"))
                .forEach(difference -> subjects.computeIfAbsent(difference.reason(), reason -> new ArrayList<>())
                        .add(difference.subject()));
        List<KnownRow> rows = new ArrayList<>();
        subjects.forEach((reason, about) -> rows.add(new KnownRow(reason, about.size(), shown(about))));
        return rows;
    }

    private static String shown(List<String> subjects) {
        List<String> distinct = subjects.stream().distinct().toList();
        int most = 8;
        String first = String.join(", ", distinct.subList(0, Math.min(most, distinct.size())));
        return distinct.size() > most ? first + " and " + (distinct.size() - most) + " more" : first;
    }

    private static String database(String id, Matrix matrix) {
        return matrix.metrics().databases().stream()
                .filter(database -> database.id().equals(id))
                .map(database -> Names.productName(database.product()) + " " + database.version())
                .findFirst()
                .orElse(id);
    }

    private static String migration(String id, Matrix matrix) {
        return matrix.metrics().changelogs().stream()
                .flatMap(changelog -> changelog.migrations().stream())
                .filter(migration -> migration.id().equals(id))
                .map(migration -> migration.name())
                .findFirst()
                .orElse(id);
    }
}
