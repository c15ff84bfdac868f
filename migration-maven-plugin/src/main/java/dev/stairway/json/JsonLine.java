package dev.stairway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A JSON object on one line, in ASCII alone: no text in it, be it cut in two or a lone surrogate, makes it unreadable. */
public final class JsonLine {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLine() {}

    /**
     * Writes one.
     *
     * @param object a record or map of records, lists, maps, text and numbers
     * @param mask hides secrets in every text
     * @return without a line break
     */
    public static String of(Object object, Mask mask) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new RecordJson(out, mask).write(object);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes whatever is written", e);
        }
        return text.toString();
    }
}
