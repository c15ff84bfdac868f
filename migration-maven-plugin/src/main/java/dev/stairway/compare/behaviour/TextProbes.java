package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.util.Map;
import java.util.function.Consumer;

/** Texts that are too long, empty, or end with blanks. */
final class TextProbes implements Generator {

    private static final int VERY_LONG = 300;

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.given()) {
            if (subject.base() == Base.TEXT) {
                text(table, subject, out);
            } else if (subject.base().isNumber() || subject.base().isTemporal()) {
                String what = "an empty text in " + subject.typeText();
                out.accept(Generator.insert(ProbeKind.EMPTY_STRING, table, subject, "other type", what, Cell.text("")));
            }
        }
    }

    private static void text(TableCase table, Subject subject, Consumer<Probe> out) {
        String type = subject.typeText();
        int length = subject.type().length();
        out.accept(Generator.insert(
                ProbeKind.EMPTY_STRING, table, subject, "text", "an empty text in " + type, Cell.text("")));
        if (length == 0) {
            return;
        }
        tooLong(table, subject, length + 1, out);
        tooLong(table, subject, Math.max(VERY_LONG, 2 * length), out);
        out.accept(Generator.insert(
                ProbeKind.TOO_LONG_TEXT,
                table,
                subject,
                "fits",
                length + " letters of two bytes in " + type,
                Cell.text("\u00FC".repeat(length))));
        out.accept(Generator.insert(
                ProbeKind.TRAILING_BLANKS,
                table,
                subject,
                "too many",
                "blanks beyond the length of " + type,
                Cell.text("x" + " ".repeat(length))));
        if (length > 1) {
            out.accept(Generator.insert(
                    ProbeKind.TRAILING_BLANKS,
                    table,
                    subject,
                    subject.padded() ? "char" : "varchar",
                    "'x' in " + type,
                    Cell.text("x")));
        }
    }

    private static void tooLong(TableCase table, Subject subject, int characters, Consumer<Probe> out) {
        String what = characters + " characters in " + subject.typeText();
        out.accept(
                Generator.insert(ProbeKind.TOO_LONG_TEXT, table, subject, "", what, Cell.text("x".repeat(characters))));
    }
}
