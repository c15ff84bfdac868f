package dev.stairway.release;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of SQL that a product's own tool has dumped.
 *
 * @param shownAs how messages name it
 * @param product lower-case name
 * @param major version of the server that it was taken from; 0 where the dump does not say
 */
public record Dump(Path file, String shownAs, String product, int major) {

    private static final int HEAD = 16_384;
    private static final Pattern SERVER = Pattern.compile("(?m)^-- Dumped from database version (\\d+)");
    private static final Pattern SQLITE = Pattern.compile("\\A\\s*(PRAGMA foreign_keys=OFF;\\s*)?BEGIN TRANSACTION;");

    /**
     * Looks at its first lines.
     *
     * @throws ProblemException when it cannot be read, or is nothing that can be loaded as SQL
     */
    public static Dump of(Path file, String shownAs) {
        String head = head(file, shownAs);
        if (head.contains("-- PostgreSQL database dump")) {
            Matcher server = SERVER.matcher(head);
            return new Dump(file, shownAs, "postgresql", server.find() ? Integer.parseInt(server.group(1)) : 0);
        }
        if (SQLITE.matcher(head).find()) {
            return new Dump(file, shownAs, "sqlite", 0);
        }
        throw refused(file, shownAs, head);
    }

    private static String head(Path file, String shownAs) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw problem("The dump " + shownAs + " cannot be read", shownAs, e.toString(), "Correct <dump>");
        }
    }

    private static ProblemException refused(Path file, String shownAs, String head) {
        String plain =
                "Write it as SQL: pg_dump --format=plain --no-owner --no-privileges database > " + file.getFileName();
        if (head.startsWith("PGDMP")) {
            return problem("The dump " + shownAs + " is in PostgreSQL's custom format, not SQL", shownAs, "", plain);
        }
        if (head.startsWith("\u001f\u008b")) {
            return problem(
                    "The dump " + shownAs + " is packed", shownAs, "", "Unpack it: gunzip " + file.getFileName());
        }
        if (head.contains("-- PostgreSQL database cluster dump")) {
            return problem("The dump " + shownAs + " is one of a whole server (pg_dumpall)", shownAs, "", plain);
        }
        if (head.startsWith("SQLite format 3")) {
            return problem(
                    "The dump " + shownAs + " is a database file of SQLite, not SQL",
                    shownAs,
                    "",
                    "Write it as SQL: sqlite3 database.db .dump > release.sql");
        }
        return problem(
                "What the dump " + shownAs + " is of cannot be told",
                shownAs,
                "it starts with: "
                        + head.lines()
                                .filter(line -> !line.isBlank())
                                .findFirst()
                                .orElse("nothing"),
                "Use what pg_dump --format=plain or SQLite's .dump has written, with its first lines; for other databases"
                        + " name the release's last migration in <from> and leave <dump> out");
    }

    private static ProblemException problem(String what, String shownAs, String seen, String next) {
        return ProblemException.setup(what, "<dump> of the <upgradePath>: " + shownAs, seen, next, null);
    }
}
