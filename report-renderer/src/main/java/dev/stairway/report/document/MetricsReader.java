package dev.stairway.report.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads metrics.json: the format version first, then the document with unknown fields ignored. */
public final class MetricsReader {

    /** Major versions are incompatible with each other; a minor version only adds optional fields. */
    public static final String SUPPORTED = "1.0";

    private static final JsonFactory JSON = JsonFactory.builder()
            // The document may quote anything; an error message must not.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private MetricsReader() {}

    /** Throws {@link UnreadableMetricsException} when there is no document of a supported version in the file. */
    public static Metrics read(Path file) {
        return read(file, bytes(file));
    }

    /** @param file what messages call it */
    public static Metrics read(Path file, byte[] bytes) {
        try {
            requireSupported(file, formatVersion(bytes));
            return document(bytes);
        } catch (JsonProcessingException e) {
            throw new UnreadableMetricsException(broken(file, e), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Metrics document(byte[] bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            Metrics metrics = new RecordReader(parser).read(Metrics.class);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the end of the document");
            }
            return metrics;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableMetricsException(
                    "There is no metrics file at " + file
                            + ". It is written by a run that walks the migrations: run mvn migration:verify first.",
                    e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnreadableMetricsException unreadable(Path file, IOException e) {
        return new UnreadableMetricsException(
                "The metrics file " + file + " cannot be read: " + e + ". Check its permissions.", e);
    }

    /** Null when there is none; then it read to the very end, so that a cut-off file is told as such. */
    private static String formatVersion(byte[] bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("formatVersion");
                parser.nextToken();
                if (wanted) {
                    return parser.getValueAsString();
                }
                parser.skipChildren();
            }
        }
        return null;
    }

    private static void requireSupported(Path file, String version) {
        if (version == null) {
            throw new UnreadableMetricsException(
                    file + " has no formatVersion, so it is not a metrics document; this renderer reads " + SUPPORTED
                            + ". Run mvn migration:verify to write one.",
                    null);
        }
        if (!major(version).equals(major(SUPPORTED))) {
            throw new UnreadableMetricsException(
                    file + " has format version " + version + ", but this renderer reads " + SUPPORTED
                            + ". Use one version of migration-maven-plugin for the run and for the report.",
                    null);
        }
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0].trim();
    }

    private static String broken(Path file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return file + " is not a readable metrics document" + where + ": " + e.getOriginalMessage()
                + ". Was its writing cut off? Run mvn migration:verify again.";
    }
}
