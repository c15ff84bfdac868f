package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.database.DatabaseId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tables the rows of may be others than when they were looked at last. What statements do not tell by their words
 * (routines, triggers, views) makes it all of them.
 */
final class Touched {

    private static final Pattern TELLING = Pattern.compile(
            "\\s*(?:insert|update|delete|merge|replace|truncate|create|alter|drop|comment|with|set|analyze|grant|revoke)\\b.*",
            Pattern.DOTALL);
    private static final Pattern ROUTINE =
            Pattern.compile("\\s*create\\b[^(;]*\\b(?:function|procedure|trigger|rule)\\b.*", Pattern.DOTALL);
    private static final Pattern WRITE =
            Pattern.compile("\\s*(?:insert|update|delete|merge|replace|truncate)\\b.*", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile(
            "\\s*(?:(?:insert|replace)\\s+(?:or\\s+\\w+\\s+)?into|update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+"
                    + "(?:only\\s+)?(?:[\"`]?[\\w$]+[\"`]?\\.)*[\"`]?([\\p{L}_][\\w$\\p{L}]*).*",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\w$\\p{L}]*");

    private final Set<String> words = new HashSet<>();
    /** What is written to; a partition and a view are no table here. */
    private final Set<String> targets = new HashSet<>();

    private boolean all = true;
    private boolean routines;
    private Map<String, List<LogicalTable>> shapes = new HashMap<>();
    private List<DatabaseId> databases = List.of();

    /** Anything may have changed. */
    void all() {
        all = true;
    }

    /** Only this and what is told from now on. */
    void nothing() {
        all = false;
        words.clear();
        targets.clear();
    }

    void table(String name) {
        words.add(name);
    }

    /** @param statement as it was sent */
    void by(String statement) {
        String lower = statement.toLowerCase(Locale.ROOT);
        routines |= ROUTINE.matcher(lower).matches();
        all |= routines || !TELLING.matcher(lower).matches();
        if (WRITE.matcher(lower).matches()) {
            Matcher target = TARGET.matcher(lower);
            targets.add(target.matches() ? target.group(1) : "");
        }
        words.addAll(Writes.words(lower));
    }

    /**
     * Those of the tables that may be others now.
     *
     * @param names tables that all databases have
     */
    Set<String> of(List<Found> found, Set<String> names) {
        Map<String, List<LogicalTable>> before = shapes;
        List<DatabaseId> others = databases;
        shapes = new HashMap<>();
        databases = found.stream().map(Found::id).toList();
        names.forEach(name -> shapes.put(
                name,
                found.stream()
                        .map(each -> each.member().schema().tables().get(name))
                        .toList()));
        boolean view = found.stream()
                .flatMap(each -> each.member().schema().views().stream())
                .anyMatch(words::contains);
        if (all || view || !names.containsAll(targets) || !databases.equals(others)) {
            return names;
        }
        Set<String> touched = new TreeSet<>();
        for (String name : names) {
            boolean word = WORD.matcher(name).matches();
            if (!word || words.contains(name) || !shapes.get(name).equals(before.get(name))) {
                touched.add(name);
            }
        }
        int size;
        do {
            size = touched.size();
            names.stream().filter(name -> refers(name, touched)).forEach(touched::add);
        } while (touched.size() > size);
        return touched;
    }

    /** Deleting or changing a parent may do the same to its children. */
    private boolean refers(String name, Set<String> parents) {
        return shapes.get(name).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .map(LogicalForeignKey::parent)
                .anyMatch(parents::contains);
    }
}
