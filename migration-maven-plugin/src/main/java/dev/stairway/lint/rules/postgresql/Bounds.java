package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The values between which, or among which, a partition has its rows. @param values as they are written */
record Bounds(List<String> values) {

    /** Those of {@code ... FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')}, of IN, or of WITH (MODULUS ...). */
    static Bounds of(ParsedStatement statement) {
        Words words = Words.of(statement.source().sql());
        List<String> values = new ArrayList<>();
        int from = words.find("FOR", "VALUES");
        for (int at = from < 0 ? words.size() : from; at < words.size(); at++) {
            boolean value =
                    words.word(at).equals(Words.QUOTED) || words.word(at).matches("[0-9].*");
            if (value) {
                values.add(words.written(at).toLowerCase(Locale.ROOT));
            }
        }
        return new Bounds(values);
    }

    /** True when checks speak of every one of the values. That they say the same of them is taken for granted. */
    boolean saidBy(List<Constraint> checks) {
        StringBuilder said = new StringBuilder();
        checks.stream()
                .filter(check -> check.check() != null)
                .forEach(check -> said.append(check.check().text().toLowerCase(Locale.ROOT))
                        .append('\n'));
        return !checks.isEmpty() && values.stream().allMatch(value -> said.indexOf(value) >= 0);
    }
}
