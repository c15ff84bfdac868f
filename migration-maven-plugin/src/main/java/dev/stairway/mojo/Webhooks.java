package dev.stairway.mojo;

import dev.stairway.alert.Webhook;
import dev.stairway.secret.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Makes webhooks of their parameters. Their addresses are secrets from then on. */
final class Webhooks {

    private final CredentialLookup credentials;
    private final Path base;
    private final Secrets secrets;
    private final Log log;

    /** @param base directory of the project */
    Webhooks(CredentialLookup credentials, Path base, Secrets secrets, Log log) {
        this.credentials = credentials;
        this.base = base;
        this.secrets = secrets;
        this.log = log;
    }

    List<Webhook> of(List<WebhookParameter> parameters) {
        List<Webhook> hooks = new ArrayList<>();
        for (WebhookParameter parameter : parameters) {
            String url = credentials.address(parameter.url(), base);
            if (url.isEmpty()) {
                log.info("No alert is sent to the webhook of " + parameter.url() + ", which is not set");
            } else {
                secrets.add("<url> of <webhook>", url);
                hooks.add(new Webhook(
                        Webhook.address(url),
                        credentials.find(parameter.credentialSettings()).password(),
                        parameter.least()));
            }
        }
        return hooks;
    }
}
