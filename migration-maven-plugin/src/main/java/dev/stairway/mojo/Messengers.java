package dev.stairway.mojo;

import dev.stairway.alert.Alert;
import dev.stairway.alert.Courier;
import dev.stairway.alert.Delivery;
import dev.stairway.alert.Patience;
import dev.stairway.alert.Webhook;
import dev.stairway.secret.Secrets;
import java.time.Clock;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Tells webhooks how something ended; what cannot be delivered is a warning and nothing more. */
final class Messengers {

    private final List<Webhook> hooks;
    private final boolean offline;
    private final Log log;
    private final Secrets secrets;
    private final Courier courier = new Courier(Patience.USUAL, Clock.systemUTC());

    /** @param offline true where nothing is sent */
    Messengers(List<Webhook> hooks, boolean offline, Log log, Secrets secrets) {
        this.hooks = List.copyOf(hooks);
        this.offline = offline;
        this.log = log;
        this.secrets = secrets;
    }

    void tell(Alert alert) {
        for (Webhook hook : hooks) {
            if (!hook.wants(alert.kind())) {
                continue;
            }
            if (offline) {
                log.info("No alert is sent to " + hook.place() + ", because Maven is offline");
                continue;
            }
            Delivery delivery = courier.send(hook, alert, secrets.mask());
            if (delivery.delivered()) {
                log.info("Alert sent to " + hook.place());
            } else {
                log.warn("The alert could not be sent to " + hook.place() + ": " + delivery.what()
                        + (delivery.attempts() > 1 ? " (tried " + delivery.attempts() + " times)" : ""));
            }
        }
    }
}
