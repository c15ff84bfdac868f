package dev.stairway.engine.redis;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.redis.RedisFileName;
import dev.stairway.script.redis.RedisScript;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the directory of a changelog. */
final class ScriptFolder {

    private final String location;
    private final Path directory;

    private ScriptFolder(String location, Path directory) {
        this.location = location;
        this.directory = directory;
    }

    /** @throws ProblemException when none of the roots has the directory */
    static ScriptFolder of(ChangelogSource source) {
        return Stream.concat(
                        source.roots().stream().map(root -> root.resolve(source.location())),
                        Stream.of(Path.of(source.location())))
                .filter(Files::isDirectory)
                .findFirst()
                .map(found -> new ScriptFolder(source.location(), found))
                .orElseThrow(() -> ProblemException.setup(
                        "The Redis changelog is not there",
                        source.location(),
                        "no such directory below "
                                + source.roots().stream().map(Path::toString).toList(),
                        "Give the directory that holds files named " + RedisFileName.SHAPE + ".",
                        null));
    }

    /** Every script, in the order of the names. */
    List<RedisScript> read() {
        List<RedisScript> scripts = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            if (Files.isDirectory(file)) {
                refuseNested(file);
            } else if (RedisFileName.of(name).isPresent()) {
                scripts.add(RedisScript.of(RedisFileName.of(name).get(), location + "/" + name, text(file)));
            } else if (RedisFileName.looksMeant(name)) {
                throw unreadable(name);
            }
        }
        return scripts;
    }

    private void refuseNested(Path folder) {
        for (Path file : files(folder)) {
            if (RedisFileName.of(file.getFileName().toString()).isPresent()) {
                throw ProblemException.migrations(
                        "A migration lies in a folder of its own, where it is not read",
                        location + "/" + directory.relativize(file),
                        "",
                        "Move it to " + location + ".",
                        null);
            }
        }
    }

    private ProblemException unreadable(String name) {
        return ProblemException.migrations(
                "The name of this file cannot be read",
                location + "/" + name,
                name + " is not " + RedisFileName.SHAPE,
                "Rename it, for example V007__update_session_key_format.up.lua, or move it elsewhere.",
                null);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The Redis changelog cannot be read",
                    folder.toString(),
                    String.valueOf(e),
                    "Check its permissions.",
                    e);
        }
    }

    private String text(Path file) {
        String name = location + "/" + file.getFileName();
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw ProblemException.migrations("A script is not UTF-8", name, "", "Save it as UTF-8.", e);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A script cannot be read", name, String.valueOf(e), "Check its permissions.", e);
        }
    }
}
