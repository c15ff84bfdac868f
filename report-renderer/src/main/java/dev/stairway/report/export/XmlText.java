package dev.stairway.report.export;

/** Text that XML 1.0 allows; see section 2.2 of its specification, "Characters". */
final class XmlText {

    private XmlText() {}

    /** Replaces what may not stand in a document, even escaped, by the replacement character. */
    static String legal(String text) {
        StringBuilder legal = null;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!isLegal(codePoint) && legal == null) {
                legal = new StringBuilder(text.length()).append(text, 0, at);
            }
            if (legal != null) {
                legal.appendCodePoint(isLegal(codePoint) ? codePoint : 0xFFFD);
            }
            at += Character.charCount(codePoint);
        }
        return legal == null ? text : legal.toString();
    }

    /** A lone surrogate is its own code point here, and is refused with its range. */
    private static boolean isLegal(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }
}
