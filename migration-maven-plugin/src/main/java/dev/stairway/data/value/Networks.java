package dev.stairway.data.value;

/** Network addresses, identifiers and bit strings. */
final class Networks {

    private Networks() {}

    static String make(ValueType type, Dice dice) {
        return switch (type.base()) {
            case INET -> inet(dice);
            case CIDR -> cidr(dice);
            case MACADDR -> mac(dice, 6);
            case MACADDR8 -> mac(dice, 8);
            case UUID -> uuid(dice);
            case BIT -> bits(dice, Math.max(1, type.length()));
            default -> bits(dice, type.length() == 0 ? dice.below(20) : dice.below(type.length() + 1));
        };
    }

    /** Differs for each ordinal up to the room of the type; empty when exhausted. */
    static String unique(ValueType type, long ordinal, Dice dice) {
        return switch (type.base()) {
            case INET -> "10." + (ordinal >> 16 & 255) + '.' + (ordinal >> 8 & 255) + '.' + (ordinal & 255);
            case CIDR -> (ordinal >> 16 & 255) + "." + (ordinal >> 8 & 255) + '.' + (ordinal & 255) + ".0/24";
            case MACADDR -> hex(ordinal, 6);
            case MACADDR8 -> hex(ordinal, 8);
            case UUID -> uuid(dice);
            default -> numbered(type, ordinal);
        };
    }

    private static String numbered(ValueType type, long ordinal) {
        int length = type.length() == 0 ? Long.SIZE : type.length();
        String digits = Long.toBinaryString(ordinal);
        if (digits.length() > length) {
            return "";
        }
        return type.base() == Base.BIT ? "0".repeat(length - digits.length()) + digits : digits;
    }

    private static String inet(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> "2001:db8::" + Integer.toHexString(1 + dice.below(0xFFFE));
            case 1 -> "192.168." + dice.below(256) + '.' + dice.below(256) + "/24";
            default -> "10." + dice.below(256) + '.' + dice.below(256) + '.' + dice.below(256);
        };
    }

    private static String cidr(Dice dice) {
        return dice.oneIn(4)
                ? "2001:db8:" + Integer.toHexString(1 + dice.below(0xFFFE)) + "::/48"
                : "10." + dice.below(256) + "." + dice.below(256) + ".0/24";
    }

    private static String mac(Dice dice, int bytes) {
        return hex(dice.nextLong(), bytes);
    }

    private static String hex(long value, int bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = bytes - 1; i >= 0; i--) {
            String pair = Long.toHexString(0x100 | (value >> (8 * i) & 0xFF)).substring(1);
            text.append(text.length() == 0 ? "" : ":").append(pair);
        }
        return text.toString();
    }

    static String uuid(Dice dice) {
        // Version 4, variant 1 (RFC 9562, section 5.4).
        long high = dice.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = dice.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new java.util.UUID(high, low).toString();
    }

    private static String bits(Dice dice, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(dice.below(2));
        }
        return text.toString();
    }
}
