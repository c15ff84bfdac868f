package dev.stairway.backup;

import dev.stairway.backup.Manifest.Entry;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The file format of manifests: lines of a word, a colon and a value. The last line is the digest of those before it, so that
 * the manifest itself tells when it was damaged.
 */
final class ManifestText {

    /** Raise it when an old reader would misunderstand a new file. */
    private static final String FORMAT = "1";

    private static final String END = "end: ";

    private ManifestText() {}

    static String write(Manifest manifest) {
        Origin origin = manifest.origin();
        StringBuilder text = new StringBuilder();
        line(text, "stairway-backup", FORMAT);
        line(text, "tool", origin.tool());
        line(text, "product", origin.product());
        line(text, "server", origin.serverVersion());
        line(text, "taken", origin.taken().toString());
        line(text, "before", origin.before());
        line(text, "growing", origin.growing());
        manifest.directories().forEach(name -> line(text, "directory", name));
        manifest.files().forEach(file -> line(text, "file", file.sha256() + " " + file.bytes() + " " + file.name()));
        return text + END + sha256(text.toString()) + "\n";
    }

    private static void line(StringBuilder text, String word, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        text.append(word).append(": ").append(escaped).append('\n');
    }

    /** @throws ProblemException when it is damaged */
    static Manifest read(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.lastIndexOf("\n" + END) + 1;
            if (end == 0 || !text.equals(text.substring(0, end) + END + sha256(text.substring(0, end)) + "\n")) {
                throw damaged(file, "its last line is not the digest of the lines before it", null);
            }
            return parse(text.substring(0, end));
        } catch (CharacterCodingException | IllegalArgumentException | DateTimeException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw damaged(file, e.toString(), e);
        }
    }

    private static Manifest parse(String text) {
        Map<String, String> values = new HashMap<>();
        List<String> directories = new ArrayList<>();
        List<Entry> files = new ArrayList<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            String word = line.substring(0, Math.max(colon, 0));
            String value = plain(line.substring(colon + 2));
            switch (word) {
                case "directory" -> directories.add(value);
                case "file" -> files.add(entry(value.split(" ", 3)));
                default -> values.put(word, value);
            }
        }
        if (!FORMAT.equals(values.get("stairway-backup"))) {
            throw new IllegalArgumentException(
                    "its format is " + values.get("stairway-backup") + ", and not " + FORMAT);
        }
        return new Manifest(origin(values), directories, files);
    }

    private static Origin origin(Map<String, String> values) {
        return new Origin(
                values.get("tool"),
                values.get("product"),
                values.get("server"),
                Instant.parse(values.get("taken")),
                values.get("before"),
                values.get("growing"));
    }

    private static Entry entry(String[] parts) {
        return new Entry(parts[2], Long.parseLong(parts[1]), parts[0]);
    }

    private static String plain(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                char next = escaped.charAt(++i);
                text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static ProblemException damaged(Path file, String seen, Exception cause) {
        return ProblemException.setup(
                "The manifest of a backup is damaged, so nobody can say whether the backup is whole",
                file.toString(),
                seen,
                "Do not restore from this backup; take another one, or restore from an older one",
                cause);
    }
}
