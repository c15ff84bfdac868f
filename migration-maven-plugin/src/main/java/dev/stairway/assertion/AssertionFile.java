package dev.stairway.assertion;

import dev.stairway.assertion.Assertion.Expects;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the queries of a file, each ended by a semicolon, with what is said of it in the comments before it:
 *
 * <pre>
 * -- name: no order without a customer
 * -- from: 004-*
 * select id from orders where customer_id is null;
 *
 * -- unchanged
 * select sum(balance) as total from account;
 * </pre>
 */
public final class AssertionFile {

    private static final Pattern WORD = Pattern.compile("--\\s*([a-z]+)\\s*(?::\\s*(.*?))?\\s*");
    private static final List<String> WORDS = List.of("name", "expect", "from", "until", "databases", "unchanged");
    private static final Pattern READS = Pattern.compile("(?is)(select|with|values|table)\\b.*");
    private static final List<String> PRODUCTS = List.of("postgresql", "sqlite", "h2", "mariadb", "mysql");

    private final String file;
    private final String text;
    private final List<Assertion> assertions = new ArrayList<>();

    private AssertionFile(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The assertions in their order.
     *
     * @param file as messages shall name it
     * @throws ProblemException when something in it is not understood, with the line
     */
    public static List<Assertion> read(String file, String text) {
        AssertionFile reader = new AssertionFile(file, text.replace("\r\n", "\n"));
        new SqlParts(reader.text).forEach(reader::add);
        if (reader.assertions.isEmpty()) {
            throw reader.problem("A file of assertions holds no query", 1, "", "Write a query, or remove the file");
        }
        return List.copyOf(reader.assertions);
    }

    /**
     * @param start where the part begins in the file
     * @param query where its query begins
     * @param end where it ends
     */
    private void add(int start, int query, int end) {
        Map<String, String> words = words(start, query);
        String sql = text.substring(query, end).strip();
        int line = line(query);
        if (sql.isEmpty()) {
            if (!words.isEmpty()) {
                throw problem("No query follows", line(start), words.keySet().toString(), "Write it below the comment");
            }
            return;
        }
        if (!READS.matcher(sql).matches()) {
            throw problem(
                    "An assertion is not a query",
                    line,
                    sql.lines().findFirst().orElse(""),
                    "Begin it with SELECT, WITH, VALUES or TABLE");
        }
        assertions.add(new Assertion(
                file + ":" + line,
                words.getOrDefault("name", ""),
                sql,
                expects(words),
                words.getOrDefault("expect", ""),
                words.getOrDefault("from", ""),
                words.getOrDefault("until", ""),
                databases(words, line)));
    }

    private static Expects expects(Map<String, String> words) {
        if (words.containsKey("unchanged")) {
            return Expects.UNCHANGED;
        }
        return words.containsKey("expect") ? Expects.VALUE : Expects.NO_ROW;
    }

    private List<String> databases(Map<String, String> words, int line) {
        if (!words.containsKey("databases")) {
            return List.of();
        }
        List<String> products = Arrays.stream(
                        words.get("databases").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .toList();
        if (!PRODUCTS.containsAll(products)) {
            throw problem("An unknown database", line, products.toString(), "Known are " + PRODUCTS);
        }
        return products;
    }

    private Map<String, String> words(int start, int query) {
        Map<String, String> words = new HashMap<>();
        int at = start;
        for (String line : text.substring(start, query).split("\n", -1)) {
            Matcher matcher = WORD.matcher(line.strip());
            if (matcher.matches() && WORDS.contains(matcher.group(1))) {
                words.put(matcher.group(1), value(matcher, line(at)));
            } else if (matcher.matches() && matcher.group(2) != null && looksMeant(matcher.group(1))) {
                throw problem("An unknown word", line(at), line.strip(), "Known are " + WORDS);
            }
            at += line.length() + 1;
        }
        if (words.containsKey("unchanged") && words.containsKey("expect")) {
            throw problem(
                    "One query cannot be both",
                    line(query),
                    "-- expect and -- unchanged",
                    "Write it twice, one of each");
        }
        return words;
    }

    private String value(Matcher matcher, int line) {
        boolean unchanged = matcher.group(1).equals("unchanged");
        boolean given = matcher.group(2) != null && !matcher.group(2).isEmpty();
        if (unchanged == given) {
            throw problem(
                    unchanged ? "'unchanged' takes no value" : "A value is missing",
                    line,
                    matcher.group().strip(),
                    "Write '-- unchanged', or for example '-- " + (unchanged ? "expect" : matcher.group(1)) + ": 42'");
        }
        return given ? matcher.group(2) : "";
    }

    /** A slip of the pen would make another claim of it. */
    private static boolean looksMeant(String word) {
        return WORDS.stream().anyMatch(known -> known.regionMatches(0, word, 0, 3));
    }

    private int line(int at) {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private ProblemException problem(String what, int line, String evidence, String next) {
        return ProblemException.setup(what, file + ":" + line, evidence, next, null);
    }
}
