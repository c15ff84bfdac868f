package dev.stairway.secret;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A secret in everything that programs make of one; written without a look at how the product finds them. */
public final class Encodings {

    private Encodings() {}

    /** By the names of the encodings. */
    public static Map<String, String> of(String secret) {
        Map<String, String> all = new LinkedHashMap<>();
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        all.put("plain", secret);
        all.put("upper case", secret.toUpperCase(Locale.ROOT));
        all.put("lower case", secret.toLowerCase(Locale.ROOT));
        all.put("form of a page", url);
        all.put("path of a URL", url.replace("+", "%20"));
        all.put("every byte in per cent", bytes(utf8, "%%%02X"));
        all.put("every byte in per cent, lower", bytes(utf8, "%%%02x"));
        all.put("URL twice", URLEncoder.encode(bytes(utf8, "%%%02X"), StandardCharsets.UTF_8));
        all.put("Base64", Base64.getEncoder().encodeToString(utf8));
        all.put("Base64 without padding", Base64.getEncoder().withoutPadding().encodeToString(utf8));
        all.put("Base64 for URLs", Base64.getUrlEncoder().encodeToString(utf8));
        for (String user : new String[] {"a", "ab", "abc"}) {
            all.put("Base64 of " + user + ":secret", base64(user + ":" + secret, StandardCharsets.UTF_8));
        }
        all.put("Base64 of UTF-16", base64(secret, StandardCharsets.UTF_16LE));
        all.put(
                "Base64 in lines",
                Base64.getMimeEncoder(8, "\r\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(utf8));
        all.put("Base64 in a URL", URLEncoder.encode(base64(secret, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        all.put("hexadecimal", HexFormat.of().formatHex(utf8));
        all.put("hexadecimal, upper", HexFormat.of().withUpperCase().formatHex(utf8));
        all.put("hexadecimal with colons", HexFormat.ofDelimiter(":").formatHex(utf8));
        all.put("hexadecimal with spaces", HexFormat.ofDelimiter(" ").formatHex(utf8));
        all.put("bytea of PostgreSQL", "\\x" + HexFormat.of().formatHex(utf8));
        all.put("bytes of Java", Arrays.toString(utf8));
        all.put(
                "characters of Java",
                "["
                        + String.join(
                                ", ",
                                secret.codePoints()
                                        .mapToObj(Character::toString)
                                        .toList()) + "]");
        all.put("JSON", characters(secret, c -> String.format("\\u%04x", c)));
        all.put("JSON, upper", characters(secret, c -> String.format("\\u%04X", c)));
        all.put("JSON in JSON", characters(secret, c -> String.format("\\\\u%04x", c)));
        all.put(
                "JSON, signs only",
                secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        all.put("C", bytes(utf8, "\\x%02x"));
        all.put("octal", characters(secret, c -> c < 128 ? String.format("\\%03o", c) : String.valueOf((char) c)));
        all.put("decimal entities", points(secret, c -> "&#" + c + ";"));
        all.put("hexadecimal entities", points(secret, c -> "&#x" + Integer.toHexString(c) + ";"));
        all.put("long entities", points(secret, c -> String.format("&#x%06X;", c)));
        all.put(
                "XML",
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("'", "&apos;")
                        .replace("\"", "&quot;"));
        all.put(
                "XML twice",
                secret.replace("&", "&amp;amp;").replace("<", "&amp;lt;").replace("'", "&amp;#39;"));
        all.put("SQL literal", "'" + secret.replace("'", "''") + "'");
        all.put("SQL in SQL", "'" + secret.replace("'", "''''") + "'");
        all.put("SQL with backslashes", secret.replace("\\", "\\\\").replace("'", "\\'"));
        all.put(
                "properties",
                secret.replace("\\", "\\\\")
                        .replace(":", "\\:")
                        .replace("=", "\\=")
                        .replace(" ", "\\ "));
        all.put("shell", secret.replace("'", "'\\''"));
        all.put("shell with backslashes", secret.replaceAll("([^A-Za-z0-9])", "\\\\$1"));
        all.put("cmd", secret.replaceAll("([^A-Za-z0-9])", "^$1"));
        all.put("JDBC of SQL Server", "{" + secret.replace("}", "}}") + "}");
        all.put("format", secret.replace("%", "%%"));
        all.put("quoted printable", bytes(utf8, "=%02X"));
        all.put("UTF-8 read as Latin-1", new String(utf8, StandardCharsets.ISO_8859_1));
        all.put("UTF-8 read as Windows", new String(utf8, Charset.forName("windows-1252")));
        all.put("UTF-16 read as Latin-1", read(secret, StandardCharsets.UTF_16LE));
        all.put("UTF-16 the other way", read(secret, StandardCharsets.UTF_16BE));
        all.put("UTF-16 in JSON", read(secret, StandardCharsets.UTF_16LE).replace("\u0000", "\\u0000"));
        all.put("backwards", new StringBuilder(secret).reverse().toString());
        all.put(
                "two lines",
                secret.substring(0, secret.length() / 2) + "\n    " + secret.substring(secret.length() / 2));
        all.put("two lines of Windows", secret.substring(0, 5) + "\r\n" + secret.substring(5));
        all.put("two lines in JSON", secret.substring(0, 5) + "\\n  " + secret.substring(5));
        all.put("cut at its end", secret.substring(0, secret.length() * 2 / 3) + "…");
        all.put("cut at its start", "..." + secret.substring(secret.length() / 3));
        return all;
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    private static String read(String text, Charset written) {
        return new String(text.getBytes(written), StandardCharsets.ISO_8859_1);
    }

    private static String bytes(byte[] bytes, String format) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format(format, b));
        }
        return text.toString();
    }

    private static String characters(String text, IntFunction<String> each) {
        return text.chars().mapToObj(each).collect(Collectors.joining());
    }

    private static String points(String text, IntFunction<String> each) {
        return text.codePoints().mapToObj(each).collect(Collectors.joining());
    }
}
