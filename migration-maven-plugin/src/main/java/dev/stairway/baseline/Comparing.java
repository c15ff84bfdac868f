package dev.stairway.baseline;

import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Key;
import dev.stairway.baseline.BaselineDocument.Side;
import dev.stairway.baseline.BaselineDocument.Step;
import dev.stairway.metrics.Performance;
import dev.stairway.metrics.Performance.ComparisonEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Holds the figures of a run against those of a baseline, cell by cell; cells that did not run are not missed. */
final class Comparing {

    private static final List<String> ORDER =
            List.of("REGRESSION", "IMPROVEMENT", "CHANGED", "NEW", "GONE", "TOO_FEW", "NOT_COMPARABLE", "SAME");

    /** Regressions first, those that can fail the build before the others. */
    static final Comparator<ComparisonEntry> WORST_FIRST = Comparator.comparingInt(
                    (ComparisonEntry entry) -> ORDER.indexOf(entry.verdict()))
            .thenComparing(entry -> !entry.gated())
            .thenComparing(entry -> entry.ratio() == null ? 0 : -entry.ratio());

    private final Map<Key, Cell> before;
    private final Map<Key, Cell> now;
    private final Map<Key, Performance.Cell> raw;
    private final Thresholds thresholds;
    private final WorkVerdict work;
    private final List<ComparisonEntry> entries = new ArrayList<>();
    private final Set<String> differences = new LinkedHashSet<>();
    private final TimeVerdict times;

    Comparing(BaselineDocument before, BaselineDocument now, Performance raw, Thresholds thresholds) {
        this.before = byKey(before);
        this.now = byKey(now);
        this.raw = new LinkedHashMap<>();
        raw.cells().forEach(cell -> this.raw.put(new Key(cell.changelog(), cell.database(), cell.rows()), cell));
        this.thresholds = thresholds;
        work = new WorkVerdict(thresholds);
        times = new TimeVerdict(thresholds, Drift.between(this.before, this.now));
    }

    private static Map<Key, Cell> byKey(BaselineDocument document) {
        Map<Key, Cell> cells = new LinkedHashMap<>();
        document.cells().forEach(cell -> cells.put(cell.key(), cell));
        return cells;
    }

    List<ComparisonEntry> entries() {
        now.forEach((key, cell) -> cell(key, before.get(key), cell));
        entries.sort(WORST_FIRST);
        return entries;
    }

    /** {@code same}, or what differs in words; after {@link #entries()}. */
    String environment() {
        return differences.isEmpty() ? "same" : String.join("; ", differences);
    }

    private void cell(Key key, Cell previous, Cell current) {
        Map<String, Step> was = steps(previous);
        Map<String, Step> is = steps(current);
        is.forEach((migration, step) -> step(key, previous, current, was.get(migration), step));
        was.forEach((migration, step) -> {
            if (!is.containsKey(migration)) {
                step(key, previous, current, step, null);
            }
        });
    }

    private static Map<String, Step> steps(Cell cell) {
        Map<String, Step> steps = new LinkedHashMap<>();
        if (cell != null) {
            cell.steps().forEach(step -> steps.put(step.migration(), step));
        }
        return steps;
    }

    private void step(Key key, Cell previous, Cell current, Step was, Step is) {
        for (String direction : List.of("up", "down")) {
            Side wasSide = side(was, direction);
            Side isSide = side(is, direction);
            if (wasSide == null && isSide == null) {
                continue;
            }
            new Pair(key, previous, current, was, is).time(direction, wasSide, isSide);
            Set<String> counters = new TreeSet<>();
            counters.addAll(wasSide == null ? Set.of() : wasSide.work().keySet());
            counters.addAll(isSide == null ? Set.of() : isSide.work().keySet());
            counters.forEach(
                    counter -> new Pair(key, previous, current, was, is).work(direction, counter, wasSide, isSide));
        }
    }

    private static Side side(Step step, String direction) {
        return step == null ? null : direction.equals("up") ? step.up() : step.down();
    }

    /** One migration of one cell before and now; either may be missing. */
    private final class Pair {

        private final Key key;
        private final Cell previous;
        private final Cell current;
        private final Step was;
        private final Step is;

        private Pair(Key key, Cell previous, Cell current, Step was, Step is) {
            this.key = key;
            this.previous = previous;
            this.current = current;
            this.was = was;
            this.is = is;
        }

        private void time(String direction, Side before, Side after) {
            Sample from = before == null || before.millis().isEmpty() ? null : new Sample(before.millis());
            Sample to = after == null ? null : new Sample(after.millis());
            String differs = previous == null ? "" : current.environment().timesDiffer(previous.environment());
            Figure figure = new Figure(direction, null);
            add(figure, from, to, differs, () -> times.judge(figure, from, to));
        }

        private void work(String direction, String counter, Side before, Side after) {
            Long value = before == null ? null : before.work().get(counter);
            Sample from = value == null ? null : Sample.of(value);
            Sample to = after == null || !after.work().containsKey(counter) ? null : samples(direction, counter);
            String differs = previous == null ? "" : current.environment().workDiffers(previous.environment());
            Figure figure = new Figure(direction, Figure.COUNTERS.get(counter));
            add(figure, from, to, differs, () -> work.judge(figure, from.median(), to));
        }

        private Sample samples(String direction, String counter) {
            return raw.get(key).steps().stream()
                    .filter(step -> step.migration().equals(is.migration()))
                    .map(step -> direction.equals("up") ? step.up() : step.down())
                    .map(side -> Recording.work(side.counters().get(counter)))
                    .findFirst()
                    .orElseThrow();
        }

        private void add(Figure figure, Sample from, Sample to, String differs, Supplier<Judgement> judge) {
            Judgement judgement = unjudged(figure, from, to, differs);
            if (judgement == null) {
                judgement = judge.get();
            }
            Double ratio = from == null || to == null || from.median() <= 0 || to.median() < 0
                    ? null
                    : to.median() / from.median();
            entries.add(new ComparisonEntry(
                    key.changelog(),
                    (is == null ? was : is).migration(),
                    key.database(),
                    key.rows(),
                    figure.metric(),
                    from == null ? null : from.median(),
                    from == null || !figure.isTime() ? null : from.low(),
                    from == null || !figure.isTime() ? null : from.high(),
                    to == null ? null : to.median(),
                    to == null || !figure.isTime() ? null : to.low(),
                    to == null || !figure.isTime() ? null : to.high(),
                    ratio,
                    judgement.limit(),
                    judgement.p(),
                    judgement.verdict(),
                    gated(figure),
                    judgement.why()));
        }

        private boolean gated(Figure figure) {
            return switch (thresholds.failOn()) {
                case NONE -> false;
                case WORK -> !figure.isTime() && figure.counter().gated();
                case ALL -> figure.isTime() || figure.counter().gated();
            };
        }

        /** What is no question of numbers; null when it is one. */
        private Judgement unjudged(Figure figure, Sample from, Sample to, String differs) {
            String head = "The " + figure.words();
            if (from == null) {
                return without(
                        figure,
                        "NEW",
                        head + " is " + figure.shown(to.median()) + "; the baseline does not know it yet");
            }
            if (to == null) {
                return without(
                        figure, "GONE", head + " was " + figure.shown(from.median()) + "; this run did not measure it");
            }
            String both = head + " was " + figure.shown(from.median()) + " and is " + figure.shown(to.median());
            if (!Objects.equals(was.checksum(), is.checksum())) {
                return without(figure, "CHANGED", both + "; the migration was edited since");
            }
            if (!differs.isEmpty()) {
                differences.add(differs);
                return without(figure, "NOT_COMPARABLE", both + "; not comparable, because " + differs);
            }
            if (was.rowsBefore() != is.rowsBefore()) {
                return without(
                        figure,
                        "NOT_COMPARABLE",
                        both + "; not comparable, because it met " + was.rowsBefore() + " rows then and "
                                + is.rowsBefore() + " now");
            }
            return null;
        }

        private Judgement without(Figure figure, String verdict, String why) {
            double limit = figure.isTime() ? thresholds.timeRatio() : thresholds.workRatio();
            return new Judgement(limit, null, verdict, why);
        }
    }
}
