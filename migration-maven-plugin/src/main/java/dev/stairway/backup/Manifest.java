package dev.stairway.backup;

import dev.stairway.database.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What belongs to a backup.
 *
 * @param origin where it comes from
 * @param directories below the root, in order of their names, with {@code /} between the parts; a server may want the empty ones
 * @param files in order of their names
 */
public record Manifest(Origin origin, List<String> directories, List<Entry> files) {

    public Manifest {
        directories = List.copyOf(directories);
        files = List.copyOf(files);
    }

    /**
     * @param name below the root, with {@code /} between the parts
     * @param bytes size
     * @param sha256 lower-case hexadecimal digest of the content
     */
    public record Entry(String name, long bytes, String sha256) {

        static Entry of(Path root, String name) throws IOException {
            Path file = root.resolve(name);
            return new Entry(name, Files.size(file), Sha256.of(file));
        }
    }

    /** Of what is in the directory now. */
    static Manifest of(Path root, Origin origin) throws IOException {
        List<Entry> files = new java.util.ArrayList<>();
        for (String name : files(root)) {
            files.add(Entry.of(root, name));
        }
        return new Manifest(origin, directories(root), files);
    }

    /** Names of all that is no directory, in order, manifests left out. */
    static List<String> files(Path root) throws IOException {
        return names(
                root,
                path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                        && !(root.equals(path.getParent()) && path.toString().endsWith(Backup.SUFFIX)));
    }

    static List<String> directories(Path root) throws IOException {
        return names(root, path -> !path.equals(root) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<String> names(Path root, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(wanted)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
