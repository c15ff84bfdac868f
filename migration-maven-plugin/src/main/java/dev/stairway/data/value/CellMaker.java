package dev.stairway.data.value;

/** Makes the cells of one column, each from nothing but the number of its row. */
@FunctionalInterface
public interface CellMaker {

    void make(long row, Cells out);

    /** Always NULL. */
    CellMaker NULL = (row, out) -> out.nul();

    /** NULL in every eighth row or so, otherwise what the other maker makes. */
    static CellMaker sometimesNull(CellMaker maker, Dice.Source dice) {
        return (row, out) -> {
            if ((dice.roll(~row) & 7) == 0) {
                out.nul();
            } else {
                maker.make(row, out);
            }
        };
    }

    /** One of the words, by chance. */
    static CellMaker oneOf(Word[] words, Dice.Source dice) {
        return (row, out) -> out.word(words[Dice.below(dice.roll(row), words.length)]);
    }
}
