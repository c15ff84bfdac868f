package dev.stairway.baseline;

import java.util.Locale;

/**
 * Judges counted work. It repeats itself exactly, so a plain limit is enough. What others add meanwhile (vacuum, checkpoints)
 * adds to some repetitions only: the least one must exceed the limit.
 */
final class WorkVerdict {

    private final Thresholds thresholds;

    WorkVerdict(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    Judgement judge(Figure figure, double previous, Sample current) {
        double allowed = Math.max(Math.abs(previous) * thresholds.workPercent() / 100, figure.floor());
        double less = Math.max(Math.abs(previous) * (1 - 1 / thresholds.workRatio()), figure.floor());
        double limit = previous > 0 ? 1 + allowed / previous : thresholds.workRatio();
        String both = both(figure, previous, current.median());
        if (current.least() - previous > allowed) {
            return new Judgement(limit, null, "REGRESSION", both + "; allowed are " + more(figure, allowed));
        }
        if (previous - current.most() > less) {
            return new Judgement(limit, null, "IMPROVEMENT", both);
        }
        return new Judgement(limit, null, "SAME", both + same(figure, previous, current, allowed));
    }

    private static String both(Figure figure, double previous, double current) {
        String ratio = previous > 0 && current >= 0
                ? String.format(Locale.ROOT, ", %.2f times as much", current / previous)
                : "";
        return "The " + figure.words() + " was " + figure.shown(previous) + " and is " + figure.shown(current) + ratio;
    }

    private static String more(Figure figure, double allowed) {
        return figure.shown(allowed) + " more";
    }

    private static String same(Figure figure, double previous, Sample current, double allowed) {
        if (current.median() == previous) {
            return "";
        }
        return current.median() - previous > allowed
                ? "; one repetition did it with " + figure.shown(current.least())
                        + ", so the rest is not the migration's"
                : "; allowed are " + more(figure, allowed);
    }
}
