package dev.stairway.measure.traffic.jdbc;

import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.util.List;

/**
 * A table as its clients know it.
 *
 * @param name qualified, as reports call it
 * @param reads statements, each of which reads one row; empty for no reader
 * @param writes statements, each of which writes one row and takes it back; empty for no writer
 */
record Table(String name, List<String> reads, List<String> writes) {

    Table {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    List<String> calls(Kind kind) {
        return kind == Kind.READ ? reads : writes;
    }
}
