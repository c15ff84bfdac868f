package dev.stairway.compare.behaviour;

import java.util.Map;
import java.util.function.Consumer;

/** Makes the probes of one sort for a table. */
@FunctionalInterface
interface Generator {

    /** @param others all tables by name, this one included */
    void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out);

    /** A probe that stores the row with another value in the column. */
    static Probe insert(ProbeKind kind, TableCase table, Subject subject, String tag, String what, Cell cell) {
        Map<String, Cell> row = table.with(subject.column(), cell);
        return new Probe(kind, subject, tag, what, stage -> stage.insert(table.name(), row, subject));
    }
}
