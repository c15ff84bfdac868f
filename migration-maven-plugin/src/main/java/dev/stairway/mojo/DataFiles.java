package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of data that the configuration names; a directory stands for the files in it, by name, without hidden ones. */
final class DataFiles {

    private DataFiles() {}

    /** @throws ProblemException when one does not exist */
    static List<Path> of(Path base, List<Path> configured) {
        return configured.stream().map(base::resolve).flatMap(DataFiles::files).toList();
    }

    private static Stream<Path> files(Path path) {
        if (!Files.exists(path)) {
            throw ProblemException.setup(
                    "A file of data does not exist",
                    path.toString(),
                    "",
                    "Correct <data> of the <changelog>; paths are relative to the project",
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
