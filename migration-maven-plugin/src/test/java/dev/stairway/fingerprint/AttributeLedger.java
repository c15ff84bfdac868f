package dev.stairway.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the fingerprint does with everything that a database says of itself, as {@code ledger.txt} of a dialect tells it.
 *
 * @param whole catalogs that are left out as a whole
 */
public record AttributeLedger(List<Entry> entries, Set<String> whole) {

    /**
     * A column.
     *
     * @param how {@code covered}, {@code by} or {@code ignored}
     * @param why the function or column by which it is seen, or the reason; empty when it is read itself
     */
    public record Entry(String catalog, String column, int from, int until, String how, String why) {

        boolean in(int major) {
            return from <= major && major <= until;
        }
    }

    /** @param dialect name of its package */
    public static AttributeLedger read(String dialect) {
        List<Entry> entries = new ArrayList<>();
        Set<String> whole = new TreeSet<>();
        String catalog = "";
        for (String line : text(dialect).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("  ")) {
                entries.addAll(entries(catalog, line.strip()));
            } else {
                catalog = line.split(" ")[0];
                if (line.startsWith(catalog + " ignored ")) {
                    whole.add(catalog);
                }
            }
        }
        return new AttributeLedger(List.copyOf(entries), whole);
    }

    /** Columns that must be there in this release, of catalogs that are not left out as a whole. */
    public Set<String> columns(int major) {
        return entries.stream()
                .filter(entry -> entry.in(major))
                .map(entry -> entry.catalog() + "." + entry.column())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Entry> entries(String catalog, String line) {
        String how = line.split(" ")[0];
        String rest = line.substring(how.length());
        int colon = rest.indexOf(':');
        String why = rest.substring(0, Math.max(colon, 0)).strip();
        if (how.equals("covered") == colon >= 0
                || !Set.of("covered", "by", "ignored").contains(how)) {
            throw new IllegalArgumentException(catalog + ": " + line);
        }
        return List.of(rest.substring(colon + 1).strip().split(" ")).stream()
                .map(column -> entry(catalog, column, how, why))
                .toList();
    }

    private static Entry entry(String catalog, String column, String how, String why) {
        int at = column.indexOf('@');
        if (at < 0) {
            return new Entry(catalog, column, 0, Integer.MAX_VALUE, how, why);
        }
        String[] range = column.substring(at + 1).split("-", -1);
        int from = range[0].isEmpty() ? 0 : Integer.parseInt(range[0]);
        int until = range[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(range[1]);
        return new Entry(catalog, column.substring(0, at), from, until, how, why);
    }

    private static String text(String dialect) {
        try (InputStream in = AttributeLedger.class.getResourceAsStream(dialect + "/ledger.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
