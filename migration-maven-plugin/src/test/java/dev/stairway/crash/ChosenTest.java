package dev.stairway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The migrations in which something is killed. */
class ChosenTest {

    private static final List<Migration> ALL = Stream.of("users", "orders", "split-orders", "index")
            .map(ChosenTest::migration)
            .toList();

    @Test
    void theLastOnesUnlessSomeAreNamed() {
        assertThat(chosen(2, List.of()).ids()).containsExactlyInAnyOrder("main::split-orders", "main::index");
        assertThat(chosen(9, List.of()).ids()).hasSize(4);
        assertThat(chosen(1, List.of("*")).ids()).hasSize(4);
        assertThat(chosen(1, List.of("*orders")).ids()).containsExactlyInAnyOrder("main::orders", "main::split-orders");
    }

    @Test
    void whatIsExcludedIsNeverKilledInAndDoesNotCount() {
        CrashOptions options = new CrashOptions(1, List.of(), List.of("*::index"), 1, 2, 0, false);

        Chosen chosen = Chosen.of(ALL, options);

        assertThat(chosen.ids()).containsExactly("main::split-orders");
        assertThat(chosen.excludes(ALL.get(3))).isTrue();
        assertThat(chosen.excludes(ALL.get(2))).isFalse();
    }

    @Test
    void aPatternThatNothingMatchesIsTold() {
        Chosen chosen = chosen(1, List.of("main::users", "main::user", "billing*"));

        assertThat(chosen.ids()).containsExactly("main::users");
        assertThat(chosen.unmatched()).containsExactly("main::user", "billing*");
        assertThat(chosen(1, List.of("*")).unmatched()).isEmpty();
    }

    private static Chosen chosen(int last, List<String> patterns) {
        return Chosen.of(ALL, new CrashOptions(last, patterns, List.of(), 1, 2, 0, false));
    }

    private static Migration migration(String name) {
        return new Migration(
                "main::" + name, name, "", "f.sql", 1, "", "", Rollback.MISSING, false, true, "", Optional.empty());
    }
}
