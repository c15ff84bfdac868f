package dev.stairway.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that {@code pg_dump -s} writes, object by object in no order. Its random key of every run is left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgdump.html">pg_dump</a>
 */
final class CaseDump implements CaseOracle {

    static final String ROLE = "case_dump";
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

    private final String password = UUID.randomUUID().toString();

    /** Major version of the program in the PATH, which dumps this release and older ones; 0 when there is none. */
    static int version() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version").start();
            Matcher matcher =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException notThere) {
            return 0;
        }
    }

    @Override
    public String name() {
        return "pg_dump -s";
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + ROLE);
            statement.execute("CREATE ROLE " + ROLE + " LOGIN SUPERUSER PASSWORD '" + password + "'");
        }
    }

    @Override
    public State look(Connection connection, List<SqlCase> cases) throws SQLException {
        URI url = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_database()")) {
            row.next();
            String dump = dump(url, row.getString(1));
            return new CaseLines(
                    List.of(dump.replaceAll("(?m)^\\\\(un)?restrict .*\n", "").split("\n--\n-- (?=Name: )")));
        }
    }

    private String dump(URI url, String database) {
        ProcessBuilder program = new ProcessBuilder(
                "pg_dump",
                "-s",
                "-h",
                url.getHost(),
                "-p",
                Integer.toString(url.getPort()),
                "-U",
                ROLE,
                "-d",
                database);
        program.environment().put("PGPASSWORD", password);
        program.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = program.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pg_dump ended with " + process.exitValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
