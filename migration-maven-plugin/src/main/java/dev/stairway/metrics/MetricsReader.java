package dev.stairway.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a document that this version of the plugin wrote, field by field; what is unknown is not left out but refused. */
public final class MetricsReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MetricsReader() {}

    /** @throws ProblemException when it cannot be read */
    public static MetricsDocument read(Path file) {
        try {
            return JSON.readValue(file.toFile(), MetricsDocument.class);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A metrics document cannot be read",
                    file.toString(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "It must be the metrics.json that this version of the plugin wrote, whole and unchanged",
                    e);
        }
    }
}
