package dev.stairway.perf.advice;

import java.util.List;
import java.util.Optional;

/** ALTER TABLE: one form for each of its actions. https://www.postgresql.org/docs/current/sql-altertable.html */
final class AlterTable implements Form {

    /** Knows one action. */
    @FunctionalInterface
    interface Action {

        /**
         * @param table as written
         * @param words from the action on
         */
        Optional<Advised> look(String table, Words words, Observed observed);
    }

    private final List<Action> actions;

    AlterTable(List<Action> actions) {
        this.actions = actions;
    }

    @Override
    public Optional<Advised> look(Words words, Observed observed) {
        if (!words.take("ALTER", "TABLE")) {
            return Optional.empty();
        }
        words.take("IF", "EXISTS");
        words.take("ONLY");
        String table = words.name();
        while (!table.isEmpty() && !words.atEnd()) {
            String action = words.until(",");
            words.skip();
            for (Action known : actions) {
                Optional<Advised> advised = known.look(table, words(action), observed);
                if (advised.isPresent()) {
                    return advised;
                }
            }
        }
        return Optional.empty();
    }

    private static Words words(String action) {
        List<List<Token>> tokens = Tokens.statements(action);
        return new Words(action, tokens.isEmpty() ? List.of() : tokens.get(0));
    }

    /** For a name of ours that says what it is about, quoted like the one that it is made from. */
    static String named(String table, String... parts) {
        String last = table.substring(table.lastIndexOf('.') + 1).replace("\"", "");
        StringBuilder name = new StringBuilder(last);
        for (String part : parts) {
            name.append('_').append(part.replace("\"", ""));
        }
        return name.toString().matches("[a-z_][a-z0-9_]*") ? name.toString() : "\"" + name + "\"";
    }
}
