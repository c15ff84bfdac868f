package dev.stairway.integrity.generic;

import dev.stairway.database.generic.facts.CheckFacts;
import dev.stairway.database.generic.facts.ReferenceFacts;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import dev.stairway.integrity.Check;
import dev.stairway.integrity.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the questions. */
final class CheckWriter {

    private final Spelling spelling;

    CheckWriter(Spelling spelling) {
        this.spelling = spelling;
    }

    String shown(TableFacts table) {
        return spelling.shown(table.schema(), table.name());
    }

    String parent(ReferenceFacts key) {
        return spelling.shown(key.parentSchema(), key.parent());
    }

    Check reference(TableFacts table, ReferenceFacts key) {
        String given = key.columns().stream()
                .map(column -> "c." + spelling.quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + spelling.quoted(key.parentColumns().get(i)) + " = c."
                        + spelling.quoted(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        String broken = " FROM " + spelling.quoted(table.schema(), table.name()) + " c WHERE " + given
                + " AND NOT EXISTS (SELECT 1 FROM " + spelling.quoted(key.parentSchema(), key.parent()) + " p WHERE "
                + same + ")";
        return new Check(
                Kind.ORPHANED_ROWS,
                shown(table),
                key.name().isEmpty() ? "(" + spelling.shown(key.columns()) + ")" : spelling.shown(key.name()),
                key.columns().stream().map(spelling::shown).toList(),
                parent(key),
                key.parentColumns().stream().map(spelling::shown).toList(),
                false,
                broken,
                "SELECT count(*)" + broken,
                examples(table, broken));
    }

    /** The product keeps the condition as it can be asked. */
    Check check(TableFacts table, CheckFacts check) {
        String broken =
                " FROM " + spelling.quoted(table.schema(), table.name()) + " c WHERE NOT (" + check.condition() + ")";
        return new Check(
                Kind.CHECK_VIOLATED,
                shown(table),
                spelling.shown(check.name()),
                List.of(),
                "",
                List.of(),
                false,
                broken,
                "SELECT count(*)" + broken,
                examples(table, broken));
    }

    private String examples(TableFacts table, String broken) {
        List<String> key = table.primaryKey().columns();
        if (key.isEmpty()) {
            return "";
        }
        String columns =
                key.stream().map(column -> "c." + spelling.quoted(column)).collect(Collectors.joining(", "));
        return "SELECT " + columns + broken + " ORDER BY " + columns;
    }
}
