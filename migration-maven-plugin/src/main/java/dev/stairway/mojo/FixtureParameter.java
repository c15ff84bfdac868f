package dev.stairway.mojo;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One {@code <fixture>}: a file of rows that the tables shall hold. */
public class FixtureParameter {

    /** The file: {@code .json}, {@code .jsonl}, {@code .csv} or {@code .sql}, relative to the project or its resources. */
    private String file;

    /** Table of its rows; default: what the file says, else its name without {@code sample_}. */
    private String table;

    /** Rows per table; default: all that the file holds. More than those: over again with fresh keys. */
    private Long records;

    /** Migration that must be applied before, {@code *} for anything; default: as soon as table and columns are there. */
    private String after;

    /** {@code once}, or {@code each} to bring back before every migration what is missing. */
    private String when;

    /** Scenarios that it belongs to; default: all that hold rows. */
    private String scenarios;

    /** Changelog whose tables it fills; needed where several are configured. */
    private String changelog;

    /** @param roots directories that the file is relative to, the project first */
    Fixture fixture(List<Path> roots) {
        if (file == null || file.isBlank()) {
            throw problem("A <fixture> names no <file>", "", "Write <file>test_data/sample_tools.json</file>");
        }
        if (records != null && records < 1) {
            throw problem(
                    "<records> of the fixture " + file + " is " + records,
                    "",
                    "Use 1 or more, or leave it out for all records of the file");
        }
        Fixture fixture = new Fixture(
                found(roots),
                file,
                text(table),
                records == null ? 0 : records,
                text(after),
                when(),
                Arrays.stream(text(scenarios).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                text(changelog));
        if (fixture.scenarios().contains("empty")) {
            throw problem(
                    "The fixture " + file + " is for the scenario empty, which holds no rows",
                    "<scenarios> of the <fixture>",
                    "Use sample, or leave <scenarios> out");
        }
        fixture.format();
        return fixture;
    }

    private Path found(List<Path> roots) {
        List<String> looked = new ArrayList<>();
        for (Path root : roots) {
            Path path = root.resolve(file);
            if (Files.isRegularFile(path)) {
                return path;
            }
            looked.add(path.toString());
        }
        throw problem(
                "The file of a fixture does not exist: " + file,
                "looked for " + String.join(", ", looked),
                "Correct <file>; it is relative to the project, or to one of its resource directories");
    }

    private Fixture.When when() {
        String word = text(when).toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Fixture.When.ONCE;
        }
        try {
            return Fixture.When.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw problem("<when> of the fixture " + file + " is '" + when + "'", "", "Use once or each");
        }
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static ProblemException problem(String what, String seen, String next) {
        return ProblemException.setup(what, "<fixtures> in the pom", seen, next, null);
    }
}
