package dev.stairway.fingerprint.postgres;

/**
 * Writes the definition of a view over one relation as PostgreSQL 16 and later do: without the relation's name before
 * every column. Older majors put it there, which must not make the same view two.
 *
 * <p>Inside sub-queries every major qualifies, so these stay as they are.
 */
final class ViewText {

    private static final String FROM = "\n   FROM ";

    private final String text;
    private final String prefix;

    private ViewText(String text, String prefix) {
        this.text = text;
        this.prefix = prefix;
    }

    static String normalise(String definition) {
        int from = definition.indexOf(FROM);
        if (from < 0 || definition.lastIndexOf("\nUNION") >= 0) {
            return definition;
        }
        int start = from + FROM.length();
        int end = definition.indexOf('\n', start);
        String relation = definition.substring(start, end < 0 ? definition.indexOf(';', start) : end);
        boolean more = end >= 0 && definition.startsWith("\n     ", end);
        boolean setOperation = definition.contains("\nINTERSECT") || definition.contains("\nEXCEPT");
        if (more || setOperation || relation.contains(",") || relation.contains("(")) {
            return definition;
        }
        return new ViewText(definition, alias(relation) + ".").stripped();
    }

    /** {@code public.a}, {@code public.a x} or the same with quoted names. */
    private static String alias(String relation) {
        int at = 0;
        boolean quoted = false;
        for (int i = 0; i < relation.length(); i++) {
            char c = relation.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '.' || c == ' ')) {
                at = i + 1;
            }
        }
        return relation.substring(at);
    }

    private String stripped() {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = text.indexOf('\'', at + 1) + 1;
            } else if (c == '(' && startsQuery(at + 1)) {
                end = closing(at);
            } else if (text.startsWith(prefix, at) && startsName(at)) {
                at += prefix.length();
                continue;
            } else if (c == '"') {
                end = text.indexOf('"', at + 1) + 1;
            }
            end = end <= at ? text.length() : end;
            result.append(text, at, end);
            at = end;
        }
        return result.toString();
    }

    private boolean startsQuery(int at) {
        int start = at;
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.startsWith("SELECT", start) || text.startsWith("WITH ", start);
    }

    private boolean startsName(int at) {
        char before = text.charAt(at - 1);
        return !(Character.isLetterOrDigit(before) || before == '_' || before == '.' || before == '$');
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = text.indexOf(c, i + 1);
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
