package dev.stairway.engine.flyway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** A checksum of a Java migration that has none of its own: the same sum that Flyway takes of SQL, over its class file. */
final class ClassDigest {

    private ClassDigest() {}

    static String of(Class<?> type) {
        String name = type.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            CRC32 sum = new CRC32();
            if (in != null) {
                sum.update(in.readAllBytes());
            }
            return String.valueOf(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
