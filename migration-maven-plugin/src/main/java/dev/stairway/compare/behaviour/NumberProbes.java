package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;

/** Numbers beyond the limits of their column, with other digits than it has, and what is no number at all. */
final class NumberProbes implements Generator {

    private static final int LONGEST = 30;

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.given()) {
            if (subject.base().isInteger()) {
                integer(table, subject, out);
            } else if (subject.base() == Base.DECIMAL) {
                decimal(table, subject, out);
            } else if (subject.base() == Base.FLOAT32 || subject.base() == Base.FLOAT64) {
                sum(table, subject, out);
            }
            if (subject.base().isNumber()) {
                out.accept(Generator.insert(
                        ProbeKind.WRONG_TYPE,
                        table,
                        subject,
                        "text",
                        "the text 'abc' in " + subject.typeText(),
                        Cell.text("abc")));
            }
        }
    }

    private static void integer(TableCase table, Subject subject, Consumer<Probe> out) {
        switch (subject.base()) {
            case INT16 -> beyond(table, subject, "32768", "-32769", out);
            case INT32 -> beyond(table, subject, "2147483648", "-2147483649", out);
            case INT64 -> beyond(table, subject, "9223372036854775808", "-9223372036854775809", out);
            default -> beyond(table, subject, "4294967296", "-1", out);
        }
        out.accept(Generator.insert(
                ProbeKind.WRONG_TYPE,
                table,
                subject,
                "fraction",
                "30000.5 in " + subject.typeText(),
                Cell.number("30000.5")));
    }

    private static void beyond(TableCase table, Subject subject, String above, String below, Consumer<Probe> out) {
        String tag = subject.base() == Base.INT64 ? "64" : "";
        for (String number : new String[] {above, below}) {
            String what = number + " in " + subject.typeText();
            out.accept(Generator.insert(ProbeKind.NUMBER_OUT_OF_RANGE, table, subject, tag, what, Cell.number(number)));
        }
    }

    private static void decimal(TableCase table, Subject subject, Consumer<Probe> out) {
        int precision = subject.type().precision();
        int scale = subject.type().scale();
        String type = subject.typeText();
        sum(table, subject, out);
        if (precision == 0 || precision > LONGEST || scale < 0) {
            return;
        }
        String above = BigDecimal.ONE.scaleByPowerOfTen(precision - scale).toPlainString();
        out.accept(Generator.insert(
                ProbeKind.NUMBER_OUT_OF_RANGE, table, subject, "decimal", above + " in " + type, Cell.number(above)));
        String finer = BigDecimal.valueOf(6, scale + 1).toPlainString();
        out.accept(Generator.insert(
                ProbeKind.DECIMAL, table, subject, "finer", finer + " in " + type, Cell.number(finer)));
        if (precision > scale) {
            String whole = "1";
            out.accept(Generator.insert(
                    ProbeKind.DECIMAL, table, subject, "zeros", whole + " in " + type, Cell.number(whole)));
        }
        if (precision > SAFE_DIGITS) {
            String digits = new BigDecimal("1234567890".repeat(4).substring(0, precision))
                    .movePointLeft(scale)
                    .toPlainString();
            out.accept(Generator.insert(
                    ProbeKind.DECIMAL, table, subject, "digits", digits + " in " + type, Cell.number(digits)));
        }
    }

    /** So many digits survive in a double. */
    private static final int SAFE_DIGITS = 15;

    private static void sum(TableCase table, Subject subject, Consumer<Probe> out) {
        boolean exact = subject.base() == Base.DECIMAL;
        out.accept(Generator.insert(
                ProbeKind.DECIMAL,
                table,
                subject,
                exact ? "sum" : "sum of floats",
                "0.1 + 0.2 in " + subject.typeText(),
                Cell.sql("0.1 + 0.2")));
    }
}
