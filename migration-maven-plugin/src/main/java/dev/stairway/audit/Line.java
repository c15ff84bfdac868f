package dev.stairway.audit;

import dev.stairway.json.JsonLine;
import dev.stairway.secret.Mask;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record as a line: what the chain needs stands in front, the hash of all that at its end. Read as bytes, since a
 * reader of JSON would take many different bytes for the same.
 *
 * @param seal number and hash
 * @param previous hash of the record before
 * @param torn what the record says of a torn line before it; null for none
 * @param document SHA-256 of the metrics document of its run; empty where that left none
 */
record Line(Seal seal, String previous, Torn torn, String document) {

    static final String FORMAT = "1.0";

    private static final String HASH = ",\"hash\":\"";
    private static final int HASH_LENGTH = 64;
    /** Every record has it behind what the chain needs. */
    private static final String FIRST = "\"operation\":";

    private static final int TAIL = HASH.length() + HASH_LENGTH + 2;

    private static final Pattern HEAD = Pattern.compile("\\{\"format\":\"" + Pattern.quote(FORMAT)
            + "\",\"sequence\":([1-9][0-9]{0,17}),\"previous\":\"([0-9a-f]{64})\","
            + "(?:\"torn\":\\{\"bytes\":(0|[1-9][0-9]{0,8}),\"sha256\":\"([0-9a-f]{64})\"},)?" + FIRST);

    /** A key: within a text its first quotation mark would have a backslash before it. */
    private static final Pattern DOCUMENT =
            Pattern.compile("[{,]\"" + Pattern.quote(AuditRecord.DOCUMENT) + "\":\"([0-9a-f]{64})\"");

    private static final Pattern END = Pattern.compile(HASH + "[0-9a-f]{64}\"}");

    /**
     * The text of the record that comes behind {@code end}.
     *
     * @param torn null for none
     */
    static String text(Seal end, Torn torn, AuditRecord record, Mask mask) {
        String body = JsonLine.of(record, mask);
        if (!body.startsWith("{" + FIRST)) {
            throw new IllegalStateException("a record begins with its operation");
        }
        String text = head(end, torn) + body.substring(1 + FIRST.length(), body.length() - 1);
        return text + end(text);
    }

    /** How that record begins. */
    static String head(Seal end, Torn torn) {
        return "{\"format\":\"" + FORMAT + "\",\"sequence\":" + (end.sequence() + 1) + ",\"previous\":\"" + end.hash()
                + "\"," + (torn == null ? "" : torn.json()) + FIRST;
    }

    /** How a record ends that says this. */
    private static String end(String text) {
        return HASH + Digests.of(text.getBytes(StandardCharsets.US_ASCII)) + "\"}";
    }

    /**
     * True when what stands behind the text of a record, if anything does, is the beginning of the end that belongs to it.
     * In a text that quotation mark would be escaped.
     */
    static boolean endsAsBegun(String line) {
        int text = line.indexOf(HASH);
        return text < 0 || end(line.substring(0, text)).startsWith(line.substring(text));
    }

    /** True when it has the end of a record, be that right or wrong; the beginning of one has none. */
    static boolean isWhole(byte[] line) {
        return line.length > TAIL && END.matcher(tail(line)).matches();
    }

    /** Null when the line is not what was written. */
    static Line read(byte[] line) {
        if (!isWhole(line)) {
            return null;
        }
        String hash = tail(line).substring(HASH.length(), HASH.length() + HASH_LENGTH);
        String text = new String(line, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(text);
        if (!hash.equals(Digests.of(line, 0, line.length - TAIL)) || !head.lookingAt()) {
            return null;
        }
        Torn torn = head.group(3) == null ? null : new Torn(Integer.parseInt(head.group(3)), head.group(4));
        Matcher document = DOCUMENT.matcher(text);
        return new Line(
                new Seal(Long.parseLong(head.group(1)), hash),
                head.group(2),
                torn,
                document.find() ? document.group(1) : "");
    }

    private static String tail(byte[] line) {
        return new String(line, line.length - TAIL, TAIL, StandardCharsets.ISO_8859_1);
    }
}
