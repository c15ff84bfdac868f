package dev.stairway.secret;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The texts that say a secret as a whole: itself, its bytes in Base64, hexadecimal and decimal, itself read in the wrong
 * charset, backwards. What is written differently character by character is the matter of {@link Spelling}.
 */
final class Forms {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Fewer characters of Base64 are found in any text. */
    private static final int LEAST_BASE64 = 6;

    private final String secret;

    Forms(String secret) {
        this.secret = secret;
    }

    /** All of them, none empty. */
    Set<String> all() {
        Set<String> forms = new LinkedHashSet<>();
        Set<String> plain = plain();
        forms.addAll(plain);
        plain.forEach(text -> forms.add(new StringBuilder(text).reverse().toString()));
        for (byte[] bytes : bytes()) {
            forms.addAll(base64(bytes));
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.ofDelimiter(",0x").formatHex(bytes));
            forms.add(decimal(bytes, false));
            forms.add(decimal(bytes, true));
        }
        forms.removeIf(form -> form.strip().length() < 2);
        return forms;
    }

    /** Itself, composed and decomposed, and as a wrong charset shows it. */
    Set<String> plain() {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(secret.strip());
        forms.add(Normalizer.normalize(secret, Normalizer.Form.NFC));
        forms.add(Normalizer.normalize(secret, Normalizer.Form.NFD));
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(new String(utf8, StandardCharsets.ISO_8859_1));
        forms.add(new String(utf8, WINDOWS));
        forms.add(new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        forms.add(new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        // With replacement characters and question marks for what the charset has not.
        forms.add(new String(utf8, StandardCharsets.US_ASCII));
        forms.add(new String(secret.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        forms.add(new String(secret.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        return forms;
    }

    private List<byte[]> bytes() {
        List<byte[]> bytes = new ArrayList<>();
        bytes.add(secret.getBytes(StandardCharsets.UTF_8));
        bytes.add(secret.getBytes(StandardCharsets.UTF_16LE));
        bytes.add(secret.getBytes(StandardCharsets.UTF_16BE));
        bytes.add(secret.getBytes(StandardCharsets.ISO_8859_1));
        return bytes;
    }

    /** By itself, and what is the same in whatever longer text it is a part of, in three positions. RFC 4648 §4 and §5. */
    private static Set<String> base64(byte[] bytes) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(Base64.getEncoder().encodeToString(bytes));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int first = before == 0 ? 0 : before + 1;
            int last = shifted.length * 8 / 6;
            if (last - first >= LEAST_BASE64) {
                forms.add(whole.substring(first, last));
            }
        }
        Set<String> safe = new LinkedHashSet<>(forms);
        forms.forEach(form -> safe.add(form.replace('+', '-').replace('/', '_')));
        return safe;
    }

    /** As {@code Arrays.toString} writes bytes; spaces are skipped by the reader. */
    private static String decimal(byte[] bytes, boolean signed) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(text.isEmpty() ? "" : ",").append(signed ? b : Byte.toUnsignedInt(b));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
