package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.AttributeLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column of a catalog about which nobody has decided fails here, and so does a decision that is not kept. */
class CatalogLedgerTest {

    private static final AttributeLedger LEDGER = AttributeLedger.read("postgres");

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void every_column_of_every_catalog_is_decided_on(int major) throws SQLException {
        Set<String> live = columns(major);

        assertThat(live).hasSizeGreaterThan(400);
        assertThat(LEDGER.columns(major)).containsExactlyElementsOf(live);
    }

    @Test
    void what_is_said_to_be_read_occurs_in_the_queries() {
        String queries = queries();

        assertThat(LEDGER.entries())
                .filteredOn(entry -> entry.how().equals("covered"))
                .allSatisfy(entry -> assertThat(queries).as(entry.toString()).containsPattern(word(entry.column())));
        assertThat(LEDGER.entries())
                .filteredOn(entry -> entry.how().equals("by"))
                .allSatisfy(entry -> assertThat(queries).as(entry.toString()).containsPattern(word(entry.why())));
    }

    @Test
    void what_is_left_out_has_a_reason() {
        assertThat(LEDGER.entries())
                .filteredOn(entry -> entry.how().equals("ignored"))
                .allSatisfy(entry -> assertThat(entry.why()).contains(" "));
    }

    private static Pattern word(String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
    }

    private static Set<String> columns(int major) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Database database = TestServers.postgres(major).fresh("ledger");
                JdbcSession session = (JdbcSession) database.newSession();
                Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT c.relname, a.attname FROM pg_catalog.pg_class c"
                        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                        + " WHERE c.relkind = 'r' AND c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace")) {
            while (rows.next()) {
                if (!LEDGER.whole().contains(rows.getString(1))) {
                    columns.add(rows.getString(1) + "." + rows.getString(2));
                }
            }
        }
        return columns;
    }

    private static String queries() {
        try (Stream<Path> files = Files.walk(
                Path.of(SqlText.class.getResource("relations.sql").toURI()).getParent())) {
            StringBuilder all = new StringBuilder();
            files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .forEach(file -> all.append(text(file)).append('\n'));
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
