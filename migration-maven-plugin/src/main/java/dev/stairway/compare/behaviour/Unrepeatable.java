package dev.stairway.compare.behaviour;

import dev.stairway.compare.behaviour.Chance.Kind;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.data.value.Base;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values that two databases cannot share because they are made anew each time: the moment of a migration, a UUID, chance.
 * Which columns hold some is told by defaults and by the statements of migrations.
 */
final class Unrepeatable {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern ROUTINE =
            Pattern.compile("^\\s*create\\b[^(]*\\b(?:function|procedure|trigger)\\b", Pattern.DOTALL);
    /** Shorter texts may be equal by chance. */
    private static final int LONG = 16;

    private final Chance chance = new Chance();
    private final Forms forms = new Forms(Clock.systemUTC());
    private final List<Heard> heard = new ArrayList<>();
    private final Map<String, Set<Kind>> columns = new HashMap<>();
    /** What was seen in such columns: it may be copied into others. */
    private final Set<String> values = new HashSet<>();

    private List<Found> databases = List.of();

    /**
     * A part of a statement that makes such values.
     *
     * @param tables words among which its table is; empty for a routine, which may be called for any
     * @param names words among which its column is; empty for any column
     */
    private record Heard(Set<Kind> kinds, Set<String> tables, Set<String> names) {

        boolean about(String table, String column) {
            return (tables.isEmpty() || tables.contains(table)) && (names.isEmpty() || names.contains(column));
        }
    }

    /** @param sql a statement of a migration, as it was sent */
    void hear(String sql) {
        String lower = COMMENT.matcher(sql).replaceAll(" ").toLowerCase(Locale.ROOT);
        chance.learn(lower);
        if (chance.of(lower).isEmpty()) {
            return;
        }
        columns.clear();
        Set<String> tables = ROUTINE.matcher(lower).find() ? Set.of() : Writes.words(lower);
        for (Writes.Write write : Writes.of(lower)) {
            Set<Kind> kinds = chance.of(write.expression());
            if (!kinds.isEmpty()) {
                heard.add(new Heard(kinds, tables, write.columns()));
            }
        }
    }

    private Set<Kind> kinds(String table, String column) {
        return columns.computeIfAbsent(table + "." + column, any -> {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            heard.stream().filter(each -> each.about(table, column)).forEach(each -> kinds.addAll(each.kinds()));
            databases.forEach(found -> kinds.addAll(chance.of(fallback(found.member(), table, column))));
            return kinds;
        });
    }

    /** The default of a column as its database has it; null for none. */
    static String fallback(Member member, String table, String column) {
        LogicalTable found = member.schema().tables().get(table);
        return found == null
                ? null
                : found.column(column).map(LogicalColumn::defaultText).orElse(null);
    }

    /** The databases as they are now; their defaults may be others than before. */
    void now(List<Found> all) {
        if (!all.equals(databases)) {
            databases = List.copyOf(all);
            columns.clear();
        }
    }

    /** The value, or its form where it may be another one each time. */
    String form(String table, String column, Base base, String text) {
        String form = forms.of(kinds(table, column), base, text);
        boolean copied = text != null && text.equals(form) && values.contains(text);
        return copied ? "a value made anew" : form;
    }

    /** True when both are of one form; both are known then, wherever they are copied to. */
    boolean alike(String table, String column, Base base, String left, String right) {
        String form = form(table, column, base, left);
        if (left == null || right == null) {
            return false;
        }
        boolean later = base.isTemporal() && kinds(table, column).contains(Kind.MOMENT) && Forms.near(left, right);
        if (!later && !form.equals(form(table, column, base, right))) {
            return false;
        }
        remember(left);
        remember(right);
        return true;
    }

    private void remember(String value) {
        if (value.length() >= LONG) {
            values.add(value);
        }
    }

    /** How many are known; grows while rows are compared. */
    int known() {
        return values.size();
    }
}
