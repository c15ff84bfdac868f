package dev.stairway.report.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a field is, or reads like, when the document leaves it out. */
final class Defaults {

    private Defaults() {}

    static String text(String value) {
        return value == null ? "" : value;
    }

    /** @param line 0 where unknown */
    static String position(String file, int line) {
        return line > 0 && !file.isEmpty() ? file + ":" + line : file;
    }

    static <T> List<T> list(List<T> value) {
        if (value == null) {
            return List.of();
        }
        for (T element : value) {
            if (element == null) {
                return value.stream().filter(Objects::nonNull).toList();
            }
        }
        return value;
    }

    /** Keeps the document's order. */
    static <T> Map<String, T> map(Map<String, T> value) {
        return value == null ? Map.of() : value;
    }
}
