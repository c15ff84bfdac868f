package dev.stairway.fingerprint.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A key for people; two keys never have the same text. */
final class KeyText {

    private KeyText() {}

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
