package dev.stairway.audit;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one writer of an audit trail: a file of lines that are only ever added to. Several processes and threads may write to
 * the same one. What it says is on the disk when {@link #append} returns.
 */
public final class AuditTrail {

    private final Path file;

    private AuditTrail(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** @param file need not exist */
    public static AuditTrail at(Path file) {
        return new AuditTrail(file);
    }

    public Path file() {
        return file;
    }

    /**
     * Where it ends now. To be asked before an operation that must not happen without a record.
     *
     * @throws ProblemException when no record could be added to it
     */
    public Seal end() {
        return locked(channel -> undamaged(Tail.of(channel)).end());
    }

    /**
     * Adds a record.
     *
     * @param mask hides secrets
     * @return where the trail ends now
     * @throws ProblemException when the trail is damaged, or cannot be written
     */
    public Seal append(AuditRecord record, Mask mask) {
        return locked(channel -> {
            Tail tail = undamaged(Tail.of(channel));
            String line = Line.text(tail.end(), tail.torn(), record, mask);
            write(channel, (tail.open() ? "\n" : "") + line + "\n");
            return Line.read(line.getBytes(StandardCharsets.US_ASCII)).seal();
        });
    }

    /** In one piece, so that a killed process leaves at most the beginning of one line. */
    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private interface Work {
        Seal with(FileChannel channel) throws IOException;
    }

    private Seal locked(Work work) {
        // A file lock belongs to the whole JVM, so threads need one of their own; see ContentCache.
        synchronized (("stairway-audit:" + file).intern()) {
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel channel = FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!lock.isValid()) {
                        throw new IOException("Lock lost");
                    }
                    return work.with(channel);
                }
            } catch (IOException e) {
                throw ProblemException.setup(
                        "The audit trail cannot be written",
                        file.toString(),
                        e.toString(),
                        "Check that the directory is writable and the disk has room, or name another <auditFile>",
                        e);
            }
        }
    }

    private Tail undamaged(Tail tail) {
        if (tail.damage().isEmpty()) {
            return tail;
        }
        throw ProblemException.setup(
                "The audit trail is damaged, so nothing is added to it",
                file.toString(),
                tail.damage(),
                "Look at it with the goal verify-audit. Keep the file as it is under another name, find out who changed"
                        + " it, and let a new one begin",
                null);
    }
}
