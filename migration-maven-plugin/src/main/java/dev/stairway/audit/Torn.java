package dev.stairway.audit;

/**
 * The beginning of a record whose writing was interrupted. It stays where it is, and the next record says that it was
 * there.
 *
 * @param bytes how long it is
 * @param digest SHA-256 of it
 */
record Torn(int bytes, String digest) {

    static Torn of(byte[] rest) {
        return new Torn(rest.length, Digests.of(rest));
    }

    /** As the next record writes it. */
    String json() {
        return "\"torn\":{\"bytes\":" + bytes + ",\"sha256\":\"" + digest + "\"},";
    }
}
