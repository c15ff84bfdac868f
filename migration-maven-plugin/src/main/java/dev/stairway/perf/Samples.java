package dev.stairway.perf;

import dev.stairway.engine.Migration;
import dev.stairway.measure.work.Counter;
import dev.stairway.perf.PerfReport.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all passes of a cell saw of its migrations. */
final class Samples {

    private final Map<String, Of> byMigration = new LinkedHashMap<>();

    private static final class Of {

        private final Migration migration;
        private long rowsBefore;
        private Long bytesBefore;
        private final List<Seen> up = new ArrayList<>();
        private final List<Seen> down = new ArrayList<>();

        Of(Migration migration) {
            this.migration = migration;
        }
    }

    void add(Pass.Kind kind, PassReport report) {
        for (PassReport.Step step : report.steps()) {
            Of of = byMigration.computeIfAbsent(step.migration().id(), id -> new Of(step.migration()));
            if (step.rowsBefore() >= 0) {
                of.rowsBefore = step.rowsBefore();
                of.bytesBefore = step.bytesBefore();
            }
            if (kind == Pass.Kind.MEASURED) {
                of.up.add(step.up());
                if (step.down() != null) {
                    of.down.add(step.down());
                }
            }
        }
    }

    List<PerfReport.Step> steps(OneWay oneWay) {
        return byMigration.values().stream()
                .map(of -> {
                    String reason = oneWay.reason(of.migration);
                    Side down = reason.isEmpty() ? side(of.down) : null;
                    return new PerfReport.Step(of.migration, of.rowsBefore, of.bytesBefore, side(of.up), down, reason);
                })
                .toList();
    }

    /** Null where nothing was measured. */
    private static Side side(List<Seen> seen) {
        return seen.isEmpty() ? null : new Side(seen.stream().map(Seen::nanos).toList(), counters(seen));
    }

    private static Map<Counter, List<Long>> counters(List<Seen> seen) {
        Map<Counter, List<Long>> counters = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            List<Long> values = seen.stream()
                    .filter(each -> each.counters().containsKey(counter))
                    .map(each -> each.counters().get(counter))
                    .toList();
            if (!values.isEmpty()) {
                counters.put(counter, values);
            }
        }
        return counters;
    }
}
