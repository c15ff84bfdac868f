package dev.stairway.engine.redis;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.engine.ReleaseReads.Read;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.redis.RedisReadFile;
import dev.stairway.script.redis.RedisReadName;
import dev.stairway.script.redis.RedisReadName.Release;
import dev.stairway.script.redis.RedisVersion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files with the commands that releases read with. */
final class ReadFiles {

    private final ChangelogSource source;

    ReadFiles(ChangelogSource source) {
        this.source = source;
    }

    /**
     * What was given for each version.
     *
     * @param known versions of the changelog
     * @throws ProblemException naming the file and what to do about it
     */
    Map<RedisVersion, ReleaseReads> read(Set<RedisVersion> known) {
        Map<RedisVersion, Map<Release, Path>> files = new TreeMap<>();
        for (Path file : source.reads()) {
            RedisReadName name = RedisReadName.of(file.getFileName().toString())
                    .orElseThrow(() -> wrong(
                            "The name of this file cannot be read",
                            file,
                            "it is not " + RedisReadName.SHAPE,
                            "Rename it, for example V007.old-release.redis."));
            if (!known.contains(name.version())) {
                throw wrong(
                        "No migration has version " + name.version(),
                        file,
                        "the changelog " + source.location() + " has " + known,
                        "Name the file after the migration between the two releases.");
            }
            Path other = files.computeIfAbsent(name.version(), version -> new TreeMap<>())
                    .put(name.release(), file);
            if (other != null) {
                throw wrong(
                        "Two files hold the reads of one release",
                        file,
                        "the other one is " + shown(other),
                        "Put all reads of that release into one of them.");
            }
        }
        Map<RedisVersion, ReleaseReads> reads = new TreeMap<>();
        files.forEach((version, both) ->
                reads.put(version, new ReleaseReads(commands(both.get(Release.OLD)), commands(both.get(Release.NEW)))));
        return reads;
    }

    private List<Read> commands(Path file) {
        if (file == null) {
            return List.of();
        }
        String name = shown(file);
        List<Read> reads = RedisReadFile.parse(name, text(file)).stream()
                .map(read -> new Read(name + ":" + read.line(), read.alternatives()))
                .toList();
        if (reads.isEmpty()) {
            throw wrong("This file holds no command", file, "", "Write one command a line, or delete the file.");
        }
        return reads;
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw ProblemException.migrations("A file of reads is not UTF-8", shown(file), "", "Save it as UTF-8.", e);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "A file of reads cannot be read", shown(file), String.valueOf(e), "Check its permissions.", e);
        }
    }

    private ProblemException wrong(String what, Path file, String seen, String next) {
        return ProblemException.migrations(what, shown(file), seen, next, null);
    }

    /** As short as one of the roots allows, so that a report says the same on every machine. */
    private String shown(Path file) {
        return source.roots().stream()
                .filter(file::startsWith)
                .map(root -> root.relativize(file).toString().replace('\\', '/'))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(file.toString());
    }
}
