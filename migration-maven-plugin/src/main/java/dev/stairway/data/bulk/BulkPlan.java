package dev.stairway.data.bulk;

import dev.stairway.data.value.CellMaker;
import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueCells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows by their numbers: any of them can be made at any time, and again. */
public final class BulkPlan {

    private final List<String> columns;
    private final CellMaker[][] ways;
    private final Dice.Source dice;
    private final long room;
    private final String scarce;
    private final boolean combines;

    BulkPlan(List<String> columns, List<CellMaker[]> ways, Dice.Source dice, Room room) {
        this.columns = List.copyOf(columns);
        this.ways = ways.toArray(CellMaker[][]::new);
        this.dice = dice;
        this.room = room.rows();
        scarce = room.scarce();
        combines = room.combines();
    }

    /**
     * How many rows the keys leave room for.
     *
     * @param scarce which key it is that leaves the least
     * @param combines keys are combinations, some of which rows may have already
     */
    record Room(long rows, String scarce, boolean combines) {}

    /** Names of the columns that the rows give. */
    public List<String> columns() {
        return columns;
    }

    /** How many rows there are from the first on. */
    public long room() {
        return room;
    }

    /** What is at its end when there are too few. */
    public String scarce() {
        return scarce;
    }

    /** True when rows that were stored before this plan may have the key of one of its rows. */
    public boolean mayRepeat() {
        return combines;
    }

    /** Writes the row's cells. */
    public void row(long number, Cells out) {
        for (CellMaker maker : ways[ways.length == 1 ? 0 : Dice.below(dice.roll(number), ways.length)]) {
            maker.make(number, out);
        }
    }

    /** The row by column. */
    public Map<String, Value> values(long number) {
        ValueCells cells = new ValueCells();
        row(number, cells);
        List<Value> values = cells.take();
        Map<String, Value> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        return row;
    }
}
