package dev.stairway.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The files of the baseline on disk. What cannot be read to its end is never replaced. */
final class BaselineStore {

    static final String RECORD = "mvn migration:perf -Dmigration.updateBaseline";

    private static final String OR_RECORD = "delete it and record a new one with " + RECORD;

    private BaselineStore() {}

    /**
     * Empty when there is no such file.
     *
     * @throws ProblemException naming field and line when it is broken, edited by hand or of another format
     */
    static Optional<BaselineDocument> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(parsed(file, "The performance baseline", OR_RECORD, text -> {
            checkVersion(BaselineReader.version(text), file);
            return BaselineReader.read(text);
        }));
    }

    /**
     * Empty of runs when there is no such file.
     *
     * @throws ProblemException naming field and line when it is broken
     */
    static HistoryDocument history(Path file) {
        return Files.exists(file)
                ? parsed(
                        file,
                        "The history of the performance baseline",
                        "delete it: no verdict needs it, only the lines over the runs begin anew",
                        HistoryReader::read)
                : HistoryDocument.NONE;
    }

    private interface Parser<T> {
        T parse(byte[] text) throws IOException;
    }

    private static <T> T parsed(Path file, String what, String otherwise, Parser<T> parser) {
        try {
            return parser.parse(Files.readAllBytes(file));
        } catch (StrictJson.Wrong e) {
            throw notReadable(what, file + ":" + e.line(), e.getMessage(), otherwise, e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw notReadable(what, file + ":" + line, e.getOriginalMessage(), otherwise, e);
        } catch (IOException e) {
            throw ProblemException.setup(
                    what + " cannot be read",
                    file.toString(),
                    e.toString(),
                    "Check that it is a file and its permissions",
                    e);
        }
    }

    private static ProblemException notReadable(
            String what, String where, String evidence, String otherwise, IOException cause) {
        return ProblemException.setup(
                what + " is not readable", where, evidence, "Restore it from version control, or " + otherwise, cause);
    }

    private static void checkVersion(String version, Path file) {
        if (BaselineDocument.FORMAT_VERSION.equals(version)) {
            return;
        }
        boolean former = version != null && version.startsWith("1.");
        throw ProblemException.setup(
                version == null
                        ? "The performance baseline does not say its format version"
                        : "The performance baseline has format version " + version + ", this plugin reads "
                                + BaselineDocument.FORMAT_VERSION,
                file + ", field formatVersion",
                former ? "It holds one time for each migration, which cannot carry a verdict" : "",
                former
                        ? "Delete it and record a new one with " + RECORD
                        : "Use the plugin version that wrote it, or " + OR_RECORD,
                null);
    }

    /**
     * Replaces the file in one go: who reads meanwhile meets the old one or the new one.
     *
     * @throws ProblemException when it cannot be written; the old one is still there then
     */
    static void write(String text, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            // No file of createTempFile: that could be read by its owner alone, and a baseline is for everybody.
            Path neighbour = target.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                force(text, neighbour);
                move(neighbour, target);
            } finally {
                Files.deleteIfExists(neighbour);
            }
        } catch (IOException e) {
            throw ProblemException.setup(
                    "Cannot write the performance baseline",
                    file.toString(),
                    e.toString(),
                    "Check that the directory is writable and the disk has room; the former baseline is untouched",
                    e);
        }
    }

    private static void force(String text, Path neighbour) throws IOException {
        try (FileChannel channel = FileChannel.open(
                neighbour, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path neighbour, Path target) throws IOException {
        try {
            Files.move(neighbour, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(neighbour, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
