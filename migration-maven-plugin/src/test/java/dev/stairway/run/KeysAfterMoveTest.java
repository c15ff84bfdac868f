package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Position;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.judge.KeyMap;
import dev.stairway.judge.KeysAfterDown;
import dev.stairway.judge.KeysAfterUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What depends on the server's clock, and what hardly happens on a server, with keys that are made up. */
class KeysAfterMoveTest {

    private static final long TOLERANCE = 1000;

    private final TreeMap<String, Key> before = new TreeMap<>();
    private final TreeMap<String, Key> after = new TreeMap<>();

    private static KeyMap map(String... mappings) {
        return new KeyMap(new Migration(
                "1",
                "1",
                "",
                "1.lua",
                1,
                "",
                "",
                Migration.Rollback.WRITTEN,
                false,
                false,
                "",
                Optional.empty(),
                List.of(mappings).stream().map(KeyMapping::parse).toList(),
                ReleaseReads.NONE,
                new Position("1.lua", 1)));
    }

    private static Key key(long expiryMillis) {
        return new Key("a:{id}", "string", Map.of("value", new Digest(1, 1)), expiryMillis);
    }

    private static KeySnapshot at(long now, TreeMap<String, Key> keys) {
        return new KeySnapshot(new TreeMap<>(keys), now, TOLERANCE);
    }

    private List<String> up(String... mappings) {
        return KeysAfterUp.faults(map(mappings), at(0, before), at(5000, after)).stream()
                .map(fault -> fault.rule().id() + " " + fault.text())
                .toList();
    }

    private List<String> down() {
        return KeysAfterDown.faults(
                        map("a:{id} -> b:{id}"), at(0, new TreeMap<>()), at(0, before), at(5000, after), List.of())
                .stream()
                .map(fault -> fault.rule().id() + " " + fault.text())
                .toList();
    }

    @Test
    void a_key_whose_time_came_is_not_lost_on_the_way_up() {
        before.put("a:1", key(5000));
        assertThat(up("a:{id} -> b:{id}")).isEmpty();
    }

    @Test
    void a_key_whose_time_is_still_to_come_is_lost_on_the_way_up() {
        before.put("a:1", key(5001));
        assertThat(up("a:{id} -> b:{id}")).containsExactly("mapping-loses-keys a:1 is lost: there is no b:1 now");
    }

    @Test
    void a_key_whose_time_came_is_not_lost_on_the_way_down() {
        before.put("b:1", key(5000));
        assertThat(down()).isEmpty();
    }

    @Test
    void a_key_that_stays_is_lost_on_the_way_down() {
        before.put("b:1", key(Key.NEVER));
        assertThat(down())
                .containsExactly("mapping-loses-keys b:1, which the new release wrote, is lost: there is no a:1 now");
    }

    @Test
    void moments_of_expiry_within_the_tolerance_are_one() {
        before.put("a:1", key(90_000));
        after.put("b:1", key(90_000 + TOLERANCE));
        assertThat(up("a:{id} -> b:{id}")).isEmpty();
    }

    @Test
    void moments_of_expiry_beyond_the_tolerance_are_two() {
        before.put("a:1", key(90_000));
        after.put("b:1", key(90_001 + TOLERANCE));
        assertThat(up("a:{id} -> b:{id}"))
                .containsExactly(
                        "mapping-changes-expiry a:1 -> b:1: expiry was 1970-01-01T00:01:30Z, is 1970-01-01T00:01:31.001Z");
    }

    @Test
    void a_moment_that_is_declared_changed_is_not_compared() {
        before.put("a:1", key(90_000));
        after.put("b:1", key(Key.NEVER));
        assertThat(up("a:{id} -> b:{id} ttl changed")).isEmpty();
    }

    @Test
    void the_first_mapping_that_speaks_of_a_key_holds() {
        before.put("a:1", key(Key.NEVER));
        after.put("b:1", key(Key.NEVER));
        assertThat(up("a:1 -> b:1", "a:{id} -> c:{id}")).isEmpty();
    }

    @Test
    void bytes_that_cannot_be_printed_are_shown_as_numbers() {
        before.put("a:\u0001", key(Key.NEVER));
        assertThat(up("a:{id} -> b:{id}"))
                .containsExactly("mapping-loses-keys a:\\x01 is lost: there is no b:\\x01 now");
    }

    @Test
    void a_target_that_is_already_what_it_shall_become_is_not_overwritten() {
        before.put("a:1", key(Key.NEVER));
        before.put("b:1", key(Key.NEVER));
        after.put("b:1", key(Key.NEVER));
        assertThat(up("a:{id} -> b:{id}")).isEmpty();
    }
}
