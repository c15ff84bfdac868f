package dev.stairway.engine.liquibase;

import dev.stairway.engine.ChangelogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes changelogs into a test's directory. */
record Changelogs(Path directory) {

    static final String XML_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    /** The first changeSet written with {@link #xml} starts in the line after this one. */
    static final int XML_HEAD_LINES = 5;

    ChangelogSource write(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return source(file);
    }

    ChangelogSource xml(String file, String body) {
        return write(file, XML_HEAD + body + "</databaseChangeLog>\n");
    }

    ChangelogSource sql(String file, String body) {
        return write(file, "--liquibase formatted sql\n" + body);
    }

    ChangelogSource source(String file) {
        return source(file, Map.of(), "", "");
    }

    ChangelogSource source(String file, Map<String, String> parameters, String contexts, String labels) {
        return new ChangelogSource(
                file, List.of(directory), Changelogs.class.getClassLoader(), parameters, contexts, labels);
    }
}
