package dev.stairway.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a trail from its first byte to its last and says what is not as it was written. Cannot tell that records were cut
 * off at the end, nor that somebody wrote the whole trail anew: that takes a {@link Seal} which was kept elsewhere.
 */
public final class ChainCheck {

    /** More are counted, not told: one bad line makes others. */
    private static final int MOST_TOLD = 20;

    /**
     * What was found.
     *
     * @param end last record that is whole
     * @param broken empty when the trail is whole; one line each, with the number of the line in the file
     * @param notes what is no damage but worth knowing
     * @param hashes of all whole records, by their hash
     * @param documents SHA-256 of the metrics documents that they name
     */
    public record Result(
            Seal end, List<String> broken, List<String> notes, Map<String, Long> hashes, Set<String> documents) {

        public boolean isWhole() {
            return broken.isEmpty();
        }
    }

    private final List<String> broken = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> hashes = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final List<byte[]> torn = new ArrayList<>();
    private Seal end = Seal.NONE;
    private long due = 1;
    /** What the next record has to say of the one before; null behind a line that cannot be read. */
    private String before = Seal.NONE.hash();

    private int number;

    private ChainCheck() {}

    /** Checks a file. */
    public static Result of(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new ChainCheck().check(bytes);
        }
    }

    static Result of(InputStream bytes) throws IOException {
        return new ChainCheck().check(bytes);
    }

    private Result check(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            if (b == '\n') {
                line(line.toByteArray());
                line.reset();
            } else {
                line.write(b);
            }
        }
        atEnd(line.toByteArray());
        return new Result(end, told(), List.copyOf(notes), Map.copyOf(hashes), Set.copyOf(documents));
    }

    private void line(byte[] bytes) {
        number++;
        Line line = Line.read(bytes);
        if (line != null) {
            afterTorn(line);
            link(line);
        } else if (Line.isWhole(bytes)) {
            torn.clear();
            unknown();
            bad(number, "is not what was written: its hash does not fit, or its beginning is not that of a record");
        } else {
            torn.add(bytes);
        }
    }

    /** A line that is no record is let pass where the record behind it says that it was torn. */
    private void afterTorn(Line line) {
        int first = number - torn.size();
        Torn found = torn.isEmpty() ? null : Torn.of(Lines.joined(torn));
        if (found != null && !found.equals(line.torn())) {
            unknown();
            bad(first, unreadable(torn.get(0)));
        } else if (found == null && line.torn() != null) {
            bad(
                    number,
                    "says that a torn line of " + line.torn().bytes() + " bytes stood before it, which is not there");
        } else if (found != null && before != null && !Beginning.allOf(end, torn)) {
            bad(first, "is no beginning of the record that is due there, though the next one says so");
        } else if (found != null) {
            notes.add("line " + first + " is the beginning of a record whose writing was interrupted, as record "
                    + line.seal().sequence() + " says");
        }
        torn.clear();
    }

    private static String unreadable(byte[] line) {
        if (line.length == 0) {
            return "is empty";
        }
        return line[line.length - 1] == '\r'
                ? "ends with CR LF: a tool has rewritten the line ends. Let it be (git: '*.jsonl -text' in .gitattributes)"
                : "is no record";
    }

    private void link(Line line) {
        if (line.seal().sequence() != due) {
            bad(number, order(line.seal().sequence(), due));
        } else if (before != null && !line.previous().equals(before)) {
            bad(
                    number,
                    "does not follow the record before it: that one was replaced, or this one comes from elsewhere");
        }
        hashes.put(line.seal().hash(), line.seal().sequence());
        if (!line.document().isEmpty()) {
            documents.add(line.document());
        }
        end = line.seal();
        due = end.sequence() + 1;
        before = end.hash();
    }

    private void unknown() {
        due++;
        before = null;
    }

    private static String order(long sequence, long expected) {
        if (sequence > expected) {
            long missing = sequence - expected;
            return "is record " + sequence + " where " + expected + " is due: "
                    + (missing == 1 ? "one record is missing" : missing + " records are missing")
                    + " before it, or not in its place";
        }
        return "is record " + sequence + " where " + expected + " is due: it is there twice, or not in its place";
    }

    private void atEnd(byte[] rest) {
        if (rest.length > 0) {
            number++;
            bad(number, last(rest));
        } else if (!torn.isEmpty()) {
            bad(number - torn.size() + 1, unreadable(torn.get(0)));
        } else if (number == 0) {
            bad(1, "is not there: the file is empty");
        }
    }

    private String last(byte[] rest) {
        if (Line.isWhole(rest)) {
            return "is the last one and has no end: its line feed is missing";
        }
        torn.add(rest);
        return before == null || Beginning.allOf(end, torn)
                ? "is the last one and torn: the writing of a record was interrupted, or somebody cut it off. The next"
                        + " record will say that it was there"
                : "is the last one and no beginning of the record that is due there: somebody changed it";
    }

    private void bad(int line, String what) {
        broken.add("line " + line + " " + what);
    }

    private List<String> told() {
        if (broken.size() <= MOST_TOLD) {
            return List.copyOf(broken);
        }
        List<String> told = new ArrayList<>(broken.subList(0, MOST_TOLD));
        told.add("and " + (broken.size() - MOST_TOLD) + " more lines");
        return List.copyOf(told);
    }
}
