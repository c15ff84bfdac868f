package dev.stairway.data.value;

/**
 * Takes the cells of a row from left to right. A cell is written without an object of its own wherever that can be: with ten
 * million rows each one counts.
 */
public interface Cells {

    void nul();

    void number(long value);

    /** The number {@code unscaled / 10^scale}. */
    void decimal(long unscaled, int scale);

    /** A cell that was rendered before. */
    void word(Word word);

    /** A text: a number to the base of 36, a blank and the word. */
    void numbered(long number, Word tail);

    /** A text: the word and a number to the base of 36. */
    void counted(Word head, long number);

    /** A text of ASCII characters, none of which is a control character or a backslash. */
    void plain(byte[] text, int length);

    /** Any cell. */
    void value(Value value);
}
