package dev.stairway.data;

import dev.stairway.data.model.Column;
import dev.stairway.data.profile.ProfiledCells;
import dev.stairway.data.value.CellMaker;
import dev.stairway.data.value.CellMakers;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueCells;
import dev.stairway.data.value.ValueMaker;
import java.util.List;
import java.util.Optional;

/** Makes the values of one column that no reference sets. */
final class ColumnMaker {

    /** A refused try moves ordinals this far, out of the way of whatever took them. */
    private static final long LEAP = 100_003;

    /**
     * What is special about the column in this filling.
     *
     * @param counted the database would count it, and the rows give it nevertheless
     * @param keyed is part of a unique key
     * @param slot its ranges must not overlap
     * @param plan values, row by row, that others count on
     * @param start largest number so far; negative when nothing was read
     * @param profile how the column is spread elsewhere; null where nobody knows
     */
    record Role(
            boolean counted,
            boolean keyed,
            boolean slot,
            List<Value> plan,
            long start,
            ProfiledCells.TableColumn profile) {}

    /**
     * One value to be made.
     *
     * @param number of the row
     * @param refused how often the database has refused the row
     * @param attempt since then
     * @param digit which of its values a small column of a key takes; negative for free choice
     */
    record Draw(Limits limits, boolean carrier, long number, int refused, int attempt, int salt, long digit) {

        boolean tame() {
            return refused > 1 || attempt > 8;
        }

        /** Out of the way of whatever may have taken the ordinals, once tame values were refused as well. */
        long leap() {
            return Math.max(0, refused - 2) * LEAP;
        }
    }

    private final Column column;
    private final Role role;
    private final Dice.Source dice;
    private final long firstRow;
    private final int nullRow;
    private CellMaker profiled;
    private Limits profiledWith;
    private String obstacle = "";

    /** @param firstRow number of the first row of this filling */
    ColumnMaker(Column column, Role role, Dice.Source dice, long firstRow) {
        this.column = column;
        this.role = role;
        this.dice = dice;
        this.firstRow = firstRow;
        nullRow = 1 + dice.dice(-1, 0).below(3);
    }

    String name() {
        return column.name();
    }

    /** Why the last value could not be made. */
    String obstacle() {
        return obstacle;
    }

    Optional<Value> value(Draw draw) {
        obstacle = "";
        Limits limits = draw.limits();
        if (limits.onlyNull() && column.nullable()
                || limits == Limits.NONE && !column.type().known()) {
            return orNull();
        }
        if (role.slot()) {
            return Optional.of(ValueMaker.slot(column.type(), draw.number() + draw.leap()));
        }
        if (draw.number() - firstRow < role.plan().size()) {
            return Optional.of(role.plan().get((int) (draw.number() - firstRow)));
        }
        Dice each = dice.dice(draw.number(), draw.salt());
        return draw.carrier() || role.counted() ? unique(draw, each) : free(draw, each);
    }

    private Optional<Value> free(Draw draw, Dice each) {
        if (role.profile() != null
                && column.type().known()
                && draw.refused() + draw.attempt() == 0
                && draw.digit() < 0) {
            return Optional.of(profiled(draw));
        }
        if (column.nullable()
                && !draw.limits().notNull()
                && nullWanted(draw.number(), draw.refused() + draw.attempt(), each)) {
            return Optional.of(Value.NULL);
        }
        if (usesDefault(draw)) {
            return Optional.of(Value.DEFAULT);
        }
        if (draw.digit() >= 0) {
            return ValueMaker.unique(column.type(), draw.limits(), draw.digit(), each);
        }
        if (!column.type().known()) {
            return orNull();
        }
        return Optional.of(ValueMaker.any(column.type(), draw.limits(), draw.number(), each, draw.tame()));
    }

    /** The same cells as in bulk; once they do not fit, the column goes its own way. */
    private Value profiled(Draw draw) {
        boolean nulls = column.nullable() && !draw.limits().notNull();
        if (profiled == null || profiledWith != draw.limits()) {
            CellMaker free = CellMakers.any(column.type(), draw.limits(), dice);
            profiled = ProfiledCells.of(column.type(), draw.limits(), role.profile(), free, nulls, dice);
            profiledWith = draw.limits();
        }
        ValueCells cells = new ValueCells();
        profiled.make(draw.number(), cells);
        return cells.take().get(0);
    }

    private Optional<Value> orNull() {
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
    boolean nullWanted(long number, int salt, Dice each) {
        if (salt > 0) {
            return each.oneIn(3);
        }
        return number < 4 ? number == nullRow : each.oneIn(8);
    }

    private boolean usesDefault(Draw draw) {
        return draw.number() % 8 == 5
                && draw.refused() + draw.attempt() == 0
                && column.constantDefault()
                && !role.keyed();
    }

    private Optional<Value> unique(Draw draw, Dice each) {
        long shift = draw.attempt() + draw.leap();
        if (role.start() >= 0) {
            Optional<Value> next = ValueMaker.unique(
                    column.type(), draw.limits(), role.start() + draw.number() - firstRow + shift, each);
            if (next.isPresent()) {
                return next;
            }
        }
        Optional<Value> value = ValueMaker.unique(column.type(), draw.limits(), draw.number() + shift, each);
        if (value.isEmpty()) {
            value = ValueMaker.unique(column.type(), draw.limits(), draw.attempt(), each);
        }
        obstacle = value.isEmpty()
                ? "type and checks of column " + column.name() + " leave no further distinct value"
                : "";
        return value;
    }
}
