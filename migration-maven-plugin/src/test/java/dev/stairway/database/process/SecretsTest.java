package dev.stairway.database.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void secrets_are_256_random_bits() {
        assertThat(Secrets.random()).matches("[0-9a-f]{64}").isNotEqualTo(Secrets.random());
    }

    /** https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values, "abc". */
    @Test
    void the_digest_is_that_of_the_standards_example() {
        assertThat(Secrets.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
