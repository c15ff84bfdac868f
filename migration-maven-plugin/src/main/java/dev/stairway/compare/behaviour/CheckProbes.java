package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Values at the borders of what checks allow: accepted ones as well as refused ones. */
final class CheckProbes implements Generator {

    private static final int MOST = 12;

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (TableCase.Condition condition : table.checks()) {
            for (String column : condition.columns()) {
                table.subject(column)
                        .filter(subject -> !table.computed().contains(column))
                        .ifPresent(subject -> borders(table, subject, condition, out));
            }
        }
    }

    private static void borders(TableCase table, Subject subject, TableCase.Condition condition, Consumer<Probe> out) {
        Set<String> values = new LinkedHashSet<>();
        boolean number = subject.base().isNumber();
        if (!number && subject.base() != Base.TEXT) {
            return;
        }
        for (String constant : condition.constants()) {
            if (number && Dialect.isNumber(constant)) {
                BigDecimal border = new BigDecimal(constant);
                values.add(border.subtract(BigDecimal.ONE).toPlainString());
                values.add(border.toPlainString());
                values.add(border.add(BigDecimal.ONE).toPlainString());
            } else if (!number) {
                values.add(constant);
                values.add(constant.toUpperCase(Locale.ROOT));
                values.add(constant.toLowerCase(Locale.ROOT));
            }
        }
        values.add(number ? "-1" : "no such word");
        values.stream()
                .limit(MOST)
                .forEach(value -> out.accept(Generator.insert(
                        ProbeKind.CHECK,
                        table,
                        subject,
                        "",
                        (number ? value : "'" + value + "'") + " in a column with a check",
                        number ? Cell.number(value) : Cell.text(value))));
    }
}
