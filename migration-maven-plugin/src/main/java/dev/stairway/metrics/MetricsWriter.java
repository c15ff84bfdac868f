package dev.stairway.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.stairway.json.RecordJson;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes JSON files whole or not at all: to a neighbour first, then renamed. */
public final class MetricsWriter {

    /** The same bytes on every system. */
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private static final JsonFactory JSON = new JsonFactory();

    private MetricsWriter() {}

    /**
     * @param document a record of records, lists, maps, text and numbers
     * @throws ProblemException when the file cannot be written
     */
    public static void write(Record document, Path file) {
        write(document, file, Mask.NONE);
    }

    /**
     * The same without the secrets that this mask hides.
     *
     * @throws ProblemException when the file cannot be written
     */
    public static void write(Record document, Path file, Mask mask) {
        Path neighbour = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                try (OutputStream bytes = Files.newOutputStream(neighbour)) {
                    write(document, bytes, mask);
                }
                Files.move(neighbour, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(neighbour);
            }
        } catch (IOException e) {
            throw ProblemException.setup(
                    "Cannot write " + file.getFileName(),
                    file.toString(),
                    e.toString(),
                    "Check that the directory is writable and the disk has room",
                    e);
        }
    }

    private static void write(Record document, OutputStream bytes, Mask mask) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.setPrettyPrinter(LINES.createInstance());
            new RecordJson(out, mask).write(document);
            out.writeRaw('\n');
        }
    }
}
