package dev.stairway.baseline;

import java.util.List;
import java.util.Locale;

/**
 * Judges times. Three things make a regression, and each alone cries wolf: the median grew by more than a share, by more than
 * some milliseconds, and samples so far apart are not chance.
 */
final class TimeVerdict {

    private final Thresholds thresholds;
    private final double drift;

    /** @param drift how much slower the whole run is than the baseline; 1 for as fast */
    TimeVerdict(Thresholds thresholds, double drift) {
        this.thresholds = thresholds;
        this.drift = drift;
    }

    Judgement judge(Figure figure, Sample previous, Sample current) {
        String both = both(figure, previous, current);
        if (!previous.isEnough() || !current.isEnough()) {
            return judgement(
                    previous,
                    null,
                    "TOO_FEW",
                    both + ", from " + previous.values().size() + " and "
                            + current.values().size() + " samples; a verdict takes " + Sample.ENOUGH + " each");
        }
        // A slow run excuses a slow migration, a fast one does not accuse it.
        Double slower = p(previous, current, Math.max(1, drift));
        Double faster = p(previous, current, Math.min(1, drift));
        if (exceeds(previous.median(), current.median() / Math.max(1, drift)) && slower < Thresholds.ALPHA) {
            return judgement(previous, slower, "REGRESSION", both + drift() + limits() + chance(slower));
        }
        if (exceeds(current.median() / Math.min(1, drift), previous.median()) && faster < Thresholds.ALPHA) {
            return judgement(previous, faster, "IMPROVEMENT", both + drift() + chance(faster));
        }
        return judgement(previous, slower, "SAME", both + drift() + same(previous, current, slower));
    }

    private static Double p(Sample previous, Sample current, double drift) {
        List<Double> adjusted =
                current.values().stream().map(value -> value / drift).toList();
        return MannWhitney.p(previous.values(), adjusted);
    }

    private boolean exceeds(double less, double more) {
        return more > less * thresholds.timeRatio() && more - less > thresholds.timeMillis();
    }

    /** Of the two limits the one that is reached last; from the machine's pace of this run. */
    private double limit(double previous) {
        double pace = Math.max(1, drift);
        return previous <= 0
                ? thresholds.timeRatio()
                : pace * Math.max(thresholds.timeRatio(), 1 + thresholds.timeMillis() / previous);
    }

    private Judgement judgement(Sample previous, Double p, String verdict, String why) {
        return new Judgement(limit(previous.median()), p, verdict, why);
    }

    private static String both(Figure figure, Sample previous, Sample current) {
        double ratio = current.median() / previous.median();
        return "The " + figure.words() + " was " + figure.shown(previous.median()) + " and is "
                + figure.shown(current.median())
                + (Double.isFinite(ratio) ? String.format(Locale.ROOT, ", %.2f times as long", ratio) : "");
    }

    private String drift() {
        return drift == 1 ? "" : String.format(Locale.ROOT, " in a run that took %.2f times as long altogether", drift);
    }

    private String limits() {
        return String.format(
                Locale.ROOT,
                "; allowed are %.2f times or %.0f ms more, whichever is greater",
                thresholds.timeRatio(),
                thresholds.timeMillis());
    }

    private static String chance(double p) {
        return String.format(Locale.ROOT, "; chance makes such a difference with p = %.4f", p);
    }

    private String same(Sample previous, Sample current, double p) {
        double now = current.median() / Math.max(1, drift);
        if (!exceeds(previous.median(), now)) {
            return "; within the allowed "
                    + String.format(
                            Locale.ROOT, "%.2f times or %.0f ms", thresholds.timeRatio(), thresholds.timeMillis());
        }
        return String.format(Locale.ROOT, "; the samples overlap, which is chance with p = %.2f", p);
    }
}
