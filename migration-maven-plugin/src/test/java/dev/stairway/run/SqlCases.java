package dev.stairway.run;

import dev.stairway.finding.Rule;
import dev.stairway.run.SqlCase.Expected;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the cases of a {@link CaseFile}. The text of a word follows it on its line or is indented below it, one statement a
 * line; a statement goes on in lines that are indented further:
 *
 * <pre>
 * base                     statements that make the state before
 * also                     more of them, for this case alone
 * up, down                 statements; "down none" for none, "down empty" for a written empty one
 * from 15, until 17        releases
 * correct                  nothing is wrong with it
 * rows 20                  rows that every table is filled up to
 * alone                    in a database of its own, because it touches what a database has but once
 * with runAlways           an attribute of the change set, "with runInTransaction=false" for one that is not true
 * verdict reversible
 * left column t.a: default | is none       the rollback leaves this
 * lost 2 rows of t | another value in a    the rollback loses this
 * finds rule-id | start | text | text      any other rule
 * gap why the product does not find it yet
 * </pre>
 */
final class SqlCases {

    private final String product;
    private int from;
    private int until = Integer.MAX_VALUE;
    private boolean correct;
    private int rows;
    private boolean alone;
    private List<String> base = List.of();
    private List<String> up = List.of();
    private List<String> down;
    private final Map<String, Object> attributes = new TreeMap<>();
    private String verdict = "";
    private final List<Expected> findings = new ArrayList<>();
    private String gap = "";

    private SqlCases(String product) {
        this.product = product;
    }

    /** All cases of a product. */
    static List<SqlCase> of(String product) {
        return in(folder(product), product);
    }

    /** All cases of the files in a folder. */
    static List<SqlCase> in(Path folder, String product) {
        return CaseFile.in(folder).stream()
                .flatMap(file ->
                        IntStream.range(0, file.cases().size()).mapToObj(i -> new SqlCases(product).read(file, i)))
                .toList();
    }

    private static Path folder(String product) {
        try {
            return Path.of(SqlCases.class.getResource(product).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private SqlCase read(CaseFile file, int index) {
        String text = file.cases().get(index);
        file.read(text, this::section);
        if (findings.isEmpty() && !correct) {
            throw new IllegalArgumentException("nothing is said to be found, and it is not said to be correct");
        }
        return new SqlCase(
                product,
                file.group(),
                index + 1,
                CaseFile.name(text),
                from,
                until,
                correct,
                rows,
                alone,
                base,
                up,
                down,
                Map.copyOf(attributes),
                verdict,
                List.copyOf(findings),
                gap);
    }

    private void section(String word, String rest, List<String> below) {
        switch (word) {
            case "base" -> base = statements(rest, below);
            case "also" ->
                base = Stream.concat(base.stream(), statements(rest, below).stream())
                        .toList();
            case "up" -> up = statements(rest, below);
            case "down" -> down = down(rest, below);
            case "from" -> from = Integer.parseInt(rest);
            case "until" -> until = Integer.parseInt(rest);
            case "correct" -> correct = true;
            case "rows" -> rows = Integer.parseInt(rest);
            case "alone" -> alone = true;
            case "with" -> attribute(rest);
            case "verdict" -> verdict = rest;
            case "left" -> findings.add(expected(Rule.ROLLBACK_INCOMPLETE.id() + " | " + rest));
            case "lost" -> findings.add(expected(Rule.ROLLBACK_LOSES_DATA.id() + " | " + rest));
            case "finds" -> findings.add(expected(rest));
            case "gap" -> gap = rest;
            default -> throw new IllegalArgumentException("there is no '" + word + "'");
        }
    }

    private void attribute(String text) {
        String[] pair = text.split("=", 2);
        String value = pair.length == 1 ? "true" : pair[1];
        boolean flag = value.equals("true") || value.equals("false");
        attributes.put(pair[0], flag ? (Object) Boolean.valueOf(value) : value);
    }

    private static List<String> down(String rest, List<String> below) {
        return switch (rest) {
            case "none" -> null;
            case "empty" -> List.of();
            default -> statements(rest, below);
        };
    }

    private static List<String> statements(String rest, List<String> below) {
        List<String> statements = new ArrayList<>();
        if (!rest.isEmpty()) {
            statements.add(rest);
        }
        for (String line : below) {
            boolean goesOn = line.startsWith("   ");
            if (goesOn && !statements.isEmpty()) {
                int last = statements.size() - 1;
                statements.set(last, statements.get(last) + "\n" + line.substring(2));
            } else {
                statements.add(line.strip());
            }
        }
        return statements;
    }

    private static Expected expected(String text) {
        List<String> parts =
                Arrays.stream(text.split(" \\| ")).map(String::strip).toList();
        SqlCase.severity(parts.get(0));
        return new Expected(
                parts.get(0),
                parts.size() > 1 ? parts.get(1) : "",
                parts.subList(Math.min(2, parts.size()), parts.size()));
    }
}
