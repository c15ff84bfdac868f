package dev.stairway.measure.plan;

import dev.stairway.measure.plan.QueryFile.Release;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements of files. A comment before a statement may name it, as sqlc and aiosql have it ({@code -- name:
 * find_user :one}), and may say which databases it is for ({@code -- databases: postgresql}).
 */
final class QueryReader {

    private static final Pattern NAME =
            Pattern.compile("\\s*(?:--|/\\*)\\s*name:\\s*([\\w.-]+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATABASES =
            Pattern.compile("\\s*(?:--|/\\*)\\s*databases:\\s*([\\w, ]+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern READS = Pattern.compile("(?is)\\(*\\s*(select|with|values|table)\\b.*");
    private static final Pattern WRITES = Pattern.compile("(?is)(insert|update|delete|merge|replace)\\b.*");

    private final SqlSyntax syntax;
    private final String product;
    private final Map<String, Query> queries = new LinkedHashMap<>();

    private QueryReader(String product) {
        this.product = product;
        this.syntax = SqlSyntax.of(product);
    }

    /**
     * All queries that are for this product; what both releases send in the same words is one.
     *
     * @throws ProblemException when a statement is neither a query nor a change of rows
     */
    static List<Query> read(List<QueryFile> files, String product) {
        QueryReader reader = new QueryReader(product);
        files.forEach(reader::read);
        return List.copyOf(reader.queries.values());
    }

    private void read(QueryFile file) {
        List<SqlStatement> statements = SqlScript.statements(file.name(), file.text(), syntax);
        String[] lines = file.text().split("\n", -1);
        int seen = 0;
        for (int i = 0; i < statements.size(); i++) {
            SqlStatement statement = statements.get(i);
            List<String> said =
                    Arrays.asList(lines).subList(Math.min(seen, statement.line() - 1), statement.line() - 1);
            seen = statement.lineOf(statement.sql().length());
            if (databases(said).isEmpty() || databases(said).contains(product)) {
                String number = statements.size() > 1 ? "-" + (i + 1) : "";
                String name = word(said, NAME);
                add(file.release(), name.isEmpty() ? file.plainName() + number : name, statement);
            }
        }
    }

    private static String word(List<String> comments, Pattern pattern) {
        return comments.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .reduce("", (first, second) -> second);
    }

    private static List<String> databases(List<String> comments) {
        String words = word(comments, DATABASES).toLowerCase(Locale.ROOT);
        return words.isEmpty() ? List.of() : List.of(words.split("[,\\s]+"));
    }

    private void add(Release release, String name, SqlStatement statement) {
        String sql = statement.sql();
        boolean reads = READS.matcher(sql).matches();
        if (!reads && !WRITES.matcher(sql).matches()) {
            throw ProblemException.setup(
                    "A file of queries holds what is no query",
                    statement.position(),
                    sql.lines().findFirst().orElse(""),
                    "Keep statements that begin with SELECT, WITH, INSERT, UPDATE or DELETE there, and no others",
                    null);
        }
        Query same = queries.get(name + "\n" + sql);
        if (same != null) {
            Set<Release> both = EnumSet.copyOf(same.releases());
            both.add(release);
            queries.put(name + "\n" + sql, new Query(name, same.place(), sql, both, same.writes()));
            return;
        }
        queries.put(
                name + "\n" + sql,
                new Query(
                        unique(release, name),
                        statement.position(),
                        sql,
                        Set.of(release),
                        !reads || writesInside(sql)));
    }

    private String unique(Release release, String name) {
        String free = name;
        for (int i = 2; taken(release, free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private boolean taken(Release release, String name) {
        return queries.values().stream()
                .anyMatch(query -> query.of(release) && query.name().equals(name));
    }

    /** {@code WITH gone AS (DELETE ...) SELECT ...} */
    private boolean writesInside(String sql) {
        return SqlScript.tokens(sql, syntax).stream()
                .map(token -> sql.substring(token.start(), token.end()))
                .anyMatch(word ->
                        word.matches("(?i)insert|delete|merge") || word.equalsIgnoreCase("update") && !locks(sql));
    }

    /** {@code SELECT ... FOR UPDATE} changes nothing. */
    private static boolean locks(String sql) {
        return Pattern.compile("\\bfor\\s+(no\\s+key\\s+)?update\\b", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
