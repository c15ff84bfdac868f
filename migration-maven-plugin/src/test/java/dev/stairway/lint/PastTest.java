package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastTest {

    private final Past one = new Past().then(List.of(migration("1"), migration("2")));
    private final List<String> shown = new ArrayList<>();

    @Test
    void each_migration_is_shown_once_however_many_releases_follow() {
        assertThat(ids(one)).containsExactly("1", "2");
        Past two = one.then(List.of(migration("3")));
        assertThat(ids(two)).containsExactly("1", "2", "3");
        assertThat(ids(two)).containsExactly("1", "2", "3");
        assertThat(shown).containsExactly("1", "2", "3");
    }

    @Test
    void a_release_that_is_over_knows_nothing_of_later_ones() {
        Past two = one.then(List.of(migration("3")));
        assertThat(ids(two)).hasSize(3);
        assertThat(ids(one)).containsExactly("1", "2");
        assertThat(one.migrations()).extracting(MigrationView::id).containsExactly("1", "2");
        assertThat(two.migrations()).hasSize(3);
    }

    @Test
    void lessons_of_two_keys_are_two() {
        assertThat(ids(one)).hasSize(2);
        StringBuilder text = one.learn("other", StringBuilder::new, (known, migration) -> known.append(migration.id()));
        assertThat(text).hasToString("12");
    }

    @Test
    void a_past_has_one_future() {
        one.then(List.of());
        one.then(List.of(migration("3")));
        assertThatThrownBy(() -> one.then(List.of(migration("4")))).isInstanceOf(IllegalStateException.class);
    }

    private List<String> ids(Past past) {
        List<String> learned = past.learn(PastTest.class, ArrayList::new, (ids, migration) -> {
            shown.add(migration.id());
            ids.add(migration.id());
        });
        return learned;
    }

    private static MigrationView migration(String id) {
        Migration migration = new Migration(
                id, id, "", "f", 1, "", "", Migration.Rollback.MISSING, false, true, "", Optional.empty());
        MigrationStatements said =
                new MigrationStatements(migration, List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
        return new MigrationView("flyway", said, List.of(), List.of(), false);
    }
}
