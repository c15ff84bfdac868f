package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Fingerprinters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every attribute that the queries of the fingerprint read is named by a planted case, which is missed when the attribute
 * is no longer read.
 */
class PlantedAttributesTest {

    /** An element of a query's list that is a label: a text, followed by its value. */
    private static final Pattern LABEL =
            Pattern.compile("(?m)^(?:SELECT [^\\n]*ARRAY\\[\\n)?  '([a-z][^']*|#(?:list|secret) [^']*)', ");

    /** What a plain server in a test has no means to plant. */
    private static final Set<String> NOT_PLANTED = Set.of(
            // An index is not ready or not live for the moment in which it is built or dropped concurrently.
            "ready",
            "live",
            // Only a deferrable constraint has such an index, and its definition tells.
            "immediate",
            // A tablespace needs a directory of the server.
            "tablespace",
            // The walk could not drop and make again a database that refuses connections or is a template.
            "connections",
            "template",
            // An extension with files in the server; a plain one has none but PL/pgSQL.
            "configuration tables",
            "configuration filters",
            "schema",
            // The database of a subscription cannot be dropped and made again; see SharedObjectsTest.
            "slot",
            "synchronous commit",
            "publications",
            "binary",
            "streaming",
            "disable on error",
            "password required",
            "run as owner",
            "origin",
            "failover",
            // No provider of labels is in a plain server; see SharedObjectsTest.
            "labels");

    @Test
    void every_attribute_is_named_by_a_case() {
        List<String> named = SqlCases.of("postgresql").stream()
                .filter(planted -> planted.gap().isEmpty())
                .flatMap(planted -> planted.findings().stream())
                .map(SqlCase.Expected::start)
                .toList();
        Set<String> labels = labels();

        assertThat(labels).hasSizeGreaterThan(100).containsAll(NOT_PLANTED);
        assertThat(labels)
                .filteredOn(label -> !NOT_PLANTED.contains(label))
                .allSatisfy(label -> assertThat(named).anyMatch(start -> names(start, label)));
    }

    /** {@code table t: options}, {@code unique constraint u on t: index options} or {@code cluster objects: role r login}. */
    private static boolean names(String start, String label) {
        String attribute = start.substring(start.lastIndexOf(": ") + 1).strip();
        return attribute.equals(label)
                || attribute.equals("index " + label)
                || start.startsWith("cluster objects: ") && attribute.endsWith(" " + label);
    }

    private static Set<String> labels() {
        try (Stream<Path> files = Files.walk(Path.of(Fingerprinters.class
                        .getResource("postgres/relations.sql")
                        .toURI())
                .getParent())) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .flatMap(PlantedAttributesTest::labels)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> labels(Path file) {
        try {
            return LABEL.matcher(Files.readString(file)).results().map(PlantedAttributesTest::label);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(MatchResult match) {
        return match.group(1).replaceFirst("^#(list|secret) ", "");
    }
}
