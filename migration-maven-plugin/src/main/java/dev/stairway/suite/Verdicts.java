package dev.stairway.suite;

import dev.stairway.finding.Verdict;
import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.VersionGroup;
import dev.stairway.metrics.Safety.SafetyEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The end of a run in words: one table, the worst findings, one summary line. */
final class Verdicts {

    private static final int SHOWN = 5;
    private static final int EVIDENCE = 3;

    private final MetricsDocument document;
    private final String report;

    Verdicts(Suite.Result result) {
        this.document = result.document();
        this.report = result.report().toString();
    }

    /** One line per cell. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        int width =
                document.cells().stream().mapToInt(c -> name(c).length()).max().orElse(0);
        for (Cell cell : document.cells()) {
            lines.add(String.format(
                    Locale.ROOT, "  %-" + Math.max(1, width) + "s  %-7s %s", name(cell), cell.result(), counts(cell)));
        }
        document.versions().forEach(group -> lines.add("  " + versions(group)));
        if (document.safety() != null) {
            document.safety().changelogs().forEach(entry -> lines.add("  " + read(entry)));
        }
        if (document.crossDb() != null) {
            document.crossDb().groups().forEach(group -> lines.add("  " + compared(group)));
        }
        if (document.backups() != null) {
            lines.addAll(new BackupLines(document).table());
        }
        if (document.crashes() != null) {
            lines.addAll(new CrashLines(document).table());
        }
        return lines;
    }

    private String read(SafetyEntry entry) {
        String changelog = document.changelogs().size() > 1 ? entry.changelog() + " on " : "";
        int open = entry.notCovered().size();
        return changelog + entry.product() + " " + String.join(", ", entry.versions()) + ": " + entry.judged()
                + (entry.judged() == 1 ? " migration, " : " migrations, ") + entry.safe() + " safe, " + entry.risky()
                + " risky, " + entry.dangerous() + " dangerous"
                + (open == 0 ? "" : "; " + open + " of " + entry.statements() + " statements not covered");
    }

    private String compared(CrossDb.Group group) {
        String changelog = document.changelogs().size() > 1 ? group.changelog() + ": " : "";
        if (group.lanes().isEmpty()) {
            return changelog + "not compared; " + String.join("; ", group.notCompared());
        }
        String databases = group.lanes().stream().map(CrossDb.Lane::database).collect(Collectors.joining(", "));
        Map<String, Long> byStatus = group.differences().stream()
                .collect(Collectors.groupingBy(CrossDb.Difference::status, Collectors.counting()));
        long open = byStatus.getOrDefault("OPEN", 0L);
        long accepted = byStatus.getOrDefault("ACCEPTED", 0L);
        return changelog + databases + ": " + group.compared() + " of " + group.migrations() + " migrations compared, "
                + counted(group.tables(), "table") + ", " + counted(group.probes(), "probe") + "; "
                + counted(open, "difference")
                + (accepted > 0 ? ", " + accepted + " accepted" : "") + ", "
                + byStatus.getOrDefault("KNOWN", 0L) + " that no migration takes away";
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String versions(VersionGroup group) {
        String changelog = document.changelogs().size() > 1 ? group.changelog() + " on " : "";
        String differ = group.differences().isEmpty()
                ? "the same on all " + group.databases().size() + " versions"
                : group.differences().size() + " not the same on all "
                        + group.databases().size() + " versions";
        return changelog + group.product() + " " + group.scenario() + ": " + group.migrations()
                + (group.migrations() == 1 ? " migration" : " migrations") + " compared, " + differ;
    }

    /** The changelog is named only where there are several. */
    private String name(Cell cell) {
        String changelog = document.changelogs().size() > 1 ? cell.changelog() + " on " : "";
        return changelog + cell.database() + " " + cell.scenario();
    }

    private static String counts(Cell cell) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        cell.steps().forEach(step -> counts.merge(Verdict.valueOf(step.verdict()), 1L, Long::sum));
        return words(counts);
    }

    private static String words(Map<Verdict, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().label())
                .collect(Collectors.joining(", "));
    }

    /** The worst findings that are not waived, each with place, evidence and remedy. */
    List<String> worst() {
        return worst(Verdicts::lines);
    }

    /** The same, one line each, for a build that goes on. */
    List<String> worstInShort() {
        return worst(f -> List.of(headline(f)));
    }

    private List<String> worst(Function<Finding, List<String>> shown) {
        List<String> lines = new ArrayList<>();
        List<Finding> open = document.findings().stream()
                .filter(f -> f.waiver() == null && !f.severity().equals("INFO"))
                .toList();
        List<Finding> worst = eachOnce(open).stream().limit(SHOWN).toList();
        worst.forEach(f -> lines.addAll(shown.apply(f)));
        int more = open.size() - worst.size();
        if (more > 0) {
            lines.add(more + " more finding" + (more == 1 ? "" : "s") + " in the report");
        }
        return lines;
    }

    /** What is wrong on two databases in two ways is one thing to repair. */
    private static Collection<Finding> eachOnce(List<Finding> findings) {
        Map<List<String>, Finding> first = new LinkedHashMap<>();
        findings.forEach(f -> first.putIfAbsent(List.of(f.changelog(), f.migration(), f.rule()), f));
        return first.values();
    }

    private static List<String> lines(Finding f) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(f));
        String where = where(f);
        if (!where.isEmpty()) {
            lines.add("    Where: " + where);
        }
        f.evidence().stream().limit(EVIDENCE).forEach(e -> lines.add("    " + seen(e)));
        if (f.evidence().size() > EVIDENCE) {
            lines.add("    Seen: and " + (f.evidence().size() - EVIDENCE) + " more");
        }
        lines.add("    Next: " + f.remedy());
        return lines;
    }

    /** What runs say of a prediction begins with a word of its own. */
    private static String seen(String evidence) {
        return evidence.startsWith("confirmed: ") || evidence.startsWith("not seen: ")
                ? evidence.substring(0, 1).toUpperCase(Locale.ROOT) + evidence.substring(1)
                : "Seen: " + evidence;
    }

    private static String headline(Finding f) {
        String migration = f.migration().isEmpty() ? "" : f.migration() + ": ";
        return f.severity() + " " + f.rule() + ": " + migration + f.title();
    }

    private static String where(Finding f) {
        List<String> parts = new ArrayList<>();
        if (!f.file().isEmpty()) {
            parts.add(f.line() > 0 ? f.file() + ":" + f.line() : f.file());
        }
        if (!f.database().isEmpty()) {
            parts.add(f.scenario().isEmpty() ? f.database() : f.database() + ", " + f.scenario());
        }
        return String.join(", ", parts);
    }

    /** The last line of the run. */
    String summary() {
        long errors = count("ERROR");
        long warnings = count("WARNING");
        long waived =
                document.findings().stream().filter(f -> f.waiver() != null).count();
        int migrations = document.changelogs().stream()
                .mapToInt(c -> c.migrations().size())
                .sum();
        String where = document.cells().isEmpty()
                ? withoutCells()
                : " in " + document.cells().size() + " cells, ";
        return "Migrations: " + migrations + where + errors + " errors, "
                + warnings + " warnings" + (waived > 0 ? ", " + waived + " waived" : "") + " in "
                + seconds(document.run().durationMillis() / 1e3) + " - report: " + report;
    }

    private String withoutCells() {
        if (document.safety() != null || document.run().goal().equals("validate")) {
            return " read, ";
        }
        if (document.crossDb() != null) {
            return " on " + document.databases().size() + " databases side by side, ";
        }
        if (document.backups() != null) {
            return ", " + new BackupLines(document).summary() + ", ";
        }
        return document.crashes() != null ? ", " + new CrashLines(document).summary() + ", " : " in 0 cells, ";
    }

    private long count(String severity) {
        return document.findings().stream()
                .filter(f -> f.waiver() == null && f.severity().equals(severity))
                .count();
    }

    /** The message of the exception that fails the build; ends with the summary line. */
    String failure(String summary) {
        List<String> lines = new ArrayList<>(document.gate().reasons());
        lines.addAll(new Costs(document).regressions());
        lines.addAll(worst());
        lines.add(summary);
        return String.join("\n", lines);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
