package dev.stairway.operate.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that was looked at, in order. */
public record Health(List<Check> checks) {

    public Health {
        checks = List.copyOf(checks);
    }

    /** False where an upgrade should not begin. */
    public boolean healthy() {
        return failed().isEmpty();
    }

    public List<Check> failed() {
        return checks.stream()
                .filter(check -> check.verdict() == Check.Verdict.FAILED)
                .toList();
    }

    /** The same with one more. */
    public Health with(Check more) {
        List<Check> all = new ArrayList<>(checks);
        all.add(more);
        return new Health(all);
    }

    /** A table for people, one line for each check and one more for what to do. */
    public List<String> table() {
        int width =
                checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Check check : checks) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-7s  %-" + Math.max(1, width) + "s  %s",
                    check.verdict(),
                    check.name(),
                    check.seen()));
            if (!check.next().isEmpty()) {
                lines.add(" ".repeat(width + 13) + check.next());
            }
        }
        return lines;
    }
}
