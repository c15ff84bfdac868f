package dev.stairway.database.postgres;

import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Gives files to the user that the server runs as, when root cannot run it under a namespace. */
final class HandOver {

    private HandOver() {}

    /** The cache is root's own and closed to others, so the other user gets a copy of the binaries. */
    static Path binaries(Installation installation, Path runDirectory) throws IOException {
        Path copy = runDirectory.resolve("programs");
        FileTrees.copy(installation.home(), copy);
        return copy;
    }

    static void data(RunAs user, Path runDirectory) throws IOException {
        if (user.changesUser()) {
            own(runDirectory, RunAs.OTHER_USER);
        }
    }

    /** Gives files back to root. */
    static void back(Path directory) throws IOException {
        own(directory, 0);
    }

    private static void own(Path root, int user) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : (Iterable<Path>) tree::iterator) {
                Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
