package dev.stairway.suite;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the documents that shards have left. */
public final class ShardFiles {

    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    private ShardFiles() {}

    /**
     * @param base what the pattern is relative to
     * @param pattern of files: {@code target/shards/*}{@code /metrics.json}
     * @return in the order of their names; at least one
     * @throws ProblemException when there is none
     */
    public static List<Path> find(Path base, String pattern) {
        String[] names = pattern.strip().replace('\\', '/').split("/");
        int wild = 0;
        while (wild < names.length - 1 && !WILD.matcher(names[wild]).find()) {
            wild++;
        }
        // What comes before is taken as it is: a directory of the user may be called "[a]".
        Path root = base.resolve(
                String.join("/", List.of(names).subList(0, wild)) + (wild == 1 && names[0].isEmpty() ? "/" : ""));
        String rest = String.join("/", List.of(names).subList(wild, names.length));
        List<Path> found = Files.isDirectory(root) ? below(root, rest) : List.of();
        if (found.isEmpty()) {
            throw ProblemException.setup(
                    "There are no shards to put together",
                    "<shards> (-Dmigration.shards): " + pattern,
                    "no file below " + root.toAbsolutePath().normalize() + " is called " + rest,
                    "Download what the shards have left before, for example to target/shards/1/metrics.json,"
                            + " target/shards/2/metrics.json and so on",
                    null);
        }
        return found;
    }

    private static List<Path> below(Path root, String rest) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(root.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The shards cannot be read",
                    root.toString(),
                    e.toString(),
                    "Check that the directory is readable",
                    e);
        }
    }
}
