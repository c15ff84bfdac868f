package dev.stairway.report.export;

import java.net.URI;
import java.net.URISyntaxException;

/** Paths as references to be resolved against the root of a repository. */
final class Uris {

    private Uris() {}

    /** @param path relative, with slashes */
    static String relative(String path) {
        try {
            // With a scheme the first segment may hold a colon; it is cut off again.
            return new URI("file", "", "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }
}
