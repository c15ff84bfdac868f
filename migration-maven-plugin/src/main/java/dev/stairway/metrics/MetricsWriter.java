package dev.stairway.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes JSON files whole or not at all: to a neighbour first, then renamed. */
public final class MetricsWriter {

    private static final ObjectWriter JSON = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writerWithDefaultPrettyPrinter();

    private MetricsWriter() {}

    /** @throws ProblemException when the file cannot be written */
    public static void write(Object document, Path file) {
        Path neighbour = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(neighbour, JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n");
            Files.move(neighbour, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "Cannot write " + file.getFileName(),
                    file.toString(),
                    e.toString(),
                    "Check that the directory is writable and the disk has room",
                    e);
        }
    }
}
