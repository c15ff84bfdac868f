package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Digest;
import org.junit.jupiter.api.Test;

class ExpiryMemoryTest {

    private static final Digest KEY = new Digest(1, 2);

    private final ExpiryMemory memory = new ExpiryMemory(1000, key -> KeyState.NEVER);

    @Test
    void a_moment_within_the_tolerance_counts_as_the_one_that_was_there() {
        assertThat(memory.canonical(KEY, 51_000, 50_000)).isEqualTo(50_000);
        assertThat(memory.canonical(KEY, 49_000, 50_000)).isEqualTo(50_000);
    }

    @Test
    void a_moment_outside_counts_as_itself() {
        assertThat(memory.canonical(KEY, 51_001, 50_000)).isEqualTo(51_001);
        assertThat(memory.canonical(KEY, 48_999, 50_000)).isEqualTo(48_999);
    }

    @Test
    void no_expiry_is_near_to_no_moment() {
        assertThat(memory.canonical(KEY, KeyState.NEVER, 500)).isEqualTo(KeyState.NEVER);
        assertThat(memory.canonical(KEY, 500, KeyState.NEVER)).isEqualTo(500);
    }

    @Test
    void small_steps_do_not_add_up_unseen() {
        long present = 50_000;
        for (long read = 50_900; read <= 51_800; read += 900) {
            present = memory.canonical(KEY, read, present);
        }
        assertThat(present).isEqualTo(51_800);
    }

    @Test
    void a_key_that_comes_back_gets_its_first_moment_even_after_many_others() {
        for (long moment = 100_000; moment < 3_000_000; moment += 100_000) {
            memory.remember(KEY, moment);
        }
        assertThat(memory.canonical(KEY, 100_003, KeyState.NEVER)).isEqualTo(100_000);
        assertThat(memory.canonical(KEY, 2_900_003, KeyState.NEVER)).isEqualTo(2_900_000);
        assertThat(memory.canonical(new Digest(1, 3), 100_003, KeyState.NEVER)).isEqualTo(100_003);
    }

    @Test
    void a_reference_elsewhere_counts_where_nothing_nearer_is_known() {
        ExpiryMemory comparable = new ExpiryMemory(1000, key -> key.equals(KEY) ? 70_000 : KeyState.NEVER);
        assertThat(comparable.canonical(KEY, 70_400, KeyState.NEVER)).isEqualTo(70_000);
        assertThat(comparable.canonical(KEY, 71_400, KeyState.NEVER)).isEqualTo(71_400);
    }
}
