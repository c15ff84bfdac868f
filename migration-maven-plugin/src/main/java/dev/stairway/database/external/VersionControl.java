package dev.stairway.database.external;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells files that a team keeps. Asks no program: the list of Git is read, others are taken to keep all that is theirs. */
public final class VersionControl {

    private static final String GIT_FILE = "gitdir: ";
    /** From this on the names in the list of Git are compressed: https://git-scm.com/docs/index-format */
    private static final int COMPRESSED = 4;

    private static final int VERSION_AT = 7;

    private VersionControl() {}

    /** The work tree whose version control keeps the file; empty where none does. */
    public static Optional<Path> keeps(Path file) {
        for (Path tree = file.getParent(); tree != null; tree = tree.getParent()) {
            if (Files.exists(tree.resolve(".hg")) || Files.exists(tree.resolve(".svn"))) {
                return Optional.of(tree);
            }
            Path git = tree.resolve(".git");
            if (Files.exists(git)) {
                return listed(git, tree.relativize(file)) ? Optional.of(tree) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean listed(Path git, Path file) {
        try {
            Path index = directory(git).resolve("index");
            if (Files.notExists(index)) {
                return false;
            }
            byte[] list = Files.readAllBytes(index);
            String name = file.toString().replace('\\', '/') + '\0';
            return list.length <= VERSION_AT
                    || list[VERSION_AT] >= COMPRESSED
                    || new String(list, StandardCharsets.ISO_8859_1)
                            .contains(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of Git cannot be read: " + git, e);
        }
    }

    /** Of a second work tree it is a file that names the directory. */
    private static Path directory(Path git) throws IOException {
        if (Files.isDirectory(git)) {
            return git;
        }
        String line = Files.readString(git).strip();
        return line.startsWith(GIT_FILE) ? git.resolveSibling(line.substring(GIT_FILE.length())) : git;
    }
}
