package dev.stairway.script.sql.parse.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What a statement is called. */
final class Verbs {

    /** With these the next word belongs to the verb. */
    private static final Set<String> OPENING =
            Set.of("ALTER", "CREATE", "DROP", "SET", "REASSIGN", "SECURITY", "IMPORT");

    private Verbs() {}

    /** The first word in upper case, or two of them: {@code MERGE}, {@code CREATE CAST}. */
    static String of(ParserRuleContext statement) {
        List<String> words = new ArrayList<>();
        for (Token token : Source.tokens(statement)) {
            words.add(token.getText().toUpperCase(Locale.ROOT));
            if (words.size() == 2) {
                break;
            }
        }
        boolean two = words.size() == 2
                && OPENING.contains(words.get(0))
                && Character.isLetter(words.get(1).charAt(0));
        return two ? words.get(0) + " " + words.get(1) : words.isEmpty() ? "" : words.get(0);
    }
}
