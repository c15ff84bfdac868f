package dev.stairway.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A backup on the disk.
 *
 * @param root directory of its files
 * @param file with the manifest; in the root
 * @param manifest as it was when the backup was taken or opened
 */
public record Backup(Path root, Path file, Manifest manifest) {

    /** How names of files with a manifest end. They are the only files in a root that no manifest lists. */
    public static final String SUFFIX = ".manifest";

    /** Lists everything that is in the directory by now, and writes the manifest. */
    public static Backup seal(Path root, String name, Origin origin) {
        try {
            Manifest manifest = Manifest.of(root, origin);
            Path file = root.resolve(name + SUFFIX);
            Files.writeString(file, ManifestText.write(manifest));
            return new Backup(root, file, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest of a backup cannot be written: " + root, e);
        }
    }

    /**
     * One that was taken earlier.
     *
     * @param file with the manifest
     * @throws dev.stairway.problem.ProblemException when the manifest is damaged
     */
    public static Backup open(Path file) {
        return new Backup(file.toAbsolutePath().getParent(), file, ManifestText.read(file));
    }

    /** @throws dev.stairway.problem.ProblemException when a file is damaged, missing or too many */
    public void verify() {
        new Verification(this).run();
    }

    /** Size of all its files; bytes. */
    public long bytes() {
        return manifest.files().stream().mapToLong(Manifest.Entry::bytes).sum();
    }

    /** A file of the backup. */
    public Path path(String name) {
        return root.resolve(name);
    }
}
