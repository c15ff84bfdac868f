package dev.stairway.report.export;

import java.nio.charset.StandardCharsets;

/** Paths as references to be resolved against the root of a repository. */
final class Uris {

    /** What may stand in a path as it is; a colon in the first part would end the name of a scheme. */
    private static final String PLAIN = "-._~!$&'()*+,;=@/";

    private Uris() {}

    /**
     * Percent-encodes a path.
     *
     * @param path relative, with slashes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986, path</a>
     */
    static String relative(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter || PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                uri.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return uri.toString();
    }
}
