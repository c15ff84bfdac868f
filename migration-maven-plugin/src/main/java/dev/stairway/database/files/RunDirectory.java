package dev.stairway.database.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A directory of one running server. It names its owner (process id, start time, and the machine or container where that
 * number means something), so that a later run can tell what a killed run left behind from what a living run uses.
 */
public final class RunDirectory implements AutoCloseable {

    private static final String PREFIX = "stairway-";

    /** As {@link #create} names it, so that nothing else whose name begins alike is ever deleted. */
    private static final Pattern NAME = Pattern.compile(PREFIX + "[a-z0-9.-]+-[0-9]{5,20}");

    private static final String OWNER = "owner";
    private static final String OWNERS_PLACE = "owner.place";

    /** No run takes so long. */
    private static final Duration FOREIGN = Duration.ofDays(1);

    private static final String PLACE = place();

    private final Path path;
    private final Thread hook = new Thread(this::deleteAtExit, "stairway-delete");

    private RunDirectory(Path path) {
        this.path = path;
    }

    /** Sweeps what dead runs left in the work directory, then makes a new directory in it. */
    public static RunDirectory create(Path workDirectory, String name) throws IOException {
        if (!Files.isDirectory(workDirectory)) {
            FileTrees.privateDirectories(workDirectory);
        }
        sweep(workDirectory);
        Path path = FileTrees.privateTemp(workDirectory, PREFIX + name + "-");
        Path draft = path.resolve(OWNER + ".draft");
        Files.writeString(path.resolve(OWNERS_PLACE), PLACE);
        Files.writeString(draft, stamp(ProcessHandle.current()));
        Files.move(draft, path.resolve(OWNER), StandardCopyOption.ATOMIC_MOVE);
        return new RunDirectory(path);
    }

    /** Deletes the directory also when the JVM ends before it is closed, as Ctrl-C makes it. */
    public RunDirectory deletedAtExit() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already, and finds nothing to do.
            return;
        }
    }

    private void deleteAtExit() {
        try {
            FileTrees.delete(path);
        } catch (IOException e) {
            // Nobody listens any more; the next run sweeps it.
            return;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        FileTrees.delete(path);
        removeHook();
    }

    // A directory without an owner file is being made right now, or its deletion was cut short; it goes once it is old.
    private static void sweep(Path workDirectory) throws IOException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(workDirectory, PREFIX + "*")) {
            for (Path run : runs) {
                if (NAME.matcher(run.getFileName().toString()).matches()
                        && Files.isDirectory(run, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                        && Files.isWritable(run)
                        && dead(run)) {
                    FileTrees.delete(run);
                }
            }
        }
    }

    private static boolean dead(Path run) throws IOException {
        try {
            String owner = Files.readString(run.resolve(OWNER));
            if (foreign(run)) {
                return older(run, Instant.now().minus(FOREIGN));
            }
            long pid = Long.parseLong(owner.substring(0, owner.indexOf(' ')));
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            return process.isEmpty() || !stamp(process.get()).equals(owner);
        } catch (NoSuchFileException noOwner) {
            return older(run, Instant.now().minusSeconds(3600));
        }
    }

    /** Containers that share a cache do not see each other's processes. */
    private static boolean foreign(Path run) throws IOException {
        Path place = run.resolve(OWNERS_PLACE);
        return Files.exists(place) && !Files.readString(place).equals(PLACE);
    }

    private static boolean older(Path run, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(run).toInstant().isBefore(limit);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /**
     * What tells this kernel and its view of the processes from others; empty where nothing does.
     * https://man7.org/linux/man-pages/man7/pid_namespaces.7.html
     */
    private static String place() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                    + "-"
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException notLinux) {
            return "";
        }
    }

    private static String stamp(ProcessHandle process) {
        return process.pid()
                + " "
                + process.info().startInstant().map(Instant::toString).orElse("-");
    }
}
