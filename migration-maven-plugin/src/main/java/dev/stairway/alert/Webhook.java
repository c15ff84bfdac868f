package dev.stairway.alert;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.UrlCredentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where alerts go. Its text tells neither the path of the address, which is the key to many a webhook, nor the secret.
 *
 * @param address http or https
 * @param secret that messages are signed with; empty for none
 * @param least mildest kind that is sent
 */
public record Webhook(URI address, String secret, Kind least) {

    /**
     * Checks an address.
     *
     * @throws ProblemException which does not repeat it
     */
    public static URI address(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw problem("it is no URL: " + e.getReason());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw problem("it begins with neither https:// nor http://");
        }
        if (uri.getHost() == null) {
            throw problem("it names no host");
        }
        if (uri.getRawUserInfo() != null || UrlCredentials.in(text)) {
            throw problem("it holds a user or a password");
        }
        return uri;
    }

    /** True when this one is to be told. */
    public boolean wants(Kind kind) {
        return kind.compareTo(least) <= 0;
    }

    /** Scheme, host and port. */
    public String place() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    @Override
    public String toString() {
        return place();
    }

    private static ProblemException problem(String seen) {
        return ProblemException.setup(
                "The address of a webhook cannot be used",
                "<url> of a <webhook>",
                seen,
                "Write https://host/path, or where that stands if it is a secret: env:NAME, file:PATH or server:ID",
                null);
    }
}
