package dev.stairway.data.profile;

import dev.stairway.data.value.CellMaker;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Scalar;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueMaker;
import dev.stairway.data.value.ValueType;
import dev.stairway.data.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cells of one column that are spread as a profile says: its NULLs, its common values, how many different ones, how long. */
public final class ProfiledCells {

    /** So many different values are made beforehand. */
    private static final int POOL = 4_096;

    private final ValueType type;
    private final Limits limits;
    private final ColumnProfile profile;
    private final Spread spread;
    private final Dice.Source dice;

    private ProfiledCells(ValueType type, Limits limits, ColumnProfile profile, long rows, Dice.Source dice) {
        this.type = type;
        this.limits = limits;
        this.profile = profile;
        this.spread = new Spread(profile, profile.distinctOf(rows));
        this.dice = dice;
    }

    /**
     * A maker of such cells.
     *
     * @param column what is known of it
     * @param free makes any value from the number of a row
     * @param nulls whether the column may be NULL
     */
    public static CellMaker of(
            ValueType type, Limits limits, TableColumn column, CellMaker free, boolean nulls, Dice.Source dice) {
        ProfiledCells cells = new ProfiledCells(type, limits, column.profile(), column.rows(), dice);
        CellMaker values = cells.values(free);
        return nulls ? nulls(column.profile(), values, dice) : values;
    }

    /**
     * A column of a profiled table.
     *
     * @param rows of the table
     */
    public record TableColumn(ColumnProfile profile, long rows) {}

    /** NULL as often as the profile says, otherwise what the other maker makes. */
    public static CellMaker nulls(ColumnProfile profile, CellMaker values, Dice.Source dice) {
        if (profile.nullFraction() <= 0) {
            return values;
        }
        return (row, out) -> {
            if (Spread.unit(dice.roll(~row)) < profile.nullFraction()) {
                out.nul();
            } else {
                values.make(row, out);
            }
        };
    }

    /**
     * Which of the values each row takes, by numbers from 0.
     *
     * @param rows of the profiled table
     */
    public static Scalar.Numbering ordinals(ColumnProfile profile, long rows, Dice.Source dice) {
        Spread spread = new Spread(profile, profile.distinctOf(rows));
        return row -> spread.ordinal(row, dice.roll(row));
    }

    private CellMaker values(CellMaker free) {
        if (spread.distinct() > 0 && spread.distinct() <= POOL) {
            Word[] pool = pool();
            if (pool.length > 0) {
                return (row, out) -> out.word(pool[(int) Math.min(pool.length - 1, ordinal(row))]);
            }
        }
        boolean lengths = profile.textLength() != null && type.base().isText();
        if (lengths && !limits.restricted()) {
            TextLengths texts = new TextLengths(profile.textLength(), type, limits);
            return (row, out) -> out.value(Value.text(texts.text(ordinal(row), dice)));
        }
        if (free instanceof Scalar scalar && type.base().isNumber() && limits == Limits.NONE) {
            return scalar.with(row -> number(ordinal(row)));
        }
        return (row, out) -> free.make(ordinal(row), out);
    }

    private long ordinal(long row) {
        return spread.ordinal(row, dice.roll(row));
    }

    /** Different numbers for different ordinals, as large as those of the profile. */
    private long number(long ordinal) {
        long span = profile.digits() == null ? 0 : (long) Math.pow(10, Math.min(9, profile.digits()));
        return spread.distinct() == 0 || span <= spread.distinct() ? ordinal : ordinal * (span / spread.distinct());
    }

    /** All the values, each another; fewer where the type has no more. */
    private Word[] pool() {
        List<Word> words = new ArrayList<>();
        TextLengths texts = profile.textLength() == null || !type.base().isText() || limits.restricted()
                ? null
                : new TextLengths(profile.textLength(), type, limits);
        for (long ordinal = 0; ordinal < spread.distinct(); ordinal++) {
            Optional<Value> value = texts == null
                    ? ValueMaker.unique(type, limits, ordinal, dice.dice(-2 - ordinal, 0))
                    : Optional.of(Value.text(texts.text(ordinal, dice)));
            if (value.isEmpty()) {
                break;
            }
            words.add(Word.of(value.get()));
        }
        return words.toArray(Word[]::new);
    }
}
