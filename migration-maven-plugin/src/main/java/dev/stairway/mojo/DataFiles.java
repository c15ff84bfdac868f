package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.script.redis.RedisReadName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of data that the configuration names; a directory stands for the files in it, by name, without hidden ones. Among
 * them may be files of commands that releases read with, which are no data.
 */
final class DataFiles {

    private DataFiles() {}

    /** @throws ProblemException when one does not exist */
    static List<Path> of(Path base, List<Path> configured) {
        return all(base, configured, "data").filter(file -> !isReads(file)).toList();
    }

    /**
     * The files of commands among the data, and those that are named as such.
     *
     * @throws ProblemException when one does not exist
     */
    static List<Path> reads(Path base, List<Path> data, List<Path> configured) {
        Stream<Path> named = all(base, configured, "reads");
        return Stream.concat(all(base, data, "data").filter(DataFiles::isReads), named)
                .distinct()
                .toList();
    }

    private static boolean isReads(Path file) {
        return RedisReadName.looksMeant(file.getFileName().toString());
    }

    private static Stream<Path> all(Path base, List<Path> configured, String parameter) {
        return configured.stream().map(base::resolve).flatMap(path -> files(path, parameter));
    }

    private static Stream<Path> files(Path path, String parameter) {
        if (!Files.exists(path)) {
            throw ProblemException.setup(
                    "A file does not exist",
                    path.toString(),
                    "",
                    "Correct <" + parameter + "> of the <changelog>; paths are relative to the project",
                    null);
        }
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).filter(DataFiles::meant).sorted().toList().stream();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A directory of data cannot be read", path.toString(), e.toString(), "Check its permissions", e);
        }
    }

    /** Not {@code .gitkeep} and what desktops leave in directories. */
    private static boolean meant(Path file) {
        return !file.getFileName().toString().startsWith(".");
    }
}
