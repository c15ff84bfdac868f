package dev.stairway.perf;

import dev.stairway.engine.Migration;
import dev.stairway.measure.work.Counter;
import dev.stairway.perf.PerfReport.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What all passes of a cell saw of its migrations. */
final class Samples {

    private final Map<String, Of> byMigration = new LinkedHashMap<>();

    private static final class Of {

        private final Migration migration;
        private long rowsBefore;
        private Long bytesBefore;
        private final List<Seen> up = new ArrayList<>();
        private final List<Seen> down = new ArrayList<>();
        private PassReport.Step watched;
        private PassReport.Step busy;

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
            } else if (kind == Pass.Kind.WATCHED) {
                of.watched = step;
            } else if (kind == Pass.Kind.BUSY) {
                of.busy = step;
            }
        }
    }

    List<PerfReport.Step> steps(OneWay oneWay) {
        return byMigration.values().stream()
                .map(of -> {
                    String reason = oneWay.reason(of.migration);
                    Side down = reason.isEmpty() ? side(of.down, of, PassReport.Step::down) : null;
                    return new PerfReport.Step(
                            of.migration,
                            of.rowsBefore,
                            of.bytesBefore,
                            side(of.up, of, PassReport.Step::up),
                            down,
                            reason);
                })
                .toList();
    }

    /** Null where nothing was measured. */
    private static Side side(List<Seen> seen, Of of, Function<PassReport.Step, Seen> way) {
        if (seen.isEmpty()) {
            return null;
        }
        Seen watched = of.watched == null ? null : way.apply(of.watched);
        Seen busy = of.busy == null ? null : way.apply(of.busy);
        return new Side(
                seen.stream().map(Seen::nanos).toList(),
                counters(seen),
                seen.stream().map(Seen::host).toList(),
                watched == null ? List.of() : watched.statements(),
                busy == null ? List.of() : busy.traffic());
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
