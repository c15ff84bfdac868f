package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.util.Map;
import java.util.function.Consumer;

/** Days that no calendar has, and moments with a zone or more digits than a column keeps. */
final class MomentProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.given()) {
            switch (subject.base()) {
                case DATE -> {
                    days(table, subject, "", out);
                    probe(table, subject, "time", "2024-06-15 12:34:56", out);
                }
                case TIMESTAMP, TIMESTAMP_ZONED -> {
                    days(table, subject, " 12:00:00", out);
                    probe(table, subject, "zone", "2024-06-15 12:00:00+05:00", out);
                    probe(table, subject, "digits", "2024-06-15 12:34:56.1234567", out);
                    probe(table, subject, "letter", "2024-06-15T12:34:56", out);
                }
                case TIME, TIME_ZONED -> probe(table, subject, "hour", "25:00:00", out);
                default -> {
                    continue;
                }
            }
            if (subject.base() == Base.DATE || subject.base() == Base.TIMESTAMP) {
                String what = "the number 0 in " + subject.typeText();
                out.accept(Generator.insert(ProbeKind.DATE, table, subject, "number", what, Cell.number("0")));
            }
        }
    }

    private static void days(TableCase table, Subject subject, String time, Consumer<Probe> out) {
        probe(table, subject, "no such day", "2024-02-30" + time, out);
        probe(table, subject, "year 0", "0000-01-01" + time, out);
        probe(table, subject, "infinity", "infinity", out);
        probe(table, subject, "no date", "soon", out);
    }

    private static void probe(TableCase table, Subject subject, String tag, String text, Consumer<Probe> out) {
        String what = "'" + text + "' in " + subject.typeText();
        out.accept(Generator.insert(ProbeKind.DATE, table, subject, tag, what, Cell.text(text)));
    }
}
