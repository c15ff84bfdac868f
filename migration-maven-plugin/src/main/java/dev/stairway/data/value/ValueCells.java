package dev.stairway.data.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps the cells as values, for looking at them. */
public final class ValueCells implements Cells {

    private List<Value> values = new ArrayList<>();

    /** The cells since the last call. */
    public List<Value> take() {
        List<Value> taken = values;
        values = new ArrayList<>(taken.size());
        return taken;
    }

    @Override
    public void nul() {
        values.add(Value.NULL);
    }

    @Override
    public void number(long value) {
        values.add(Value.number(Long.toString(value)));
    }

    @Override
    public void decimal(long unscaled, int scale) {
        values.add(Value.number(BigDecimal.valueOf(unscaled, scale).toPlainString()));
    }

    @Override
    public void word(Word word) {
        values.add(word.value());
    }

    @Override
    public void numbered(long number, Word tail) {
        values.add(Value.text(
                Long.toString(number, Character.MAX_RADIX) + ' ' + tail.value().text()));
    }

    @Override
    public void counted(Word head, long number) {
        values.add(Value.text(head.value().text() + Long.toString(number, Character.MAX_RADIX)));
    }

    @Override
    public void plain(byte[] text, int length) {
        values.add(Value.text(new String(text, 0, length, StandardCharsets.US_ASCII)));
    }

    @Override
    public void value(Value value) {
        values.add(value);
    }
}
