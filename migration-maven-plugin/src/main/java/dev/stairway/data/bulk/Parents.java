package dev.stairway.data.bulk;

import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.Word;
import java.util.List;

/** The rows that a reference may lead to. */
public interface Parents {

    long size();

    /** Writes one column of a parent's key. */
    void cell(long index, int part, Cells out);

    /** Parents whose only key column holds numbers without a gap: nothing has to be read. */
    static Parents run(long first, long count) {
        return new Parents() {
            @Override
            public long size() {
                return count;
            }

            @Override
            public void cell(long index, int part, Cells out) {
                out.number(first + index);
            }
        };
    }

    /** These parents, their key columns in order. */
    static Parents of(List<List<Value>> rows) {
        Word[][] words = rows.stream()
                .map(row -> row.stream().map(Word::of).toArray(Word[]::new))
                .toArray(Word[][]::new);
        return new Parents() {
            @Override
            public long size() {
                return words.length;
            }

            @Override
            public void cell(long index, int part, Cells out) {
                out.word(words[(int) index][part]);
            }
        };
    }
}
