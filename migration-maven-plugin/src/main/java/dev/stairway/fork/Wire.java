package dev.stairway.fork;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.engine.ChangelogSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One end of the conversation: JSON, one object a line. Sending is safe for several threads. */
final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(ChangelogSource.class, WithoutLoader.class);

    private final BufferedReader in;
    private final OutputStream out;
    private final Consumer<String> other;

    /** @param other takes lines that are no message: a JVM in trouble speaks on its standard output */
    Wire(InputStream in, OutputStream out, Consumer<String> other) {
        this.other = other;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    void send(Object object) throws IOException {
        byte[] line = (JSON.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    /** The next object; null at the end. */
    <T> T receive(Class<T> type) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            other.accept(line);
            line = in.readLine();
        }
        try {
            return line == null ? null : JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            // Its message would quote the line, which may hold a secret.
            throw new IOException("not understood: a line that should be a " + type.getSimpleName() + ", "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    @JsonIgnoreProperties("loader")
    private interface WithoutLoader {}
}
