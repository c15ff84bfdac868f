package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of SQL that the user wrote: those that are configured, or those of the first conventional directory that exists.
 *
 * @param parameter name of the parameter, and of the conventional directory
 * @param what they hold, for messages: {@code A file of assertions does not exist}
 */
record UserFiles(String parameter, String what) {

    /**
     * @param name relative to the project where it lies in it
     * @param text all of it
     */
    record TextFile(String name, String text) {}

    /**
     * All files, in order of configuration and name.
     *
     * @throws ProblemException when a file is not there or cannot be read, or a named directory holds none
     */
    List<TextFile> read(Path base, List<String> configured) {
        List<Path> places = new ArrayList<>();
        if (configured.isEmpty()) {
            Stream.of("src/test/migration/", "src/test/resources/migration/")
                    .map(directory -> base.resolve(directory + parameter))
                    .filter(Files::isDirectory)
                    .limit(1)
                    .forEach(places::add);
        }
        configured.forEach(place -> places.add(asked(base.resolve(place))));
        return places.stream()
                .flatMap(place -> files(place).stream())
                .map(file -> new TextFile(shown(base, file), text(file)))
                .toList();
    }

    /** What is named and holds nothing would pass for something that was done. */
    private Path asked(Path place) {
        if (!Files.exists(place)) {
            throw wrong("A file of " + what + " does not exist", place);
        }
        if (files(place).isEmpty()) {
            throw wrong("A directory of " + what + " holds no file that ends in .sql", place);
        }
        return place;
    }

    private ProblemException wrong(String problem, Path place) {
        return ProblemException.setup(
                problem, place.toString(), "", "Correct <" + parameter + ">; paths are relative to the project", null);
    }

    private List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private ProblemException unreadable(Path place, IOException e) {
        return ProblemException.setup(
                Character.toUpperCase(what.charAt(0)) + what.substring(1) + " cannot be read",
                place.toString(),
                e.toString(),
                "Check the permissions, and that the file is UTF-8",
                e);
    }

    private static String shown(Path base, Path file) {
        return (file.startsWith(base) ? base.relativize(file) : file).toString().replace(File.separatorChar, '/');
    }
}
