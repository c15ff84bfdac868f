package dev.stairway.lint;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.lint.Targets.Version;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file below {@code src/test/examples/<rule>/}: a release as SQL, as Lua or as commands of Redis. Lines that begin with
 * {@code --@} (or {@code #@}) say what stands around it:
 *
 * <pre>
 * --&#64; product postgresql            default by the group: P postgresql, L sqlite, R redis, others postgresql
 * --&#64; versions 14 18               default 14 18; sqlite 3.40 3.54; redis 6.2 7.0
 * --&#64; rows users 5000000          rows of a table in production
 * --&#64; limit 3                      the number that the rule compares with
 * --&#64; also drop-table               another rule that may trip as well
 * --&#64; history                       what follows was released earlier
 * --&#64; migration 002 transactional=false runAlways=true   a migration begins; without it there is one, 001
 * --&#64; down                          what follows is the way back of that migration
 * </pre>
 */
final class Example {

    private final Path file;
    private final Facts facts;
    private final List<MigrationStatements> history = new ArrayList<>();
    private final List<MigrationStatements> release = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Integer> limits = new HashMap<>();
    private final Set<String> also = new HashSet<>();
    private String product;
    private List<String> versions = List.of();
    private boolean old;
    private String id = "001";
    private Map<String, String> attributes = Map.of();
    private final StringBuilder up = new StringBuilder();
    private final StringBuilder down = new StringBuilder();
    private boolean back;

    private Example(Path file, Facts facts) {
        this.file = file;
        this.facts = facts;
        this.product = switch (facts.code().charAt(0)) {
            case 'L' -> "sqlite";
            case 'R' -> "redis";
            default ->
                facts.products().size() == 1 ? facts.products().iterator().next() : "postgresql";
        };
    }

    static Example read(Path file, Facts facts) {
        Example example = new Example(file, facts);
        try {
            Files.readString(file).lines().forEach(example::line);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        example.end();
        return example;
    }

    Release release() {
        List<Version> targets = versions().stream().map(Version::of).toList();
        return new Release(
                keys() ? "redis" : "mybatis",
                history,
                release,
                new Setting(new Targets(product, targets), rows, 1_000, limits));
    }

    /** Other rules that may trip. */
    Set<String> also() {
        return also;
    }

    private List<String> versions() {
        if (!versions.isEmpty()) {
            return versions;
        }
        return switch (product) {
            case "sqlite" -> List.of("3.40", "3.54");
            case "redis", "redis-cluster" -> List.of("6.2", "7.0");
            default -> List.of("14", "18");
        };
    }

    private void line(String line) {
        if (line.startsWith("--@") || line.startsWith("#@")) {
            say(line.substring(line.indexOf('@') + 1).trim().split("\\s+"));
            up.append('\n');
            down.append('\n');
        } else {
            (back ? down : up).append(line).append('\n');
            (back ? up : down).append('\n');
        }
    }

    private void say(String[] words) {
        switch (words[0]) {
            case "product" -> product = words[1];
            case "versions" -> versions = Arrays.asList(words).subList(1, words.length);
            case "rows" -> rows.put(words[1], Long.valueOf(words[2]));
            case "limit" -> limits.put(facts.id(), Integer.valueOf(words[1]));
            case "also" -> also.addAll(Arrays.asList(words).subList(1, words.length));
            case "history" -> begin(true, "history", Map.of());
            case "migration" -> begin(false, words[1], attributes(words));
            case "down" -> back = true;
            default -> throw new IllegalArgumentException(file + ": " + words[0]);
        }
    }

    private static Map<String, String> attributes(String[] words) {
        Map<String, String> said = new HashMap<>();
        for (int at = 2; at < words.length; at++) {
            String[] pair = words[at].split("=", 2);
            said.put(pair[0], pair[1]);
        }
        return said;
    }

    private void begin(boolean released, String name, Map<String, String> said) {
        end();
        old = released;
        id = name;
        attributes = said;
    }

    private void end() {
        String text = up.toString();
        if (!text.isBlank() || !down.toString().isBlank()) {
            (old ? history : release).add(migration(text, down.toString()));
        }
        // Places of what follows stay those of the file.
        int lines = (int) text.lines().count();
        up.setLength(0);
        down.setLength(0);
        up.append("\n".repeat(lines));
        down.append("\n".repeat(lines));
        back = false;
    }

    private MigrationStatements migration(String text, String undo) {
        boolean written = !undo.isBlank();
        List<SqlStatement> way = statements(text);
        List<SqlStatement> wayBack = written ? statements(undo) : List.of();
        Migration.Rollback rollback = !written
                ? Migration.Rollback.MISSING
                : wayBack.isEmpty() || keys() && undo.lines().allMatch(Example::comment)
                        ? Migration.Rollback.EMPTY
                        : Migration.Rollback.WRITTEN;
        Migration migration = new Migration(
                id,
                id,
                "",
                file.getFileName().toString(),
                1,
                "",
                Integer.toHexString(text.hashCode()),
                rollback,
                Boolean.parseBoolean(attributes.get("runAlways")),
                !"false".equals(attributes.get("transactional")),
                text,
                Optional.empty());
        return new MigrationStatements(migration, way, wayBack, attributes, List.of(), comments(text), List.of());
    }

    private static boolean comment(String line) {
        return line.isBlank() || line.strip().startsWith("--") || line.strip().startsWith("#");
    }

    private boolean keys() {
        return product.startsWith("redis");
    }

    private List<SqlStatement> statements(String text) {
        String name = file.getFileName().toString();
        return keys()
                ? List.of(new SqlStatement(name, 1, 1, text))
                : SqlScript.statements(name, text, SqlSyntax.of(product));
    }

    private List<ScriptComment> comments(String text) {
        List<ScriptComment> comments = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\n", -1)) {
            line++;
            if (content.strip().startsWith("--")) {
                comments.add(new ScriptComment(
                        file.getFileName().toString(),
                        line,
                        content.strip().substring(2).strip()));
            }
        }
        return comments;
    }
}
