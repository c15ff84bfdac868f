package dev.stairway.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our rules and <a href="https://squawkhq.com">squawk</a> side by side on the PostgreSQL part of the labelled corpus; the
 * tables are those of the page {@code squawk.md}. Profile {@code squawk-comparison} runs it.
 */
public final class SquawkComparison {

    private static final String FIGURES = "<!-- figures -->";

    private final Path work;
    private final SquawkRun squawk;
    private final SquawkNames names = SquawkNames.read();
    private final Linter linter = new Linter(
            Catalogue.rules().stream().filter(rule -> rule.facts().on()).toList());

    private SquawkComparison(Path work, Path program) throws IOException {
        this.work = work;
        this.squawk = new SquawkRun(program, Files.createDirectory(work.resolve("squawk")));
    }

    /** @param arguments squawk's executable, the folder of the corpus, the file for the tables */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("squawk-comparison");
        try {
            Path output = Path.of(arguments[2]).toAbsolutePath();
            Files.createDirectories(output.getParent());
            String page =
                    new SquawkComparison(work, Path.of(arguments[0]).toAbsolutePath()).page(Path.of(arguments[1]));
            Files.writeString(output, before(output) + page);
            System.out.print(page);
        } finally {
            clear(work);
        }
    }

    /** What a page says above its figures; nothing of another file. */
    private static String before(Path output) throws IOException {
        String page = Files.exists(output) ? Files.readString(output) : "";
        int figures = page.indexOf(FIGURES);
        return figures < 0 ? "" : page.substring(0, figures) + FIGURES + "\n\n";
    }

    private String page(Path corpus) throws IOException, InterruptedException {
        List<SquawkFile> files = read(corpus);
        LabelledRuns runs = new LabelledRuns(work, names);
        runs.play(
                files.stream().filter(file -> file.label().equals("dangerous")).toList());
        return new SquawkTables(files, names, runs, new PlantedReading(linter, squawk).read())
                .markdown(squawk.version() + ", " + LocalDate.now(ZoneOffset.UTC));
    }

    private List<SquawkFile> read(Path corpus) throws IOException, InterruptedException {
        List<SquawkFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(corpus)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.add(SquawkFile.read(path, linter, squawk));
            }
        }
        return files;
    }

    private static void clear(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
