package dev.stairway.engine.sql;

import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 001_name.sql} with both ways: https://github.com/amacneil/dbmate#creating-migrations */
final class Dbmate implements Layout {

    private static final Pattern NAME = Pattern.compile("(\\d+)(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern UP = mark("up");
    private static final Pattern DOWN = mark("down");
    private static final Pattern NO_TRANSACTION = Pattern.compile("\\stransaction:false(\\s|$)");

    private static final String TABLE = "migrations-table";

    private final String table;

    Dbmate(Settings settings) {
        table = settings.text(TABLE, "schema_migrations");
    }

    private static Pattern mark(String way) {
        return Pattern.compile("^--[ \\t]*migrate:" + way + "([ \\t][^\\n]*)?$", Pattern.MULTILINE);
    }

    static boolean named(String file) {
        return NAME.matcher(file).matches();
    }

    /** True when the text has a part for the way there. */
    static boolean marked(String text) {
        return UP.matcher(unified(text)).find();
    }

    @Override
    public String tool() {
        return "dbmate";
    }

    @Override
    public Set<String> settings() {
        return Set.of(TABLE);
    }

    @Override
    public boolean opensTransactions(String product) {
        return true;
    }

    @Override
    public List<String> commandsAgain(Optional<Unit> before, boolean refuses) {
        return List.of("dbmate up");
    }

    @Override
    public History history(String product) {
        return new VersionRows(table);
    }

    /** In the order of the names of the files, in which 10 comes before 9. */
    @Override
    public List<Unit> read(ScriptDirectory directory, String product) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : directory.files()) {
            Matcher name = NAME.matcher(file);
            String other = name.matches() ? files.put(name.group(1), file) : null;
            if (other != null) {
                throw ProblemException.migrations(
                        "Two migrations have version " + name.group(1),
                        directory.nameOf(file),
                        "the other one is " + directory.nameOf(other),
                        "Give one of them another version.",
                        null);
            }
        }
        return files.entrySet().stream()
                .map(entry -> unit(entry.getKey(), entry.getValue(), directory, product))
                .toList();
    }

    private Unit unit(String version, String file, ScriptDirectory directory, String product) {
        String name = directory.nameOf(file);
        String text = unified(directory.text(file, StandardCharsets.UTF_8));
        Matcher up = only(UP, text, name, "up")
                .orElseThrow(() -> ProblemException.migrations(
                        "A migration has no part for the way there",
                        name,
                        "no line is '-- migrate:up'",
                        "Write '-- migrate:up' above its statements.",
                        null));
        Optional<Matcher> down = only(DOWN, text, name, "down");
        refuseOrder(up, down, text, name, product);
        int end = down.map(Matcher::start).orElse(text.length());
        Part there = part(name, text, up, end);
        Optional<Part> back = down.map(mark -> part(name, text, mark, text.length()));
        String id = file.replaceFirst("\\.sql$", "");
        return Units.of(id, version, id.substring(version.length()), there, back, product, this);
    }

    private static Optional<Matcher> only(Pattern pattern, String text, String name, String way) {
        Matcher first = pattern.matcher(text);
        if (!first.find()) {
            return Optional.empty();
        }
        Matcher second = pattern.matcher(text).region(first.end(), text.length());
        if (second.find()) {
            throw ProblemException.migrations(
                    "A migration has two parts '-- migrate:" + way + "'",
                    name + ":" + line(text, second.start()),
                    "the first one is in line " + line(text, first.start()),
                    "Make one part of them, or two files.",
                    null);
        }
        return Optional.of(first);
    }

    private static void refuseOrder(Matcher up, Optional<Matcher> down, String text, String name, String product) {
        if (down.isPresent() && down.get().start() < up.start()) {
            throw ProblemException.migrations(
                    "The way back stands before the way there",
                    name + ":" + line(text, down.get().start()),
                    "'-- migrate:up' is in line " + line(text, up.start()),
                    "Put '-- migrate:up' first, as dbmate requires.",
                    null);
        }
        if (new Part(name, 1, text.substring(0, up.start()), true, false).says(product)) {
            throw ProblemException.migrations(
                    "Statements stand above '-- migrate:up', where dbmate refuses them",
                    name + ":1",
                    "'-- migrate:up' is in line " + line(text, up.start()),
                    "Put them below that line.",
                    null);
        }
    }

    private static Part part(String name, String text, Matcher mark, int end) {
        boolean transaction = !NO_TRANSACTION.matcher(mark.group()).find();
        String before = text.substring(0, mark.end()).replaceAll("[^\\n]", " ");
        return new Part(name, line(text, mark.start()), before + text.substring(mark.end(), end), transaction, false);
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static String unified(String text) {
        return text.replace("\r\n", "\n");
    }
}
