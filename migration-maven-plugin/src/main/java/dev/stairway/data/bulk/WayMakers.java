package dev.stairway.data.bulk;

import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.profile.ColumnProfile;
import dev.stairway.data.profile.ProfiledCells;
import dev.stairway.data.value.CellMaker;
import dev.stairway.data.value.CellMakers;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Scalar;
import dev.stairway.data.value.Unique;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueMaker;
import dev.stairway.data.value.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The makers of all columns for one way through the CHECKs. */
final class WayMakers {

    private final BulkOrder order;
    private final Links links;
    private final KeyPlan keys;
    private final Map<String, CellMaker> unlimited = new HashMap<>();
    private long room = Long.MAX_VALUE;
    private String scarce = "";

    WayMakers(BulkOrder order, Links links, KeyPlan keys) {
        this.order = order;
        this.links = links;
        this.keys = keys;
    }

    /** How many rows the columns that count leave room for. */
    long room() {
        return room;
    }

    /** The column that leaves the least. */
    String scarce() {
        return scarce;
    }

    /**
     * Empty when a column has no value this way.
     *
     * @param nulls columns that may be NULL by chance
     */
    Optional<CellMaker[]> make(List<Column> columns, Solver way, Set<String> nulls) {
        Map<String, Scalar.Numbering> settled = pairs(columns, way);
        CellMaker[] makers = new CellMaker[columns.size()];
        for (int i = 0; i < makers.length; i++) {
            Column column = columns.get(i);
            boolean mayBeNull = nulls.contains(column.name());
            makers[i] = maker(column, way.of(column.name()), settled.get(column.name()), mayBeNull);
            if (makers[i] == null) {
                return Optional.empty();
            }
        }
        return Optional.of(makers);
    }

    private CellMaker maker(Column column, Limits limits, Scalar.Numbering settled, boolean nulls) {
        boolean mayBeNull = nulls && column.nullable() && !limits.notNull();
        if (limits.onlyNull()) {
            return column.nullable() && !keys.carries(column.name()) ? CellMaker.NULL : null;
        }
        Optional<LinkCells> link = links.of(column.name());
        if (link.isPresent()) {
            return linked(column, link.get(), mayBeNull);
        }
        if (keys.carries(column.name()) || order.counted().contains(column.name())) {
            return unique(column, limits);
        }
        Optional<KeyPlan.Small> small = keys.small(column.name());
        if (small.isPresent()) {
            return counted(column, small.get());
        }
        if (order.table().slots().contains(column.name())) {
            return CellMakers.slots(column.type());
        }
        if (!column.type().known()) {
            return column.nullable() ? CellMaker.NULL : null;
        }
        CellMaker free = free(column, limits, settled);
        Optional<ColumnProfile> profile = order.profile().column(column.name());
        if (profile.isPresent() && settled == null) {
            ProfiledCells.TableColumn known =
                    new ProfiledCells.TableColumn(profile.get(), order.profile().rows());
            return ProfiledCells.of(column.type(), limits, known, free, mayBeNull, dice(column));
        }
        return mayBeNull ? CellMaker.sometimesNull(free, dice(column)) : free;
    }

    private CellMaker linked(Column column, LinkCells link, boolean mayBeNull) {
        Optional<ColumnProfile> profile = order.profile().column(column.name());
        if (profile.isEmpty() || link.isKeyed() || link.key().columns().size() > 1 || link.size() == 0) {
            return link.cells(column.name(), mayBeNull);
        }
        Dice.Source dice = dice(column);
        CellMaker parents = link.chosen(
                column.name(),
                ProfiledCells.ordinals(profile.get(), order.profile().rows(), dice));
        return mayBeNull && link.isNullable() ? ProfiledCells.nulls(profile.get(), parents, dice) : parents;
    }

    private Dice.Source dice(Column column) {
        return Dice.source(order.seed(), order.table().plainName(), column.name());
    }

    private CellMaker free(Column column, Limits limits, Scalar.Numbering settled) {
        CellMaker free = limits == Limits.NONE
                ? unlimited.computeIfAbsent(column.name(), name -> CellMakers.any(column.type(), limits, dice(column)))
                : CellMakers.any(column.type(), limits, dice(column));
        return settled != null && free instanceof Scalar scalar ? scalar.with(settled) : free;
    }

    private CellMaker unique(Column column, Limits limits) {
        long start = order.largest().getOrDefault(column.name(), -1L);
        long first = start < 0 ? order.first() : start;
        Scalar.Numbering ordinals = row -> first + (row - order.first());
        Optional<Unique> unique =
                CellMakers.unique(column.type(), limits, ordinals, first + order.rows(), dice(column));
        if (unique.isEmpty()) {
            return null;
        }
        long left = unique.get().room() - first;
        if (left < room) {
            room = Math.max(0, left);
            scarce = column.name();
        }
        return unique.get().maker();
    }

    private static CellMaker counted(Column column, KeyPlan.Small small) {
        Word[] words = new Word
                [column.type().labels().isEmpty() ? 2 : column.type().labels().size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Word.of(
                    ValueMaker.unique(column.type(), Limits.NONE, i, null).orElse(Value.NULL));
        }
        return (row, out) -> out.word(words[(int) small.digits().of(row, small.place())]);
    }

    /** Columns that a CHECK compares with one another take the smaller and the larger of their two numbers. */
    private Map<String, Scalar.Numbering> pairs(List<Column> columns, Solver way) {
        Map<String, Scalar.Numbering> settled = new HashMap<>();
        for (Solver.Pair pair : way.pairs()) {
            Optional<Scalar> left = scalar(columns, way, pair.left());
            Optional<Scalar> right = scalar(columns, way, pair.right());
            boolean free = !settled.containsKey(pair.left()) && !settled.containsKey(pair.right());
            if (free
                    && left.isPresent()
                    && right.isPresent()
                    && left.get().unit().equals(right.get().unit())) {
                settle(settled, pair, left.get(), right.get());
            }
        }
        return settled;
    }

    private Optional<Scalar> scalar(List<Column> columns, Solver way, String name) {
        boolean fixed = links.of(name).isPresent()
                || keys.carries(name)
                || order.counted().contains(name);
        return columns.stream()
                .filter(column ->
                        column.name().equals(name) && !fixed && column.type().known())
                .map(column -> free(column, way.of(name), null))
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .findFirst();
    }

    private static void settle(Map<String, Scalar.Numbering> settled, Solver.Pair pair, Scalar left, Scalar right) {
        Scalar.Numbering least = row -> Math.min(left.number(row), right.number(row));
        Scalar.Numbering most = row -> Math.max(left.number(row), right.number(row));
        Scalar.Numbering more = row -> most.number(row) + (left.number(row) == right.number(row) ? 1 : 0);
        switch (pair.operator()) {
            case "<", "<=" -> {
                settled.put(pair.left(), least);
                settled.put(pair.right(), pair.operator().equals("<") ? more : most);
            }
            case ">", ">=", "<>" -> {
                settled.put(pair.left(), pair.operator().equals(">=") ? most : more);
                settled.put(pair.right(), least);
            }
            case "=" -> settled.put(pair.right(), left::number);
            default -> {}
        }
    }
}
