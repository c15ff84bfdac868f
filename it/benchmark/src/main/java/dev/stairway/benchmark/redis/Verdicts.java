package dev.stairway.benchmark.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The five targets with what was measured. */
final class Verdicts {

    private static final String ROW = "%-58s %11s %9s %9s %9s  %-6s %s%n";

    private final List<Verdict> verdicts = new ArrayList<>();

    /** @param value median, but the largest for a bound that holds always */
    private record Verdict(
            String title, String limit, double median, double least, double most, boolean met, String beside) {}

    Verdicts(Series series) {
        atMost(
                "full fingerprint / bare SCAN + TYPE + read",
                1.2,
                series,
                "fingerprint to bare",
                number("processor time %.2f", series.median("fingerprint to bare, processor")));
        atMost(
                "migration by the engine / same batches raw",
                1.3,
                series,
                "migration to raw, wallMillis",
                number("server's processor time %.2f", series.median("migration to raw, serverProcessorMillis")));
        block(series);
        atMost(
                "check after 1000 touched keys, % of full fingerprint",
                1,
                series,
                "check percent",
                number("processor time %.2f %%", series.median("check percent, processor")));
        load(series);
    }

    private void atMost(String title, double limit, Series series, String name, String beside) {
        double median = series.median(name);
        verdicts.add(new Verdict(
                title,
                number("<= %.2f", limit),
                median,
                series.least(name),
                series.most(name),
                median <= limit,
                beside));
    }

    private void block(Series series) {
        String name = "longest block millis";
        double most = series.most(name);
        verdicts.add(new Verdict(
                "longest server block during a migration, ms",
                "max <= 10",
                series.median(name),
                series.least(name),
                most,
                most <= 10,
                number(
                                "machine busy elsewhere for up to %.1f of them",
                                series.most("taken from the server meanwhile millis"))
                        + number("; a client waited %.1f", series.most("longest wait millis"))
                        + number(
                                ", %.1f when an idle server answered",
                                series.most("longest wait that the idle server's client did not share millis"))));
    }

    private void load(Series series) {
        String name = "load keysPerSecond";
        double median = series.median(name) / 1000;
        verdicts.add(new Verdict(
                "loading, thousand keys per second",
                ">= 500",
                median,
                series.least(name) / 1000,
                series.most(name) / 1000,
                median >= 500,
                number("processor: %.0f ms here, ", series.median("load clientProcessorMillis"))
                        + number("%.0f ms server", series.median("load serverProcessorMillis"))));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    boolean allMet() {
        return verdicts.stream().allMatch(Verdict::met);
    }

    String table() {
        StringBuilder lines =
                new StringBuilder(String.format(ROW, "figure", "target", "median", "min", "max", "", "beside it"));
        for (Verdict each : verdicts) {
            lines.append(String.format(
                    ROW,
                    each.title(),
                    each.limit(),
                    number("%.2f", each.median()),
                    number("%.2f", each.least()),
                    number("%.2f", each.most()),
                    each.met() ? "MET" : "MISSED",
                    each.beside()));
        }
        return lines.toString();
    }

    List<Map<String, Object>> document() {
        return verdicts.stream().map(Verdicts::document).toList();
    }

    private static Map<String, Object> document(Verdict each) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", each.title());
        entry.put("target", each.limit());
        entry.put("median", each.median());
        entry.put("min", each.least());
        entry.put("max", each.most());
        entry.put("met", each.met());
        entry.put("beside", each.beside());
        return entry;
    }
}
