package dev.stairway.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something that the fingerprints of a product do not see; every report says so.
 *
 * @param what for people: {@code the connection of a subscription}
 * @param reason why it is left out
 */
public record Limit(String what, String reason) {

    /** @param dialect name of its package, which has them in {@code limits.txt}, one a line */
    static List<Limit> of(String dialect) {
        try (InputStream in = Limit.class.getResourceAsStream(dialect + "/limits.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Limit(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
