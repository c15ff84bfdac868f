package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.BehaviourReport;
import dev.stairway.compare.behaviour.DataCheck;
import dev.stairway.compare.behaviour.DataDifference;
import dev.stairway.compare.behaviour.Member;
import dev.stairway.compare.behaviour.Side;
import dev.stairway.compare.schema.SchemaComparison;
import dev.stairway.compare.schema.SchemaDifference;
import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.IdPattern;
import dev.stairway.matrix.Cell;
import dev.stairway.run.WalkOptions.Exclusion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Walks one changelog up on all its databases at once and looks at them after every migration. */
final class CrossWalk {

    private final Cell cell;
    private final List<Lane> lanes;
    private final List<String> order;
    private final CrossOptions options;
    private final CrossTools tools;
    private final DataCheck data;
    private final IntConsumer stepped;
    private final List<Split> splits = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();
    private final Ledger<SchemaDifference> schema =
            new Ledger<>(d -> d.item() + " " + d.aspect(), SchemaDifference::sides);
    private final Ledger<DataDifference> rows =
            new Ledger<>(d -> d.table() + " " + d.column() + " " + d.explained(), DataDifference::sides);
    private BehaviourReport behaviour = BehaviourReport.NONE;
    private String at = "before the first migration";
    private String broken = "";
    private int compared;
    /** Null before the first one. */
    private Migration last;
    /** True when tables may have come that have no rows yet. */
    private boolean unfilled = true;

    /** @param stepped takes the number of migrations in all, after each */
    CrossWalk(
            Cell cell, List<Lane> lanes, CrossOptions options, CrossTools tools, DataCheck data, IntConsumer stepped) {
        this.cell = cell;
        this.lanes = lanes;
        this.order = Migration.ids(Lane.migrations(lanes));
        this.options = options;
        this.tools = tools;
        this.data = data;
        this.stepped = stepped;
    }

    CrossReport walk(List<String> notTakingPart) {
        long start = System.nanoTime();
        notCompared.addAll(notTakingPart);
        try {
            walk();
        } catch (SQLException unreadable) {
            broken = at + ": " + unreadable.getMessage();
            notCompared.add(broken + "; nothing is compared from there on");
        }
        int tables = lanes.stream()
                .mapToInt(lane -> lane.seen().schema().tables().size())
                .max()
                .orElse(0);
        notCompared.addAll(data.notes());
        return new CrossReport(
                cell,
                lanes.stream().map(Lane::report).toList(),
                notCompared,
                order.size(),
                compared,
                tables,
                splits,
                schema.open(),
                schema.passing(),
                rows.open(),
                behaviour,
                broken,
                System.nanoTime() - start);
    }

    private void walk() throws SQLException {
        look(null, false);
        for (String id : order) {
            if (running().size() < 2) {
                notCompared.add(id + " and what comes after it: fewer than two databases came that far");
                break;
            }
            step(id);
            stepped.accept(order.size());
        }
        if (last != null && running().size() > 1) {
            if (data.waits()) {
                data.fill(members());
            }
            // Whatever statements did not tell is seen at the end at the latest.
            data.unseen();
            compare(last);
        }
        if (options.probes() && running().size() > 1) {
            for (Lane lane : lanes) {
                lane.release();
            }
            at = "probes at the end";
            behaviour = tools.probe().probe(members(), options.seed());
        }
    }

    private List<Lane> running() {
        return lanes.stream().filter(Lane::running).toList();
    }

    private List<Member> members() {
        return running().stream().map(Lane::member).toList();
    }

    private void step(String id) throws SQLException {
        at = id;
        if (unfilled || data.waits()) {
            data.fill(members());
            unfilled = false;
        }
        Map<Lane, StepOutcome> outcomes = new LinkedHashMap<>();
        Migration migration = null;
        for (Lane lane : running()) {
            Migration here = lane.migration(id).orElse(null);
            if (here != null) {
                migration = migration == null ? here : migration;
                outcomes.put(lane, play(lane, here));
            }
        }
        data.done();
        last = migration;
        List<DatabaseId> out = outcomes.keySet().stream()
                .filter(lane -> !lane.running())
                .map(Lane::id)
                .toList();
        if (!out.isEmpty()) {
            schema.leave(out);
            rows.leave(out);
            splits.add(split(migration, outcomes));
        }
        if (running().size() > 1) {
            look(migration, outcomes.values().stream().anyMatch(CrossWalk::executed));
            compared++;
        }
    }

    private StepOutcome play(Lane lane, Migration migration) throws SQLException {
        for (Exclusion exclusion : options.exclusions()) {
            if (IdPattern.of(exclusion.migration()).matches(migration.id(), migration.name())) {
                return lane.markRan(migration, exclusion.reason());
            }
        }
        StepOutcome outcome = lane.play(migration);
        data.played(lane.statements());
        if (lane.unseen()) {
            data.unseen();
        }
        return outcome;
    }

    /** @param migration null before the first one @param rowsToo true when it may have changed some */
    private void look(Migration migration, boolean rowsToo) throws SQLException {
        List<Lane> running = running();
        boolean changed = false;
        for (Lane lane : running) {
            changed |= lane.look();
        }
        if (changed) {
            schema.now(SchemaComparison.of(running.stream().map(Lane::seen).toList()), migration);
            unfilled = true;
        }
        if (!rowsToo) {
            return;
        }
        compare(migration);
    }

    private void compare(Migration migration) throws SQLException {
        rows.now(data.compare(members()), migration);
    }

    private static boolean executed(StepOutcome outcome) {
        return outcome.result() == StepOutcome.Result.EXECUTED;
    }

    private static boolean failed(StepOutcome outcome) {
        return outcome.result() == StepOutcome.Result.FAILED;
    }

    private static Split split(Migration migration, Map<Lane, StepOutcome> outcomes) {
        Map<String, List<Lane>> sides = new LinkedHashMap<>();
        outcomes.forEach((lane, outcome) -> {
            if (!failed(outcome)) {
                sides.computeIfAbsent(phrase(outcome), any -> new ArrayList<>()).add(lane);
            }
        });
        outcomes.forEach((lane, outcome) -> {
            if (failed(outcome)) {
                sides.computeIfAbsent("fails: " + Lane.line(outcome), any -> new ArrayList<>())
                        .add(lane);
            }
        });
        List<Side> told = new ArrayList<>();
        sides.forEach(
                (says, some) -> told.add(new Side(some.stream().map(Lane::id).toList(), says)));
        return new Split(migration, told, outcomes.values().stream().allMatch(CrossWalk::failed));
    }

    private static String phrase(StepOutcome outcome) {
        return switch (outcome.result()) {
            case EXECUTED -> "is applied";
            case SKIPPED -> outcome.reason().isEmpty() ? "is left out" : "is left out (" + Lane.line(outcome) + ")";
            case IRREVERSIBLE -> "is irreversible";
            case FAILED -> "fails";
        };
    }
}
