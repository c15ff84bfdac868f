package dev.stairway.mojo;

import dev.stairway.alert.Webhook;
import dev.stairway.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Makes webhooks of their parameters. What stands behind the server in an address is a secret from then on. */
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
                URI address = Webhook.address(url);
                secrets.addWhole(key(address));
                hooks.add(new Webhook(
                        address,
                        credentials.find(parameter.credentialSettings()).password(),
                        parameter.least()));
            }
        }
        return hooks;
    }

    /** Path and query; the server's name is told. */
    private static String key(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
