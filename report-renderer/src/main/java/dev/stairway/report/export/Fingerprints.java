package dev.stairway.report.export;

import dev.stairway.report.document.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names a finding so that it keeps its name when lines move: by its rule, migration, database and first sentence, which holds
 * the names of what it is about. The same once more is counted.
 */
final class Fingerprints {

    private final Map<String, Integer> seen = new HashMap<>();

    String of(Finding finding) {
        String name = String.join(
                "\n",
                finding.rule(),
                finding.changelog(),
                finding.migration(),
                finding.database(),
                finding.scenario(),
                finding.title());
        int times = seen.merge(name, 1, Integer::sum);
        return digest(times == 1 ? name : name + "\n" + times);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
