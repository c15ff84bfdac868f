package dev.stairway.data.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makers of cells for every type: by arithmetic where that is possible, otherwise from a pool of values that was made
 * beforehand. They share the types' rules with {@link ValueMaker} and leave its extreme values to the first rows of a table.
 */
public final class CellMakers {

    private static final int POOL = 1_024;
    private static final int TOKEN = 8;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int UUID_LENGTH = 36;
    private static final int THREE_BYTES = 1 << 24;

    private CellMakers() {}

    /** Cells of any value within the limits. */
    public static CellMaker any(ValueType type, Limits limits, Dice.Source dice) {
        if (limits.restricted() && !limits.allowed().isEmpty()) {
            return CellMaker.oneOf(words(type, limits), dice);
        }
        Optional<Scalar> scalar = ScalarMakers.any(type, limits, dice);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        return switch (type.base()) {
            case TEXT, NAME -> texts(type, limits, dice);
            case UUID -> uuids(dice);
            default -> pool(type, limits, dice);
        };
    }

    private static Word[] words(ValueType type, Limits limits) {
        return limits.allowed().stream()
                .map(text -> Word.of(ValueMaker.literal(type, text)))
                .toArray(Word[]::new);
    }

    private static CellMaker pool(ValueType type, Limits limits, Dice.Source dice) {
        Word[] pool = new Word[POOL];
        for (int i = 0; i < POOL; i++) {
            pool[i] = Word.of(ValueMaker.any(type, limits, dice.dice(-2L - i, 0), i % 8 != 0));
        }
        Word[] allowed = Arrays.stream(pool)
                .filter(word -> !limits.excludes(word.value().text()))
                .toArray(Word[]::new);
        return CellMaker.oneOf(allowed.length == 0 ? pool : allowed, dice);
    }

    /** Texts of different rows differ wherever there is room for that. */
    private static CellMaker texts(ValueType type, Limits limits, Dice.Source dice) {
        int longest = Math.min(limits.maxLength(), type.length() == 0 ? Integer.MAX_VALUE : type.length());
        boolean numbered = longest - limits.minLength() >= 2 * TOKEN && !limits.foldsCase();
        Word[] pool = new Word[POOL];
        for (int i = 0; i < POOL; i++) {
            String text = Texts.common(dice.dice(-2L - i, 0), i);
            pool[i] = Word.text(limits.folded(Texts.fit(text, limits.minLength(), longest - (numbered ? TOKEN : 0))));
        }
        return numbered
                ? (row, out) -> out.numbered(row, pool[Dice.below(dice.roll(row), POOL)])
                : CellMaker.oneOf(pool, dice);
    }

    private static CellMaker uuids(Dice.Source dice) {
        byte[] text = new byte[UUID_LENGTH];
        return (row, out) -> {
            // Version 4, variant 1 (RFC 9562, section 5.4).
            hex(dice.roll(2 * row) & 0xFFFFFFFFFFFF0FFFL | 0x4000L, text, 0);
            hex(dice.roll(2 * row + 1) & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L, text, 18);
            out.plain(text, UUID_LENGTH);
        };
    }

    /** Writes half a UUID with its hyphens: 8-4-4 or, from place 18 on, -4-12. */
    private static void hex(long half, byte[] text, int from) {
        int at = from;
        if (from > 0) {
            text[at++] = '-';
        }
        for (int i = 0; i < 16; i++) {
            if (from == 0 && (i == 8 || i == 12) || from > 0 && i == 4) {
                text[at++] = '-';
            }
            text[at++] = HEX[(int) (half >>> 60 - 4 * i) & 15];
        }
    }

    /**
     * Cells that differ from row to row.
     *
     * @param ordinals of the rows, from 0 on
     * @param last largest ordinal that will be asked for
     */
    public static Optional<Unique> unique(
            ValueType type, Limits limits, Scalar.Numbering ordinals, long last, Dice.Source dice) {
        if (!limits.restricted()) {
            Optional<Unique> scalar = ScalarMakers.unique(type, limits, ordinals);
            if (scalar.isPresent()) {
                return scalar;
            }
            if (type.base().isText() && !limits.limited()) {
                return texts(type, ordinals, dice);
            }
            if (type.base() == Base.UUID) {
                return Optional.of(new Unique(uuids(dice), Long.MAX_VALUE));
            }
        }
        return limits.open() ? Optional.empty() : objects(type, limits, ordinals, last, dice);
    }

    private static Optional<Unique> texts(ValueType type, Scalar.Numbering ordinals, Dice.Source dice) {
        int longest = type.length() == 0 ? Texts.UNIQUE_LENGTH : type.length();
        if (longest < 2 * TOKEN) {
            return objects(type, Limits.NONE, ordinals, Long.MAX_VALUE >> 8, dice);
        }
        Word[] heads = Texts.heads(longest - TOKEN).toArray(Word[]::new);
        return Optional.of(new Unique(
                (row, out) -> out.counted(heads[Dice.below(dice.roll(row), heads.length)], ordinals.number(row)),
                Long.MAX_VALUE));
    }

    /** Slower, but for every type. */
    private static Optional<Unique> objects(
            ValueType type, Limits limits, Scalar.Numbering ordinals, long last, Dice.Source dice) {
        long room = room(type, limits, last, dice);
        CellMaker maker = (row, out) -> {
            long ordinal = ordinals.number(row);
            out.value(
                    ValueMaker.unique(type, limits, ordinal, dice.dice(row, 0)).orElse(Value.NULL));
        };
        return room == 0 ? Optional.empty() : Optional.of(new Unique(maker, room));
    }

    /** The first ordinal that has no value, found by halving. */
    private static long room(ValueType type, Limits limits, long last, Dice.Source dice) {
        if (type.base() == Base.INET || type.base() == Base.CIDR) {
            return THREE_BYTES;
        }
        long has = -1;
        long hasNot = last + 1;
        while (hasNot - has > 1) {
            long middle = has + (hasNot - has) / 2;
            if (ValueMaker.unique(type, limits, middle, dice.dice(middle, 0)).isPresent()) {
                has = middle;
            } else {
                hasNot = middle;
            }
        }
        return has == last ? Long.MAX_VALUE : hasNot;
    }

    /** Ranges that do not overlap. */
    public static CellMaker slots(ValueType range) {
        return (row, out) -> out.value(ValueMaker.slot(range, row));
    }
}
