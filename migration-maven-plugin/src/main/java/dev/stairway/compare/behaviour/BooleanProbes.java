package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.util.Map;
import java.util.function.Consumer;

/** The ways in which people write true, and one that is neither true nor false. */
final class BooleanProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.given()) {
            if (subject.base() == Base.BOOLEAN || subject.base() == Base.BOOLEAN_NUMBER) {
                probe(table, subject, "TRUE", Cell.sql("TRUE"), out);
                probe(table, subject, "FALSE", Cell.sql("FALSE"), out);
                probe(table, subject, "'t'", Cell.text("t"), out);
                probe(table, subject, "1", Cell.number("1"), out);
                probe(table, subject, "2", Cell.number("2"), out);
            }
        }
    }

    private static void probe(TableCase table, Subject subject, String text, Cell cell, Consumer<Probe> out) {
        out.accept(Generator.insert(ProbeKind.BOOLEAN, table, subject, text, text + " in " + subject.typeText(), cell));
    }
}
