package dev.stairway.report.page;

/** Markup being written. What comes from the document goes in by {@link #text} only, escaped. */
final class Html {

    private final StringBuilder out;
    private final boolean terse;

    /** @param terse true to leave out what HTML does not need: optional end tags, and quotes around a single word */
    Html(StringBuilder out, boolean terse) {
        this.out = out;
        this.terse = terse;
    }

    static String escaped(String data) {
        StringBuilder text = new StringBuilder(data.length());
        new Html(text, false).text(data);
        return text.toString();
    }

    /** A literal of ours. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /**
     * An end tag that a parser supplies by itself.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html#optional-tags">HTML, optional tags</a>
     */
    Html end(String tag) {
        if (!terse) {
            out.append("</").append(tag).append('>');
        }
        return this;
    }

    /**
     * An attribute whose value is a word of ours: letters, digits and hyphens, as {@code Tone} and {@code Slugs} make them.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html#unquoted">HTML, unquoted attribute values</a>
     */
    Html word(String name, String value) {
        out.append(' ').append(name).append('=');
        if (terse) {
            out.append(value);
        } else {
            out.append('"').append(value).append('"');
        }
        return this;
    }

    /** Text of the document. */
    Html text(String data) {
        int from = 0;
        for (int at = 0; at < data.length(); at++) {
            String entity = entity(data.charAt(at));
            if (entity != null) {
                out.append(data, from, at).append(entity);
                from = at + 1;
            }
        }
        out.append(data, from, data.length());
        return this;
    }

    /** Null for a character that means nothing to a parser. */
    private static String entity(char character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
