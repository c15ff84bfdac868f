package dev.stairway.alert;

import dev.stairway.secret.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings messages to webhooks. Tries again where the server or the way to it may recover; follows no redirect, which would
 * carry the message to somebody else; reads nothing of an answer but its status.
 */
public final class Courier {

    private final Patience patience;
    private final Clock clock;

    /** @param clock for the time that is signed */
    public Courier(Patience patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Tells all of them at the same time, so that one which is dead takes no time from the others.
     *
     * @return what became of each, in the same order; when all is delivered or given up, and at the end of all patience in any
     *     case; never throws
     */
    public List<Delivery> send(List<Webhook> hooks, Alert alert, Mask mask) {
        byte[] body = SlackMessage.of(alert, mask);
        long end = System.nanoTime() + patience.all().toNanos();
        List<FutureTask<Delivery>> rounds =
                hooks.stream().map(hook -> begun(hook, body)).toList();
        return rounds.stream().map(round -> delivery(round, end)).toList();
    }

    /** In a thread of its own, since nothing bounds how long a name server takes. */
    private FutureTask<Delivery> begun(Webhook hook, byte[] body) {
        FutureTask<Delivery> round = new FutureTask<>(() -> new Round(hook, body).deliver());
        Thread thread = new Thread(round, "migration-alert");
        thread.setDaemon(true);
        thread.start();
        return round;
    }

    private Delivery delivery(FutureTask<Delivery> round, long end) {
        try {
            return round.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            round.cancel(true);
            return new Delivery(false, patience.attempts(), "no answer within " + seconds(patience.all()));
        } catch (InterruptedException e) {
            round.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery(false, 0, "interrupted");
        } catch (ExecutionException e) {
            return new Delivery(false, 0, e.getCause().toString());
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** All attempts for one message. */
    private final class Round {

        private final Webhook hook;
        private final byte[] body;
        private final String id = UUID.randomUUID().toString();
        private final long end = System.nanoTime() + patience.all().toNanos();
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.each())
                .build();

        private Round(Webhook hook, byte[] body) {
            this.hook = hook;
            this.body = body;
        }

        private Delivery deliver() throws InterruptedException {
            Duration pause = patience.pause();
            for (int attempt = 1; ; attempt++) {
                Answer answer = attempt();
                if (answer.ok()) {
                    return new Delivery(true, attempt, "");
                }
                Duration wait = answer.rest().compareTo(pause) > 0 ? answer.rest() : pause;
                if (!answer.again() || attempt == patience.attempts() || end - System.nanoTime() < wait.toNanos()) {
                    return new Delivery(false, attempt, answer.what());
                }
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
                pause = pause.multipliedBy(2);
            }
        }

        private Answer attempt() throws InterruptedException {
            try {
                HttpResponse<InputStream> response = client.send(request(), BodyHandlers.ofInputStream());
                // Not read: it may be of any length.
                response.body().close();
                return Answer.of(
                        response.statusCode(),
                        response.headers().firstValue("Retry-After").orElse(""));
            } catch (IOException e) {
                return Answer.none(e, patience.each());
            }
        }

        private HttpRequest request() {
            HttpRequest.Builder request = HttpRequest.newBuilder(hook.address())
                    .timeout(patience.each())
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("User-Agent", "migration-maven-plugin")
                    .header("X-Stairway-Delivery", id)
                    .POST(BodyPublishers.ofByteArray(body));
            if (!hook.secret().isEmpty()) {
                String timestamp = Long.toString(clock.instant().getEpochSecond());
                request.header(Signature.TIMESTAMP, timestamp)
                        .header(Signature.HEADER, Signature.of(hook.secret(), timestamp, body));
            }
            return request.build();
        }
    }
}
