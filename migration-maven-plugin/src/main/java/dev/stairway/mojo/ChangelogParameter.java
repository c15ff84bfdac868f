package dev.stairway.mojo;

import dev.stairway.secret.Secrets;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One {@code <changelog>} of the configuration. */
public class ChangelogParameter {

    /** Path relative to a resource directory, to the project, or a resource on the test class path. */
    private String location;

    /** Engine that runs it; default {@code liquibase}. */
    private String engine = "liquibase";

    /** Name in reports; default the location. */
    private String id;

    /** Context expression; default none, which runs everything. */
    private String contexts;

    /** Label filter; default none. */
    private String labels;

    /** Changelog parameters. */
    private Map<String, String> parameters;

    /**
     * Changelog parameters that are secrets, each by where it is: {@code env:NAME}, {@code file:PATH} or {@code server:ID}, the
     * password of a {@code <server>} in {@code settings.xml}. They are hidden in everything that the run writes.
     */
    private Map<String, String> secretParameters;

    /** Settings of the engine, by the names that its own manual gives them; default those of the engine. */
    private Map<String, String> settings;

    /** Files or directories of keys that are there before the first migration of scenario {@code sample}; for Redis. */
    private List<File> data;

    /**
     * Files or directories of commands that the releases before and after a migration read with, named
     * {@code V007.old-release.redis} and {@code V007.new-release.redis}; default those in the directories of {@code data}. For
     * Redis.
     */
    private List<File> reads;

    /** Needed by Maven. */
    public ChangelogParameter() {}

    ChangelogParameter(String location) {
        this.location = location;
    }

    ChangelogParameter(String location, String engine, List<File> data) {
        this.location = location;
        this.engine = engine;
        this.data = data;
    }

    String location() {
        return location;
    }

    String engine() {
        return engine;
    }

    String id() {
        return id == null ? location : id;
    }

    String contexts() {
        return contexts == null ? "" : contexts;
    }

    String labels() {
        return labels == null ? "" : labels;
    }

    Map<String, String> parameters() {
        return parameters == null ? Map.of() : parameters;
    }

    /** Reads the secret parameters, after which they are parameters like others. */
    void reveal(SecretReference reference, Secrets secrets) {
        if (secretParameters == null) {
            return;
        }
        Map<String, String> all = new HashMap<>(parameters());
        secretParameters.forEach((name, where) -> {
            String value = reference.value(name, where);
            secrets.add("the secret parameter " + name, value);
            all.put(name, value);
        });
        parameters = all;
        secretParameters = null;
    }

    Map<String, String> settings() {
        return settings == null ? Map.of() : settings;
    }

    List<Path> data() {
        return data == null ? List.of() : data.stream().map(File::toPath).toList();
    }

    List<Path> reads() {
        return reads == null ? List.of() : reads.stream().map(File::toPath).toList();
    }
}
