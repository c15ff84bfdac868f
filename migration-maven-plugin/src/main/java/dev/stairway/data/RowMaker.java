package dev.stairway.data;

import dev.stairway.data.check.Check;
import dev.stairway.data.check.Evaluator;
import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.profile.ProfiledCells;
import dev.stairway.data.profile.TableProfile;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes rows of one table that break no rule known here: types, CHECKs, keys and references. */
final class RowMaker {

    /** Attempts with free choice before the small domains are walked through one by one. */
    private static final int FREE = 40;

    private static final int ATTEMPTS = 3000;

    private final Table table;
    private final Links links;
    private final TakenKeys taken;
    private final KeyColumns keys;
    private final Map<String, ColumnMaker> makers = new LinkedHashMap<>();
    private final Dice.Source ways;
    private String obstacle = "";

    /**
     * @param counted columns that the database would count and this maker gives nevertheless
     * @param plan values of columns, row by row, that others count on
     * @param starts largest number so far of counted and unique integer columns
     * @param profile how the columns are spread elsewhere
     */
    RowMaker(
            Table table,
            long seed,
            Links links,
            TakenKeys taken,
            Map<String, Long> starts,
            Set<String> counted,
            Map<String, List<Value>> plan,
            long firstRow,
            TableProfile profile) {
        this.table = table;
        this.links = links;
        this.taken = taken;
        keys = new KeyColumns(table, column -> given(column, counted) && !links.covers(column.name()));
        ways = Dice.source(seed, table.plainName(), "?");
        for (Column column : table.columns()) {
            String name = column.name();
            if (given(column, counted)) {
                Long start = starts.get(name);
                ColumnMaker.Role role = new ColumnMaker.Role(
                        counted.contains(name),
                        keys.names().contains(name),
                        table.slots().contains(name),
                        plan.getOrDefault(name, List.of()),
                        start == null ? -1 : Math.max(0, start),
                        profile.column(name)
                                .map(each -> new ProfiledCells.TableColumn(each, profile.rows()))
                                .orElse(null));
                Dice.Source dice = Dice.source(seed, table.plainName(), name);
                makers.put(name, new ColumnMaker(column, role, dice, firstRow));
            }
        }
    }

    private static boolean given(Column column, Set<String> counted) {
        return column.given() || column.origin() == Column.Origin.COUNTED && counted.contains(column.name());
    }

    /** Why the last row could not be made. */
    String obstacle() {
        return obstacle;
    }

    /** Names of the columns that rows give, in order. */
    List<String> columns() {
        return List.copyOf(makers.keySet());
    }

    /**
     * Makes rows and takes their keys; fewer than asked for where one cannot be made.
     *
     * @param refused how often the database has refused these rows so far
     */
    List<Map<String, Value>> rows(long first, int count, int refused) {
        List<Map<String, Value>> made = new ArrayList<>();
        for (long number = first; number < first + count; number++) {
            Optional<Map<String, Value>> row = row(number, refused);
            if (row.isEmpty()) {
                break;
            }
            made.add(row.get());
        }
        return made;
    }

    /** The rows made since the last call of this or of {@link #release()} are stored. */
    void settle() {
        taken.settle();
        links.settle();
    }

    /** The rows made since the last call of this or of {@link #settle()} will not be stored. */
    void release() {
        taken.release();
        links.release();
    }

    /** Whether a row made elsewhere would repeat a key that is known to be taken. */
    boolean repeats(Map<String, Value> row) {
        return taken.repeats(row);
    }

    private Optional<Map<String, Value>> row(long number, int refused) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Map<String, Value>> row = attempt(number, refused, attempt);
            if (row.isPresent() && taken.take(row.get())) {
                links.remember(row.get());
                return row;
            }
            if (row.isPresent()) {
                obstacle = "no unused value is left for unique key " + taken.conflict();
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, Value>> attempt(long number, int refused, int attempt) {
        int salt = refused * ATTEMPTS + attempt;
        Solver way = Solver.solve(rules(number, attempt), ways.dice(number, salt));
        Map<String, Value> row = new LinkedHashMap<>();
        if (!links.choose(row, number, salt, Math.max(0, attempt - FREE), way, this::nullWanted)) {
            obstacle = links.obstacle();
            return Optional.empty();
        }
        Map<String, Long> scan = attempt < FREE
                ? Map.of()
                : keys.scan((attempt - FREE) / Math.max(1, links.combinations()), row.keySet());
        for (ColumnMaker maker : makers.values()) {
            if (!row.containsKey(maker.name())) {
                Limits limits = way.of(maker.name());
                Optional<Value> value = maker.value(new ColumnMaker.Draw(
                        limits,
                        keys.carries(maker.name(), limits),
                        number,
                        refused,
                        attempt,
                        salt,
                        scan.getOrDefault(maker.name(), -1L)));
                if (value.isEmpty()) {
                    obstacle = maker.obstacle().isEmpty() ? obstacle : maker.obstacle();
                    return Optional.empty();
                }
                row.put(maker.name(), value.get());
            }
        }
        links.adopt(row);
        Pairs.settle(row, way.pairs(), keys.names());
        return keepsRules(row) ? Optional.of(row) : Optional.empty();
    }

    private boolean nullWanted(Column column, long number, int salt, Dice dice) {
        return makers.get(column.name()).nullWanted(number, salt, dice);
    }

    private List<Check> rules(long number, int attempt) {
        if (table.partitions().isEmpty()) {
            return table.checks();
        }
        List<Check> rules = new ArrayList<>(table.checks());
        rules.add(table.partitions()
                .get((int) ((number + attempt) % table.partitions().size())));
        return rules;
    }

    private boolean keepsRules(Map<String, Value> row) {
        Evaluator evaluator = new Evaluator(row);
        for (Check check : table.checks()) {
            if (evaluator.breaks(check.expression())) {
                obstacle = "no row was found that meets check constraint " + check.name();
                return false;
            }
        }
        boolean fits = table.partitions().isEmpty()
                || table.partitions().stream().anyMatch(partition -> !evaluator.breaks(partition.expression()));
        obstacle = fits ? obstacle : "no row was found that fits a partition";
        return fits;
    }
}
