package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import java.nio.charset.StandardCharsets;

/** A name that is longer than the server keeps. */
public final class IdTooLong implements LintRule {

    /** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
    private static final int BYTES = 63;

    private static final Facts FACTS = Facts.of("G30", "id-too-long", Severity.WARNING)
            .about("postgresql")
            .catches("A name of more than 63 bytes")
            .when("The name of a new table, column, constraint, index or other object has more than 63 bytes in UTF-8.")
            .effect(
                    "PostgreSQL cuts the name off and only says so in a NOTICE. Two names with the same beginning become one, and"
                            + " the second statement fails; a later DROP or IF EXISTS by the long name may meet the wrong object.")
            .instead("Choose a name of at most 63 bytes")
            .see("https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        NewName.of(statement.tree()).forEach(name -> check(statement, name, remarks));
    }

    private static void check(StatementView statement, NewName made, Remarks remarks) {
        String name = made.name().name();
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            remarks.at(
                    statement,
                    made.offset(),
                    made.name().written(),
                    "The name of the " + made.kindInWords() + " has " + bytes + " bytes, and PostgreSQL keeps " + BYTES
                            + " of them: " + kept(name));
        }
    }

    /** What is left of it; a character that would be cut into pieces is left out, as the server does. */
    private static String kept(String name) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int code : name.codePoints().toArray()) {
            String character = Character.toString(code);
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES) {
                break;
            }
            kept.append(character);
        }
        return kept.toString();
    }
}
