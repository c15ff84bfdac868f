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

/** Webhooks of a run. What could not be sent is a warning. */
final class Alerts {

    private final List<Webhook> hooks;
    private final boolean offline;
    private final Log log;
    private final Secrets secrets;
    private final Courier courier = new Courier(Patience.USUAL, Clock.systemUTC());

    /** @param offline true where nothing is sent */
    Alerts(List<Webhook> hooks, boolean offline, Log log, Secrets secrets) {
        this.hooks = List.copyOf(hooks);
        this.offline = offline;
        this.log = log;
        this.secrets = secrets;
    }

    void tell(Alert alert) {
        List<Webhook> wanting =
                hooks.stream().filter(hook -> hook.wants(alert.kind())).toList();
        if (offline) {
            wanting.forEach(hook -> log.info("No alert is sent to " + hook.place() + ", because Maven is offline"));
            return;
        }
        List<Delivery> deliveries = courier.send(wanting, alert, secrets.mask());
        for (int i = 0; i < wanting.size(); i++) {
            log(wanting.get(i), deliveries.get(i));
        }
    }

    private void log(Webhook hook, Delivery delivery) {
        if (delivery.delivered()) {
            log.info("Alert sent to " + hook.place());
        } else {
            log.warn("The alert could not be sent to " + hook.place() + ": " + delivery.what()
                    + (delivery.attempts() > 1 ? " (tried " + delivery.attempts() + " times)" : ""));
        }
    }
}
