package dev.stairway.engine.script;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a changelog. */
public final class ScriptDirectory {

    private final String location;
    private final Path path;

    private ScriptDirectory(String location, Path path) {
        this.location = location;
        this.path = path;
    }

    /**
     * Looks below the roots in order, then takes the location as it is.
     *
     * @param holds what should be in it, for the message: {@code files named 001_name.up.sql}
     * @throws ProblemException when there is no such directory
     */
    public static ScriptDirectory of(ChangelogSource source, String holds) {
        return Stream.concat(
                        source.roots().stream().map(root -> root.resolve(source.location())),
                        Stream.of(Path.of(source.location())))
                .filter(Files::isDirectory)
                .findFirst()
                .map(found -> new ScriptDirectory(source.location(), found))
                .orElseThrow(() -> ProblemException.setup(
                        "The directory of the changelog is not there",
                        source.location(),
                        "no such directory below "
                                + source.roots().stream().map(Path::toString).toList(),
                        "Give the directory that holds " + holds + ".",
                        null));
    }

    /** A directory inside. */
    public ScriptDirectory in(String name) {
        return new ScriptDirectory(location + "/" + name, path.resolve(name));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** As the user named it. */
    public String location() {
        return location;
    }

    /** A file in it as messages and reports name it. */
    public String nameOf(String file) {
        return location + "/" + file;
    }

    /** True when a file of this name is there. */
    public boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    /** Names of its files, in the order of their characters. */
    public List<String> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A directory of migrations cannot be read",
                    location,
                    String.valueOf(e),
                    "Check that it is there, and its permissions.",
                    e);
        }
    }

    /** The text of a file of it; every byte must mean something in the character set. */
    public String text(String file, Charset charset) {
        try {
            return Files.readString(path.resolve(file), charset);
        } catch (CharacterCodingException e) {
            throw ProblemException.migrations(
                    "A script is not " + charset, nameOf(file), "", "Save it as " + charset + ".", e);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A script cannot be read", nameOf(file), String.valueOf(e), "Check its permissions.", e);
        }
    }
}
