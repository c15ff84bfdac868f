package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where an SQLite file is, from a URL that can be read in one way only: no parameter, no URI, no resource, no memory. */
final class SqliteUrl {

    private static final String START = "jdbc:sqlite:";
    private static final Pattern UNUSUAL =
            Pattern.compile("[?#%*\\p{Cntrl}]|^:|^(?i:file|resource|jar|https?):|^[/\\\\]{2}");

    private SqliteUrl() {}

    /**
     * Reads it.
     *
     * @return absolute, without {@code .} and {@code ..}
     * @throws ProblemException when it is not that plain
     */
    static Path parse(String url, String setting) {
        String text = url.strip();
        String file = text.substring(Math.min(START.length(), text.length()));
        if (!text.startsWith(START) || file.isEmpty() || UNUSUAL.matcher(file).find()) {
            throw malformed(setting, "it is no plain path");
        }
        try {
            Path path = Path.of(file);
            if (!path.isAbsolute() || !path.equals(path.normalize())) {
                throw malformed(setting, "the path is relative, or goes up");
            }
            return path;
        } catch (InvalidPathException e) {
            throw malformed(setting, e.getReason());
        }
    }

    private static ProblemException malformed(String setting, String reason) {
        return Lock.HOST.refuses(
                "The URL of the named database does not say plainly where it leads to",
                setting,
                reason,
                "Write " + START + " and the absolute path of a file, for example " + START
                        + "${project.build.directory}/tests.db");
    }
}
