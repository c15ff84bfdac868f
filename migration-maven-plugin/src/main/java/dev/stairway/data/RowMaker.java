package dev.stairway.data;

import dev.stairway.data.check.Check;
import dev.stairway.data.check.Evaluator;
import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueMaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /** A refused try moves ordinals this far, out of the way of whatever took them. */
    private static final long LEAP = 100_003;

    private final Table table;
    private final long seed;
    private final Links links;
    private final TakenKeys taken;
    private final Map<String, Long> starts;
    private final Set<String> counted;
    private final Map<String, List<Value>> plan;
    private final Set<String> keyColumns = new HashSet<>();
    private final long firstRow;
    private String obstacle = "";

    /**
     * @param counted columns that the database would count and this maker gives nevertheless
     * @param plan values of columns, row by row, that others count on
     * @param starts largest number so far of counted and unique integer columns
     */
    RowMaker(
            Table table,
            long seed,
            Links links,
            TakenKeys taken,
            Map<String, Long> starts,
            Set<String> counted,
            Map<String, List<Value>> plan,
            long firstRow) {
        this.table = table;
        this.seed = seed;
        this.links = links;
        this.taken = taken;
        this.starts = starts;
        this.counted = counted;
        this.plan = plan;
        this.firstRow = firstRow;
        table.uniqueKeys().forEach(key -> keyColumns.addAll(key.columns()));
    }

    /** Why the last row could not be made. */
    String obstacle() {
        return obstacle;
    }

    /** Names of the columns that rows give, in order. */
    List<String> columns() {
        return table.columns().stream().filter(this::given).map(Column::name).toList();
    }

    private boolean given(Column column) {
        return column.given() || column.origin() == Column.Origin.COUNTED && counted.contains(column.name());
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
        Solver way = Solver.solve(rules(number, attempt), Dice.of(seed, table.plainName(), "?", number, salt));
        Map<String, Value> row = new LinkedHashMap<>();
        boolean tame = refused > 1 || attempt > 8;
        if (!links.choose(row, number, salt, Math.max(0, attempt - FREE), way, this::nullWanted)) {
            obstacle = links.obstacle();
            return Optional.empty();
        }
        Map<String, Long> scan = scan(attempt - FREE, row.keySet());
        for (Column column : table.columns()) {
            if (given(column) && !row.containsKey(column.name())) {
                Draw draw = new Draw(column, way.of(column.name()), number, refused, attempt, tame);
                Optional<Value> value = value(draw, scan);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                row.put(column.name(), value.get());
            }
        }
        links.adopt(row);
        Pairs.settle(row, way.pairs(), keyColumns);
        return keepsRules(row) ? Optional.of(row) : Optional.empty();
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

    /** One value to be drawn. */
    private record Draw(Column column, Limits limits, long number, int refused, int attempt, boolean tame) {}

    private Optional<Value> value(Draw draw, Map<String, Long> scan) {
        Column column = draw.column();
        Dice dice = Dice.of(
                seed, table.plainName(), column.name(), draw.number(), draw.refused() * ATTEMPTS + draw.attempt());
        if (draw.limits().onlyNull() && column.nullable()
                || draw.limits() == Limits.NONE && !column.type().known()) {
            return orNull(column);
        }
        if (table.slots().contains(column.name())) {
            return Optional.of(ValueMaker.slot(column.type(), draw.number() + draw.refused() * LEAP));
        }
        List<Value> planned = plan.get(column.name());
        if (planned != null && draw.number() - firstRow < planned.size()) {
            return Optional.of(planned.get((int) (draw.number() - firstRow)));
        }
        if (isCarrier(column, draw.limits()) || counted.contains(column.name())) {
            return unique(draw, dice);
        }
        if (column.nullable()
                && !draw.limits().notNull()
                && nullWanted(column, draw.number(), draw.refused() + draw.attempt(), dice)) {
            return Optional.of(Value.NULL);
        }
        if (usesDefault(draw)) {
            return Optional.of(Value.DEFAULT);
        }
        Long digit = scan.get(column.name());
        if (digit != null) {
            return ValueMaker.unique(column.type(), draw.limits(), digit, dice);
        }
        if (!column.type().known()) {
            return orNull(column);
        }
        return Optional.of(ValueMaker.any(column.type(), draw.limits(), draw.number(), dice, draw.tame()));
    }

    private Optional<Value> orNull(Column column) {
        if (column.nullable()) {
            return Optional.of(Value.NULL);
        }
        if (column.constantDefault()) {
            return Optional.of(Value.DEFAULT);
        }
        obstacle = "no value is known for column " + column.name() + " of type "
                + column.type().name();
        return Optional.empty();
    }

    /** The first row has all values, one of the next three is NULL, and of the others every eighth. */
    private boolean nullWanted(Column column, long number, int salt, Dice dice) {
        if (salt > 0) {
            return dice.oneIn(3);
        }
        if (number < 4) {
            return number
                    == 1
                            + Dice.of(seed, table.plainName(), column.name(), -1, 0)
                                    .below(3);
        }
        return dice.oneIn(8);
    }

    private boolean usesDefault(Draw draw) {
        return draw.number() % 8 == 5
                && draw.refused() + draw.attempt() == 0
                && draw.column().constantDefault()
                && !keyColumns.contains(draw.column().name());
    }

    private Optional<Value> unique(Draw draw, Dice dice) {
        Column column = draw.column();
        long shift = draw.attempt() + draw.refused() * LEAP;
        Long start = starts.get(column.name());
        if (start != null) {
            Optional<Value> next = ValueMaker.unique(
                    column.type(), draw.limits(), Math.max(0, start) + draw.number() - firstRow + shift, dice);
            if (next.isPresent()) {
                return next;
            }
        }
        Optional<Value> value = ValueMaker.unique(column.type(), draw.limits(), draw.number() + shift, dice);
        if (value.isEmpty()) {
            value = ValueMaker.unique(column.type(), draw.limits(), draw.attempt(), dice);
        }
        obstacle = value.isEmpty()
                ? "type and checks of column " + column.name() + " leave no further distinct value"
                : obstacle;
        return value;
    }

    /** True for the column that makes its unique key unique: the only one, or the first with room enough. */
    private boolean isCarrier(Column column, Limits limits) {
        for (UniqueKey key : table.uniqueKeys()) {
            boolean single = key.columns().size() == 1;
            if (key.columns().contains(column.name())
                    && (single || !limits.restricted() && isFirstRoomy(column, key))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirstRoomy(Column column, UniqueKey key) {
        return key.columns().stream()
                .filter(name -> table.column(name).filter(this::roomy).isPresent())
                .findFirst()
                .filter(column.name()::equals)
                .isPresent();
    }

    private boolean roomy(Column column) {
        boolean small = switch (column.type().base()) {
            case BOOLEAN, BOOLEAN_NUMBER, ENUM, SAMPLE, SINGLE_BYTE_CHAR, UNKNOWN -> true;
            default -> false;
        };
        return given(column) && !small && !links.covers(column.name());
    }

    /** Which of its values each small column of a key takes, so that all combinations come up in turn. */
    private Map<String, Long> scan(int step, Set<String> linked) {
        Map<String, Long> digits = new HashMap<>();
        long rest = step < 0 ? -1 : step / Math.max(1, links.combinations());
        for (Column column : table.columns()) {
            boolean free = keyColumns.contains(column.name()) && !linked.contains(column.name());
            int size = free && rest >= 0 ? domain(column) : 0;
            if (size > 0) {
                digits.put(column.name(), rest % size);
                rest /= size;
            }
        }
        return digits;
    }

    private static int domain(Column column) {
        Base base = column.type().base();
        if (base == Base.BOOLEAN || base == Base.BOOLEAN_NUMBER) {
            return 2;
        }
        return base == Base.ENUM || base == Base.SAMPLE ? column.type().labels().size() : 0;
    }
}
