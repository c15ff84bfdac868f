package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.Chance.Kind;
import dev.stairway.data.value.Base;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Defaults that are another one each time, by what they look like. */
final class Shapes {

    private Shapes() {}

    /**
     * The value that a column gets by itself. Of one that its default or a second row shows to be made anew, the form alone:
     * of a moment whether it has fractions of a second and a zone, of a UUID that it is one.
     */
    static Stored fallback(Stage stage, String table, Map<String, Cell> row, Subject subject) throws SQLException {
        Stored stored = stage.insert(table, row, subject);
        String text = stored.shown();
        if (text == null || !stored.told()) {
            return stored;
        }
        Forms forms = new Forms(Clock.systemUTC());
        Base base = subject.base();
        Set<Kind> kinds = new Chance().of(stage.fallback(subject));
        stage.again();
        boolean changing = !Objects.equals(stage.insert(table, row, subject), stored);
        if (!changing && kinds.isEmpty()) {
            return stored;
        }
        String form = forms.ofDefault(kinds, changing, base, text);
        return form.equals(text) ? stored : Stored.of(form + (moment(form) ? precision(text) : ""));
    }

    static boolean moment(String form) {
        return form.matches("(?:today|the (?:moment|time)).*");
    }

    private static String precision(String text) {
        return text.contains(".") ? " with fractions of a second" : "";
    }
}
