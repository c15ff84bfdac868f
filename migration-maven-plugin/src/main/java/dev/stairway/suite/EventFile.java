package dev.stairway.suite;

import dev.stairway.json.JsonLine;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** {@code events.jsonl}: one line per event, there for readers as soon as it has happened. */
final class EventFile {

    static final String NAME = "events.jsonl";
    private static final String FORMAT = "1.0";

    /** @param at ISO-8601, UTC @param event what happened @param data more about it */
    private record Event(String format, String at, String event, Map<String, Object> data) {}

    private final Path file;
    private final Mask mask;
    private final Clock clock;

    EventFile(Path directory, Mask mask, Clock clock) {
        this.file = directory.resolve(NAME);
        this.mask = mask;
        this.clock = clock;
    }

    /** Begins it anew. */
    void begin(String event, Map<String, Object> data) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        write(event, data, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Adds to it; nothing where nobody began it. */
    void add(String event, Map<String, Object> data) throws IOException {
        if (Files.exists(file)) {
            closeLine();
            write(event, data, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }
    }

    private synchronized void closeLine() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            if (channel.size() == 0 || channel.read(last, channel.size() - 1) != 1 || last.get(0) == '\n') {
                return;
            }
        }
        Files.writeString(file, "\n", StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /**
     * Every line in one call. A kill may still cut that call between two pages of memory (Linux asks for fatal signals there), so
     * that a killed process leaves whole lines and at most the beginning of one; who writes next begins a new line.
     */
    private synchronized void write(String event, Map<String, Object> data, OpenOption... options) throws IOException {
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String line = JsonLine.of(new Event(FORMAT, at, event, data), mask) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel = FileChannel.open(file, options)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
