package dev.stairway.database.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The list of files of a complete directory: SHA-256 and size. Written last, so its presence says that
 * the directory is complete.
 */
public final class Manifest {

    private static final String NAME = "stairway.manifest";

    private Manifest() {}

    static Path of(Path directory) {
        return directory.resolve(NAME);
    }

    static void write(Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) tree.sorted()::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    lines.append(Sha256.of(file))
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(directory.relativize(file).toString().replace('\\', '/'))
                            .append('\n');
                }
            }
        }
        Files.writeString(of(directory), lines, StandardCharsets.UTF_8);
    }

    /** True when every listed file is there with its size, and no file was added. */
    public static boolean sizesMatch(Path directory) throws IOException {
        Map<Path, Long> expected = new HashMap<>();
        for (String[] line : lines(directory)) {
            expected.put(directory.resolve(line[2]), Long.valueOf(line[1]));
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) tree::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.equals(of(directory))) {
                    Long size = expected.remove(file);
                    if (size == null || size != Files.size(file)) {
                        return false;
                    }
                }
            }
        }
        return expected.isEmpty();
    }

    /** True when the content of every file whose path starts with the prefix is what was written. */
    public static boolean digestsMatch(Path directory, String prefix) throws IOException {
        for (String[] line : lines(directory)) {
            if (line[2].startsWith(prefix)
                    && !Sha256.of(directory.resolve(line[2])).equals(line[0])) {
                return false;
            }
        }
        return true;
    }

    private static List<String[]> lines(Path directory) throws IOException {
        return Files.readAllLines(of(directory), StandardCharsets.UTF_8).stream()
                .map(line -> line.split(" ", 3))
                .filter(line -> line.length == 3)
                .toList();
    }
}
