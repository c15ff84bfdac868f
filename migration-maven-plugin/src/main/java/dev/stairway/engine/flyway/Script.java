package dev.stairway.engine.flyway;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that Flyway found.
 *
 * @param resource Flyway's object
 * @param fileName without a folder
 * @param path relative to its location
 * @param file as people name it: relative to the root that holds it, or on the class path
 * @param source true when it lies in one of the directories that people edit
 */
record Script(Object resource, String fileName, String path, String file, boolean source) {

    /** @param roots in the order in which they are tried */
    static Script of(Object resource, List<Path> roots, List<Path> sources) {
        String path = Reflect.text(resource, "getRelativePath");
        String onDisk = Reflect.text(resource, "getAbsolutePathOnDisk");
        String absolute = Reflect.text(resource, "getAbsolutePath");
        boolean source = !onDisk.contains("!")
                && !onDisk.isEmpty()
                && sources.stream().anyMatch(directory -> Path.of(onDisk).startsWith(directory));
        String file = source ? below(roots, Path.of(onDisk)) : absolute;
        return new Script(resource, Reflect.text(resource, "getFilename"), path, file, source);
    }

    private static String below(List<Path> roots, Path file) {
        return roots.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .filter(file::startsWith)
                .findFirst()
                .map(root -> root.relativize(file).toString().replace('\\', '/'))
                .orElse(file.toString());
    }

    String text() {
        try (Reader reader = (Reader) Reflect.call(resource, "read")) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when it holds nothing but comments. */
    boolean isEmpty() {
        return text().replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("--[^\\n]*", " ")
                .replaceAll("[\\s;\\uFEFF]+", "")
                .isEmpty();
    }
}
