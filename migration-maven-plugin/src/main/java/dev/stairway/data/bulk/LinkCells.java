package dev.stairway.data.bulk;

import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.value.CellMaker;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Scalar;

/** The cells of one reference. */
final class LinkCells {

    private final ForeignKey key;
    private final Parents parents;
    private final Dice.Source dice;
    private final boolean nullable;
    private Digits digits;
    private int place;
    private long end = Long.MAX_VALUE;

    /** @param nullable whether all of its columns may be NULL */
    LinkCells(ForeignKey key, Parents parents, Dice.Source dice, boolean nullable) {
        this.key = key;
        this.parents = parents;
        this.dice = dice;
        this.nullable = nullable;
    }

    ForeignKey key() {
        return key;
    }

    long size() {
        return parents.size();
    }

    boolean isKeyed() {
        return digits != null;
    }

    /** From now on the parent is chosen by counting. */
    void count(Digits by, int where) {
        digits = by;
        place = where;
    }

    /** True when rows can do without a parent. */
    boolean isNullable() {
        return nullable;
    }

    /** From this row on there is no parent left. */
    void endAt(long row) {
        end = row;
    }

    /** Cells of a column. */
    CellMaker cells(String column, boolean nulls) {
        int part = key.columns().indexOf(column);
        if (parents.size() == 0) {
            return CellMaker.NULL;
        }
        if (digits != null) {
            return (row, out) -> {
                if (row < end) {
                    parents.cell(digits.of(row, place), part, out);
                } else {
                    out.nul();
                }
            };
        }
        CellMaker maker = (row, out) -> parents.cell(Dice.below(dice.roll(row), parents.size()), part, out);
        return nullable && nulls ? CellMaker.sometimesNull(maker, dice) : maker;
    }

    /** Cells of a column whose parents somebody else chooses by numbers of any size. */
    CellMaker chosen(String column, Scalar.Numbering choice) {
        int part = key.columns().indexOf(column);
        return (row, out) -> parents.cell(Math.floorMod(choice.number(row), parents.size()), part, out);
    }

    /** False when rows need a parent and there is none. */
    boolean canBeSet() {
        return parents.size() > 0 || nullable;
    }
}
