package dev.stairway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseNameTest {

    private static final Changelog CHANGELOG = new Changelog(
            "c.xml",
            List.of(migration("a.xml::1::ann", "1"), migration("b.xml::1::ann", "1"), migration("b.xml::2::ann", "2")),
            Map.of("v1.0", "a.xml::1::ann", "v1.1", "b.xml::1::ann"));

    @Test
    void aTagAnIdAndANameAreReleases() {
        assertThat(resolved("v1.1")).isEqualTo("b.xml::1::ann");
        assertThat(resolved("a.xml::1::ann")).isEqualTo("a.xml::1::ann");
        assertThat(resolved("2")).isEqualTo("b.xml::2::ann");
    }

    @Test
    void aPathThatNamesNoneStaysAsItIs() {
        UpgradePath path = UpgradePath.from("p", "");

        assertThat(ReleaseName.resolve(path, CHANGELOG)).isEqualTo(path);
    }

    @Test
    void aNameThatSeveralMigrationsHaveIsToldWithTheirIds() {
        assertThatThrownBy(() -> resolved("1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Several migrations are called 1")
                .hasMessageContaining("a.xml::1::ann, b.xml::1::ann");
    }

    @Test
    void whatComesNearIsToldAndWhatDoesNotIsNot() {
        assertThatThrownBy(() -> resolved("V1.2"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("near it: ")
                .hasMessageContaining("v1.0")
                .hasMessageContaining("v1.1");
        assertThatThrownBy(() -> resolved("summer"))
                .hasMessageNotContaining("near it")
                .hasMessageContaining("tags: ");
    }

    @Test
    void aPathIsWalkedWhereItsDumpAndItsDatabasesFit() {
        DatabaseRequest postgres = DatabaseRequest.parse("postgresql:16");
        UpgradePath any = UpgradePath.from("p", "x");
        UpgradePath dumped = any.dumped(null, "d.sql", "postgresql");

        assertThat(any.covers("shop", DatabaseRequest.parse("sqlite"))).isTrue();
        assertThat(dumped.covers("shop", postgres)).isTrue();
        assertThat(dumped.covers("shop", DatabaseRequest.parse("sqlite"))).isFalse();
        assertThat(any.only("shop", List.of()).covers("billing", postgres)).isFalse();
        assertThat(any.only("", List.of(DatabaseRequest.parse("postgresql"))).covers("shop", postgres))
                .isTrue();
        assertThat(any.only("", List.of(DatabaseRequest.parse("postgresql:17"))).covers("shop", postgres))
                .isFalse();
    }

    private static String resolved(String from) {
        return ReleaseName.resolve(UpgradePath.from("p", from), CHANGELOG).migration();
    }

    private static Migration migration(String id, String name) {
        return new Migration(
                id, name, "ann", "c.xml", 1, "", "", Migration.Rollback.WRITTEN, false, true, "", Optional.empty());
    }
}
