package dev.stairway.backup.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Statements in a file, each ended by a NUL, which no statement can hold. */
final class Statements {

    private static final String END = "\0";

    private Statements() {}

    static void write(Path file, List<String> statements) throws IOException {
        StringBuilder text = new StringBuilder();
        statements.forEach(sql -> text.append(sql).append(END).append('\n'));
        Files.writeString(file, text);
    }

    static List<String> read(Path file) throws IOException {
        return List.of(Files.readString(file).split(END + "\n")).stream()
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
