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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file below {@code src/test/examples/<rule>/}: a release as SQL, as Lua, as commands of Redis, or as a changelog of
 * Liquibase in any of its formats. Lines that begin with {@code --@} (or {@code #@}, or {@code <!--@}) say what stands
 * around it:
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
 * --&#64; released 001 002               of Liquibase: these changeSets were released earlier
 * --&#64; applied 001                    its checksum was the same when it was released
 * --&#64; edited 001                     its checksum was another one when it was released
 * --&#64; engine sql                     what runs it; default mybatis
 * --&#64; unread                         statements need not be understood
 * --&#64; contexts prod                  of Liquibase: the run has these contexts
 * --&#64; danger drop-column: why         of the labelled corpus: the next statement is dangerous
 * </pre>
 *
 * An example in SQL of a rule that is not about changelogs says nothing of its way back unless it has one.
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
    private int begun = 1;
    private Map<String, String> attributes = Map.of();
    private final StringBuilder up = new StringBuilder();
    private final StringBuilder down = new StringBuilder();
    private boolean back;
    private final Set<String> released = new HashSet<>();
    private final Set<String> applied = new HashSet<>();
    private final Set<String> edited = new HashSet<>();
    private final List<String> order = new ArrayList<>();
    private String contexts = "";
    private boolean liquibase;
    private boolean unread;
    private String engine = "mybatis";
    private final List<Danger> dangers = new ArrayList<>();
    private int at;
    private LiquibaseExample changelog;

    /** @param line of the label, 1-based @param name of the danger as its author calls it */
    record Danger(int line, String name) {}

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
            String text = Files.readString(file);
            example.liquibase = LiquibaseExample.holds(file, text);
            text.lines().forEach(example::line);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        if (example.liquibase) {
            example.changelog();
        } else {
            example.end();
        }
        return example;
    }

    Release release() {
        List<Version> targets = versions().stream().map(Version::of).toList();
        return new Release(
                engine(),
                history,
                List.of(release),
                new Setting(new Targets(product, targets), rows, 1_000, limits),
                new Ledger(order, liquibase ? changelog.leftOut() : List.of(), earlier()));
    }

    private String engine() {
        return liquibase ? "liquibase" : keys() ? "redis" : engine;
    }

    private Map<String, String> earlier() {
        Map<String, String> earlier = new HashMap<>();
        Stream.concat(history.stream(), release.stream())
                .map(MigrationStatements::migration)
                .forEach(migration -> {
                    if (applied.contains(migration.name())) {
                        earlier.put(migration.id(), migration.checksum());
                    } else if (edited.contains(migration.name())) {
                        earlier.put(migration.id(), "another one");
                    }
                });
        return earlier;
    }

    private void changelog() {
        changelog =
                new LiquibaseExample(file, product, versions().get(versions().size() - 1), contexts);
        for (MigrationStatements said : changelog.statements()) {
            (released.contains(said.migration().name()) ? history : release).add(said);
            order.add(said.migration().id());
        }
    }

    /** Statements that the author calls dangerous, in the order of the file. */
    List<Danger> dangers() {
        return dangers;
    }

    /** Other rules that may trip. */
    Set<String> also() {
        return also;
    }

    /** True when its statements need not be understood. */
    boolean unread() {
        return unread;
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
        at++;
        String bare = line.strip();
        if (bare.startsWith("--@") || bare.startsWith("#@") || bare.startsWith("<!--@")) {
            String said = line.substring(line.indexOf('@') + 1).replace("-->", "");
            say(said.trim().split("\\s+"));
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
            case "rows" -> rows.put(bare(words[1]), Long.valueOf(words[2]));
            case "limit" -> limits.put(facts.id(), Integer.valueOf(words[1]));
            case "also" -> also.addAll(Arrays.asList(words).subList(1, words.length));
            case "history" -> begin(true, words.length > 1 ? words[1] : "history", Map.of());
            case "migration" -> begin(false, words[1], attributes(words));
            case "down" -> back = true;
            case "released" -> released.addAll(Arrays.asList(words).subList(1, words.length));
            case "applied" -> applied.addAll(Arrays.asList(words).subList(1, words.length));
            case "edited" -> edited.addAll(Arrays.asList(words).subList(1, words.length));
            case "unread" -> unread = true;
            case "engine" -> engine = words[1];
            case "danger" -> dangers.add(new Danger(at, words[1].replaceFirst(":$", "")));
            case "contexts" -> contexts = words[1];
            default -> throw new IllegalArgumentException(file + ": " + words[0]);
        }
    }

    /** As a setting keeps names: without schema and quotes, in lower case. */
    private static String bare(String table) {
        return table.substring(table.lastIndexOf('.') + 1).replace("\"", "").toLowerCase(Locale.ROOT);
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
        begun = at;
        attributes = said;
    }

    private void end() {
        String text = up.toString();
        if (!text.isBlank() || !down.toString().isBlank()) {
            (old ? history : release).add(migration(text, down.toString()));
            order.add(id);
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
        boolean written = back || !undo.isBlank();
        List<SqlStatement> way = statements(text);
        List<SqlStatement> wayBack = written ? statements(undo) : List.of();
        Migration.Rollback missing =
                facts.code().charAt(0) == 'C' || keys() ? Migration.Rollback.MISSING : Migration.Rollback.AUTOMATIC;
        boolean nothing = wayBack.isEmpty() || keys() && undo.lines().allMatch(Example::comment);
        Migration.Rollback rollback =
                !written ? missing : nothing ? Migration.Rollback.EMPTY : Migration.Rollback.WRITTEN;
        Migration migration = new Migration(
                id,
                id,
                "",
                file.getFileName().toString(),
                begun,
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
