package dev.stairway.report;

import dev.stairway.report.document.Backups;
import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Crashes;
import dev.stairway.report.document.CrossDb;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Safety;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.VersionGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document in which every field of text holds an attack: field by field, payload by payload. */
public final class Hostile {

    private static final List<String> CORES = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
            "<details open ontoggle=alert(1)>",
            "<body onload=alert(1)>",
            "<input autofocus onfocus=alert(1)>",
            "<style>@import url(https://example.invalid/a.css)</style>",
            "<link rel=stylesheet href=https://example.invalid/b.css>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
            "<base href=https://example.invalid/>",
            "<form action=javascript:alert(1)><button autofocus>x</button></form>",
            "<object data=javascript:alert(1)></object>",
            "<video><source onerror=alert(1)></video>",
            "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
            "<template><script>alert(1)</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "${T(java.lang.Runtime).getRuntime().exec('id')}",
            "[[${7*7}]] [(${7*7})] *{7*7} #{x} @{x} ~{x} __${7*7}__",
            "{{constructor.constructor('alert(1)')()}}",
            "alert(1)//");

    private static final List<String> WRAPPERS = List.of(
            "%s",
            "\">%s",
            "'>%s",
            "</script>%s",
            "</style>%s",
            "--> %s <!--",
            "]]>%s",
            "\u2028%s\u2029",
            "`%s`",
            "\\\"};%s//");

    private Hostile() {}

    public static List<String> payloads() {
        return CORES.stream()
                .flatMap(core -> WRAPPERS.stream().map(wrapper -> wrapper.replace("%s", core)))
                .toList();
    }

    public static Metrics document() {
        List<String> payloads = payloads();
        String all = String.join(" ", payloads);
        Map<String, String> map = new LinkedHashMap<>();
        payloads.forEach(payload -> map.put(payload, payload));
        String id = payloads.get(0);
        List<Metrics.DatabaseEntry> databases = IntStream.of(0, 1)
                .mapToObj(n -> new Metrics.DatabaseEntry(
                        n + id,
                        payloads.get(n),
                        "",
                        "",
                        all,
                        all,
                        each(payloads, payload -> new Metrics.NotCompared(payload, payload))))
                .toList();
        return new Metrics(
                "1.0",
                new Metrics.Run(all, 1, all, 1, all, all, map),
                List.of(new Metrics.Changelog(id, all, all, all, all, each(payloads, Hostile::migration))),
                databases,
                List.of(cell(id, "0" + id, "NOT_RUN", List.of(), map), cell(id, "1" + id, id, steps(payloads), map)),
                List.of(new VersionGroup(
                        id, all, all, List.of("0" + id, all), 1, each(payloads, payload -> differs(id, payload)))),
                each(payloads, payload -> finding(id, payload)),
                Expensive.of(id, List.of("0" + id, "1" + id), payloads.subList(0, 3), some(payloads)),
                safety(id, payloads),
                crossDb(id, payloads),
                backups(id, payloads),
                crashes(id, payloads),
                new Metrics.Gate(true, payloads));
    }

    /** Every core and every wrapper once. */
    private static Safety safety(String id, List<String> payloads) {
        String all = String.join(" ", payloads);
        return new Safety(
                1,
                List.of(new Safety.Entry(
                        id,
                        all,
                        payloads,
                        1,
                        2,
                        1,
                        1,
                        0,
                        3,
                        each(payloads, payload -> new Safety.NotCovered(payload, payload, 1, payload, payload)))),
                each(
                        payloads,
                        payload -> new Safety.Rule(
                                payload, payload, payload, payload, payload, payload, payloads, 3, 1, 1)),
                payloads);
    }

    private static CrossDb crossDb(String id, List<String> payloads) {
        String all = String.join(" ", payloads);
        return new CrossDb(List.of(new CrossDb.Group(
                id,
                all,
                List.of(new CrossDb.Lane("0" + id, 1, 1, all, all), new CrossDb.Lane(all, 1, 0, null, "")),
                payloads,
                2,
                1,
                1,
                0,
                1,
                1,
                each(
                        payloads,
                        payload -> new CrossDb.Difference(
                                payload.length() % 2 == 0 ? "MIGRATION" : payload,
                                payload,
                                payload,
                                payload,
                                payload,
                                payload.hashCode() % 2 == 0 ? "KNOWN" : "OPEN",
                                payload,
                                payload,
                                List.of(new CrossDb.Side(List.of(payload), payload, payload)))))));
    }

    private static Backups backups(String id, List<String> payloads) {
        String all = String.join(" ", payloads);
        return new Backups(List.of(new Backups.Drill(
                id,
                all,
                all,
                1,
                1,
                1L,
                all,
                payloads,
                each(
                        payloads,
                        payload -> new Backups.Trial(
                                payload,
                                payload,
                                1,
                                1,
                                1,
                                payload.length() % 2 == 0 ? 2.0 : null,
                                payload.length() % 3 == 0,
                                payload,
                                List.of(payload))))));
    }

    private static Crashes crashes(String id, List<String> payloads) {
        String all = String.join(" ", payloads);
        return new Crashes(List.of(new Crashes.Drill(
                id,
                all,
                all,
                1,
                1,
                all,
                payloads,
                each(
                        payloads,
                        payload -> new Crashes.Kill(
                                payload,
                                payload,
                                1,
                                2,
                                payload.length() % 3 == 0 ? 3L : null,
                                payload,
                                payload,
                                payload,
                                List.of(payload),
                                List.of(payload),
                                payload,
                                payload.length() % 2 == 0 ? 2.0 : null)),
                new Crashes.TwoRunners(false, payloads, payloads, payloads),
                new Crashes.Faults(
                        1,
                        all,
                        payloads,
                        each(
                                payloads,
                                payload -> new Crashes.FaultTrial(
                                        payload,
                                        payload,
                                        1,
                                        2,
                                        payload,
                                        payload,
                                        1.5,
                                        payload.length() % 2 == 0,
                                        List.of(payload),
                                        payload,
                                        payload,
                                        List.of(payload),
                                        List.of(payload)))))));
    }

    private static String some(List<String> payloads) {
        return IntStream.range(0, payloads.size())
                .filter(n -> n % (WRAPPERS.size() + 1) == 0)
                .mapToObj(payloads::get)
                .collect(Collectors.joining(" "));
    }

    private static List<Step> steps(List<String> payloads) {
        return each(payloads, Hostile::step);
    }

    private static <T> List<T> each(List<String> payloads, java.util.function.Function<String, T> make) {
        return new ArrayList<>(payloads.stream().map(make).toList());
    }

    private static VersionGroup.Difference differs(String id, String payload) {
        return new VersionGroup.Difference(
                payload,
                payload.hashCode() % 2 == 0,
                List.of(new VersionGroup.Outcome("0" + id, payload, payload, List.of(payload))));
    }

    private static Metrics.Migration migration(String payload) {
        return new Metrics.Migration(payload, payload, payload, payload, 1, payload, payload, payload);
    }

    private static Cell cell(String id, String database, String result, List<Step> steps, Map<String, String> map) {
        Cell.Descent descent = new Cell.Descent(result, id, id, 1, 1, 1);
        return new Cell(
                database,
                id,
                database,
                id,
                1,
                result,
                id,
                1,
                1,
                1,
                1,
                1,
                id,
                id,
                steps,
                descent,
                map,
                List.of(new Cell.Fixture(id, id, 1, Map.of(id, 1L), id)));
    }

    private static Step step(String payload) {
        return new Step(
                payload,
                payload.hashCode() % 2 == 0 ? "REVERSIBLE" : payload,
                payload,
                1.0,
                1.0,
                1.0,
                1,
                1,
                List.of(new Step.SchemaChange(payload, payload, payload, payload, payload)),
                List.of(new Step.DataLoss(payload, payload, 1, true, false)),
                List.of(new Step.Statement(payload, 1)),
                List.of(new Step.Statement(payload, 1)),
                new Step.ServerWork(1L, Map.of(payload, 1L), 1L, 1.0),
                new Step.ServerWork(1L, Map.of(payload, 1L), 1L, 1.0),
                List.of(new Step.KeyChange(payload, payload + "2", 2, 1, 0, List.of(payload), List.of(), false)),
                live("", payload),
                live(payload, ""),
                List.of(new Step.NewData(payload, payload, 3)));
    }

    private static Step.LiveSessions live(String notPlayed, String command) {
        return new Step.LiveSessions(notPlayed, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, command, 1, 1);
    }

    private static Finding finding(String changelog, String payload) {
        return new Finding(
                payload,
                payload,
                changelog,
                payload,
                payload,
                payload,
                payload,
                1,
                payload,
                List.of(payload),
                payload,
                payload.length() % 2 == 0 ? payload : null);
    }
}
