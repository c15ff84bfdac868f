package dev.stairway.engine.liquibase;

import dev.stairway.script.IncludePosition;
import dev.stairway.script.IncludePositions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** Finds the include of a file that is not there: Liquibase names the file, but not who asked for it. */
final class MissingInclude {

    private static final Pattern MESSAGE = Pattern.compile("The file '?(.+?)'? was not found|for includeAll '(.+?)'");

    private final ResourceAccessor resources;
    private final Path missing;
    private final Set<Path> seen = new HashSet<>();

    private MissingInclude(ResourceAccessor resources, String missing) {
        this.resources = resources;
        this.missing = path(missing);
    }

    /** File and line of the include; empty when the failure is about something else, or none is found. */
    static Optional<String> place(String root, Throwable broken, ResourceAccessor resources) {
        Matcher message = MESSAGE.matcher(Failures.reason(broken));
        if (!message.find()) {
            return Optional.empty();
        }
        String missing = message.group(1) == null ? message.group(2) : message.group(1);
        try {
            return new MissingInclude(resources, missing).in(path(root));
        } catch (InvalidPathException noPathHere) {
            // What is written there is no path on this system; the position is an extra.
            return Optional.empty();
        }
    }

    private Optional<String> in(Path file) {
        String name = file.toString().replace('\\', '/');
        for (IncludePosition include : IncludePositions.in(name, text(name))) {
            Path written = path(include.path());
            Path target = include.relative() ? file.resolveSibling(written).normalize() : written;
            if (target.equals(missing) || written.equals(missing)) {
                return Optional.of(name + ":" + include.line());
            }
            Optional<String> deeper = seen.add(target) ? in(target) : Optional.empty();
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static Path path(String written) {
        return Path.of(written.replaceFirst("^classpath:/*", "")).normalize();
    }

    /** Empty for a directory, and for what cannot be read: the position is an extra. */
    private String text(String file) {
        try {
            Resource resource = resources.get(file);
            if (!resource.exists() || !file.contains(".")) {
                return "";
            }
            try (InputStream stream = resource.openInputStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            return "";
        }
    }
}
