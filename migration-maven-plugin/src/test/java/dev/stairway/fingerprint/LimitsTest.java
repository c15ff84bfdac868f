package dev.stairway.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a ledger leaves out is told in every report, or follows from what is read. */
class LimitsTest {

    private static final Pattern REASON = Pattern.compile("(?m)^(?!#).* ?ignored ([^:\\n]+)");

    /** Nothing that anybody could miss. */
    private static final Set<String> NO_LOSS = Set.of(
            "follows from the objects themselves",
            "values of rows that are older than the column, read as data",
            "true of catalogs only",
            "transient, while a table is rewritten",
            "transient, for older snapshots",
            "the row type of the table",
            "the operator family says it",
            "the default itself is read",
            "said by the control file of its version",
            "how values lie, which the type says",
            "given by provider and locale",
            "counted from the objects that are read themselves",
            "bookkeeping of the server",
            "ages of transactions",
            "progress of replication",
            "where the pages lie",
            "says where the file is",
            "in which order they were made",
            "does something and tells nothing",
            "counts changes of any kind",
            "counted from the columns that are read themselves");

    @Test
    void what_the_ledgers_leave_out_is_told_or_is_no_loss() throws IOException {
        assertThat(untold("postgres", "postgresql")).isSubsetOf(NO_LOSS);
        assertThat(untold("sqlite", "sqlite")).isSubsetOf(NO_LOSS);
        Set<String> both = untold("postgres", "postgresql");
        both.addAll(untold("sqlite", "sqlite"));
        assertThat(both).containsExactlyInAnyOrderElementsOf(NO_LOSS);
    }

    @Test
    void every_product_has_limits_with_a_reason() {
        for (String product : Set.of("postgresql", "sqlite", "h2", "mariadb", "mysql", "unknown", "redis", "valkey")) {
            assertThat(Fingerprinters.limits(product))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(limit -> assertThat(limit.reason()).isNotBlank());
        }
    }

    /** Reasons in the ledger that no limit gives. */
    private static Set<String> untold(String dialect, String product) throws IOException {
        try (InputStream in = LimitsTest.class.getResourceAsStream(dialect + "/ledger.txt")) {
            Set<String> told =
                    Fingerprinters.limits(product).stream().map(Limit::reason).collect(Collectors.toSet());
            return REASON.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(LimitsTest::reason)
                    .filter(reason -> !told.contains(reason))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String reason(MatchResult match) {
        return match.group(1).strip();
    }
}
