package dev.stairway.backup;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds the files of a backup against its manifest. */
final class Verification {

    private static final String NEXT =
            "Do not restore from this backup; take another one, or restore from an older one";

    private final Backup backup;

    Verification(Backup backup) {
        this.backup = backup;
    }

    /** Sizes first: they cost nothing and tell most damages. */
    void run() {
        if (!ManifestText.read(backup.file()).equals(backup.manifest())) {
            throw damaged(backup.file(), "the manifest is another one than that which was written with the backup");
        }
        try {
            for (String directory : backup.manifest().directories()) {
                requireDirectory(backup.path(directory));
            }
            for (Manifest.Entry entry : backup.manifest().files()) {
                requireSize(entry);
            }
            requireNothingElse();
            for (Manifest.Entry entry : backup.manifest().files()) {
                requireContent(entry);
            }
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A backup cannot be read", backup.root().toString(), e.toString(), "Check the disk", e);
        }
    }

    private void requireDirectory(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw damaged(directory, "the directory is missing");
        }
    }

    private void requireSize(Manifest.Entry entry) throws IOException {
        Path file = backup.path(entry.name());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw damaged(file, "the file is missing");
        }
        long bytes = Files.size(file);
        if (bytes != entry.bytes()) {
            throw damaged(file, "it has " + bytes + " bytes, and had " + entry.bytes() + " when the backup was taken");
        }
    }

    private void requireContent(Manifest.Entry entry) throws IOException {
        Manifest.Entry now = Manifest.Entry.of(backup.root(), entry.name());
        if (!now.sha256().equals(entry.sha256())) {
            throw damaged(
                    backup.path(entry.name()),
                    "its content has changed: SHA-256 is " + now.sha256() + ", and was " + entry.sha256());
        }
    }

    private void requireNothingElse() throws IOException {
        List<String> listed = new ArrayList<>(
                backup.manifest().files().stream().map(Manifest.Entry::name).toList());
        requireListed(Manifest.files(backup.root()), listed);
        requireListed(Manifest.directories(backup.root()), backup.manifest().directories());
    }

    private void requireListed(List<String> present, List<String> listed) {
        Set<String> known = new HashSet<>(listed);
        for (String name : present) {
            if (!known.contains(name) && !grown(name, listed)) {
                throw damaged(backup.path(name), "it was added after the backup was taken");
            }
        }
    }

    /** An archive of a log goes on after the backup, with names that follow on those that are there. */
    private boolean grown(String name, List<String> listed) {
        String growing = backup.manifest().origin().growing();
        return !growing.isEmpty()
                && name.startsWith(growing)
                && listed.stream()
                        .filter(other -> other.startsWith(growing))
                        .allMatch(other -> other.compareTo(name) < 0);
    }

    private ProblemException damaged(Path where, String seen) {
        return ProblemException.setup(
                "The backup before " + backup.manifest().origin().before() + " is damaged",
                where.toString(),
                seen,
                NEXT,
                null);
    }
}
