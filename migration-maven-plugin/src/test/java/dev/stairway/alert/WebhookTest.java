package dev.stairway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/key-7f3a",
                "file:///etc/key-7f3a",
                "jar:http://example.com/key-7f3a!/x",
                "key-7f3a",
                "https://ann:key-7f3a@example.com/",
                "https://example.com/?token=key-7f3a",
                "https:///key-7f3a",
                "https://exam ple.com/key-7f3a"
            })
    void an_address_that_cannot_be_used_is_refused_and_not_repeated(String address) {
        assertThatThrownBy(() -> Webhook.address(address))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The address of a webhook cannot be used")
                .hasMessageNotContaining("key-7f3a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.slack.com/services/T0/B0/key-7f3a", "http://localhost:8065/hooks/key-7f3a"})
    void its_text_tells_the_server_alone(String address) {
        Webhook hook = new Webhook(Webhook.address(address), "secret", Kind.FAILURE);

        assertThat(hook.toString()).doesNotContain("key-7f3a", "secret");
        assertThat(address).startsWith(hook.place());
    }

    @Test
    void blanks_around_it_do_not_matter() {
        assertThat(Webhook.address(" https://example.com/x\n")).hasToString("https://example.com/x");
    }
}
