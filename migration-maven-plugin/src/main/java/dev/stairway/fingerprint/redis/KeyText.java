package dev.stairway.fingerprint.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A key for people; two keys never have the same text. */
final class KeyText {

    private KeyText() {}

    /** Unlike {@link #of}, keeps what is text in a key that ends in other bytes, so that a pattern finds it. */
    static String plain(byte[] key) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException binary) {
            return new String(key, StandardCharsets.ISO_8859_1);
        }
    }

    static String of(byte[] key) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
            if (text.chars().noneMatch(Character::isISOControl) && !text.startsWith("0x")) {
                return text;
            }
            return "0x" + HexFormat.of().formatHex(key);
        } catch (CharacterCodingException binary) {
            return "0x" + HexFormat.of().formatHex(key);
        }
    }
}
