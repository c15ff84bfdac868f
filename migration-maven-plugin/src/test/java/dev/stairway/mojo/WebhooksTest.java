package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.alert.Webhook;
import dev.stairway.secret.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;

/** What the log tells of the address of a webhook: the server, and nothing of what stands behind it. */
class WebhooksTest {

    private final List<String> logged = new ArrayList<>();
    private final Secrets secrets = new Secrets();
    private final Log log = new MaskedLog(
            new SystemStreamLog() {
                @Override
                public void info(CharSequence content) {
                    logged.add(content.toString());
                }
            },
            secrets);

    @Test
    void the_server_is_told_and_the_key_is_not() {
        Webhook hook = hook("https://hooks.slack.com/services/T0/B0/XyZ123");

        log.info("The alert could not be sent to " + hook.place() + ": HTTP 404");
        log.info("POST " + hook.address());

        assertThat(logged)
                .containsExactly(
                        "The alert could not be sent to https://hooks.slack.com: HTTP 404",
                        "POST https://hooks.slack.com***");
    }

    @Test
    void a_key_in_the_query_is_not_told_either() {
        log.info("POST " + hook("https://alerts.example.com/v2?route=0123-4567").address());

        assertThat(logged).containsExactly("POST https://alerts.example.com***");
    }

    @Test
    void other_addresses_of_the_same_server_and_words_of_its_path_stay_readable() {
        hook("https://gitlab.example.com/shop/hooks/migrations");

        log.info("https://gitlab.example.com/shop/-/jobs/17: migrations failed");

        assertThat(logged).containsExactly("https://gitlab.example.com/shop/-/jobs/17: migrations failed");
    }

    @Test
    void an_address_without_a_path_hides_nothing() {
        hook("https://alerts.example.com/");
        hook("https://alerts.example.com");

        log.info("db/changelog/a.sql of https://alerts.example.com/");

        assertThat(logged).containsExactly("db/changelog/a.sql of https://alerts.example.com/");
    }

    private Webhook hook(String url) {
        CredentialLookup credentials = new CredentialLookup(new Settings(), null, Map.of(), secrets);
        WebhookParameter parameter = PomElement.fill(new WebhookParameter(), Map.of("url", url));
        return new Webhooks(credentials, Path.of(""), secrets, log)
                .of(List.of(parameter))
                .get(0);
    }
}
