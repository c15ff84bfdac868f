package dev.stairway.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.KeyChange;
import dev.stairway.report.document.Step.LiveSessions;
import dev.stairway.report.document.Step.SchemaChange;
import dev.stairway.report.view.MigrationView.ChangeLine;
import dev.stairway.report.view.MigrationView.ClientRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of keys, and of what clients wrote meanwhile, in words. */
class KeyLinesTest {

    private static final List<String> TEXT = List.of("string");
    private static final List<String> HASH = List.of("hash");

    @Test
    void keysThatMovedAndKeptAllAreToldInOneLine() {
        assertThat(line(new KeyChange("a:{id}", "b:{id}", 12, 12, 12, TEXT, TEXT, true)))
                .isEqualTo(new ChangeLine("t-ok", "→", "a:{id} → b:{id}", "12 keys, value and TTL kept"));
    }

    @Test
    void whatWasNotKeptIsNamed() {
        assertThat(line(new KeyChange("a:{id}", "b:{id}", 12, 12, 0, TEXT, TEXT, true)))
                .isEqualTo(new ChangeLine("t-loss", "→", "a:{id} → b:{id}", "12 keys, value kept, TTL changed"));
        assertThat(line(new KeyChange("a", "a", 3, 1, 3, TEXT, HASH, false)))
                .isEqualTo(new ChangeLine(
                        "t-loss", "~", "a", "at least 3 keys, value of 2 changed, TTL kept, type string → hash"));
    }

    @Test
    void keysThatCameOrWentAreToldWithTheirTypes() {
        assertThat(line(new KeyChange(null, "b", 1, 0, 0, List.of(), HASH, true)))
                .isEqualTo(new ChangeLine("t-ok", "+", "b", "1 key (hash)"));
        assertThat(line(new KeyChange("a", null, 2, 0, 0, TEXT, List.of(), true)))
                .isEqualTo(new ChangeLine("t-bad", "−", "a", "2 keys (string)"));
    }

    @Test
    void aPatternIsNotToldAgainAmongTheObjectsOfTheSchema() {
        KeyChange change = new KeyChange("a", null, 2, 0, 0, TEXT, List.of(), true);
        List<SchemaChange> objects = List.of(
                new SchemaChange("key pattern a", "removed", "", null, null),
                new SchemaChange("function f of lib", "added", "", null, null));

        assertThat(view(step(objects, List.of(change), null)).schema())
                .singleElement()
                .satisfies(group ->
                        assertThat(group.lines()).extracting(ChangeLine::text).containsExactly("function f of lib"));
        assertThat(view(step(objects, List.of(), null)).schema().get(0).lines()).hasSize(2);
    }

    @Test
    void aPeacefulMeetingSaysSoAndALossIsRed() {
        assertThat(clients(live("", 0, 0)))
                .containsExactly(new ClientRow(
                        "PostgreSQL 1 · sample",
                        "up",
                        "t-ok",
                        "480 writes acknowledged on 300 keys: 120 kept, 170 migrated, 10 expired, 0 lost",
                        "GET 3.1 ms (idle 0.40 ms)"));
        assertThat(clients(live("", 2, 1))).singleElement().satisfies(row -> {
            assertThat(row.css()).isEqualTo("t-bad");
            assertThat(row.text()).endsWith("10 expired, 2 lost; 1 wrong read");
        });
    }

    @Test
    void cellsInWhichAllWentWellAreAddedUpAndOneInWhichItDidNotStandsAlone() {
        List<Cell> cells = List.of(
                Documents.cell("postgresql", "sample", step(List.of(), List.of(), live("", 0, 0))),
                Documents.cell("sqlite", "sample", step(List.of(), List.of(), live("", 0, 0))),
                Documents.cell("sqlite", "large", step(List.of(), List.of(), live("", 1, 0))));

        assertThat(MetricsView.of(Documents.of(List.of("a"), cells))
                        .migrations()
                        .get(0)
                        .clients())
                .extracting(ClientRow::where, ClientRow::css, ClientRow::text)
                .containsExactly(
                        tuple(
                                "every database · sample",
                                "t-ok",
                                "960 writes acknowledged on 600 keys: 240 kept, 340 migrated, 20 expired, 0 lost"),
                        tuple(
                                "SQLite 1 · large",
                                "t-bad",
                                "480 writes acknowledged on 300 keys: 120 kept, 170 migrated, 10 expired, 1 lost"));
    }

    @Test
    void whatWasNotPlayedSaysWhyAndStepsWithoutClientsSayNothing() {
        assertThat(clients(live("there is no way back", 0, 0))).singleElement().satisfies(row -> {
            assertThat(row.css()).isEqualTo("t-off");
            assertThat(row.text()).isEqualTo("not played: there is no way back");
        });
        assertThat(clients(null)).isEmpty();
    }

    private static LiveSessions live(String notPlayed, long lost, long wrongReads) {
        return new LiveSessions(
                notPlayed, 4, 300, 480, 7, 120, 170, 10, 3, 0, lost, 0, 0, wrongReads, "GET", 3.104, 0.4);
    }

    private static List<ClientRow> clients(LiveSessions up) {
        return view(step(List.of(), List.of(), up)).clients();
    }

    private static ChangeLine line(KeyChange change) {
        return view(step(List.of(), List.of(change), null))
                .keys()
                .get(0)
                .lines()
                .get(0);
    }

    private static Step step(List<SchemaChange> schema, List<KeyChange> keys, LiveSessions up) {
        return new Step(
                "a",
                "REVERSIBLE",
                "",
                2.0,
                1.0,
                2.0,
                0.5,
                10,
                schema,
                null,
                null,
                null,
                null,
                null,
                keys,
                up,
                null,
                null);
    }

    private static MigrationView view(Step step) {
        Cell cell = Documents.cell("postgresql", "sample", step);
        return MetricsView.of(Documents.of(List.of("a"), List.of(cell)))
                .migrations()
                .get(0);
    }
}
