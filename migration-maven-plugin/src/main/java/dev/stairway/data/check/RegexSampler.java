package dev.stairway.data.check;

import dev.stairway.data.value.Dice;

/**
 * Makes texts that a simple regular expression matches: literals, classes, groups, alternatives, quantifiers.
 *
 * <p>What it makes of anything else may be wrong; the row is evaluated afterwards.
 */
final class RegexSampler {

    private static final int MOST_REPEATS = 3;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final String regex;
    private final Dice dice;
    private int at;

    private RegexSampler(String regex, Dice dice) {
        this.regex = regex;
        this.dice = dice;
    }

    static String sample(String regex, Dice dice) {
        return new RegexSampler(regex, dice).alternatives();
    }

    private String alternatives() {
        String chosen = sequence();
        int count = 1;
        while (more() && regex.charAt(at) == '|') {
            at++;
            String other = sequence();
            count++;
            chosen = dice.oneIn(count) ? other : chosen;
        }
        return chosen;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int start = at;
            String atom = atom();
            int end = at;
            int repeats = repeats();
            int after = at;
            for (int i = 0; i < repeats; i++) {
                text.append(i == 0 ? atom : again(start, end));
            }
            at = after;
        }
        return text.toString();
    }

    private String again(int start, int end) {
        at = start;
        String atom = atom();
        at = end;
        return atom;
    }

    private boolean more() {
        return at < regex.length();
    }

    private String atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> letter();
            case '(' -> group();
            case '[' -> charClass();
            case '\\' -> more() ? escape(regex.charAt(at++)) : "";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        }
        String text = alternatives();
        at++;
        return text;
    }

    private String escape(char c) {
        return switch (c) {
            case 'd' -> String.valueOf(dice.below(10));
            case 'w' -> letter();
            case 's' -> " ";
            case 'm', 'M', 'y', 'A', 'Z', 'b' -> "";
            default -> String.valueOf(c);
        };
    }

    private String letter() {
        return String.valueOf(LETTERS.charAt(dice.below(LETTERS.length())));
    }

    private String charClass() {
        boolean negated = more() && regex.charAt(at) == '^';
        at += negated ? 1 : 0;
        StringBuilder members = new StringBuilder();
        boolean first = true;
        while (more() && (first || regex.charAt(at) != ']')) {
            first = false;
            member(members);
        }
        at++;
        if (negated) {
            return LETTERS.chars()
                    .filter(c -> members.indexOf(Character.toString(c)) < 0)
                    .mapToObj(Character::toString)
                    .skip(dice.below(3))
                    .findFirst()
                    .orElse("-");
        }
        return members.length() == 0 ? "" : String.valueOf(members.charAt(dice.below(members.length())));
    }

    private void member(StringBuilder members) {
        int named = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
        if (named > 0) {
            members.append(named(regex.substring(at + 2, named)));
            at = named + 2;
            return;
        }
        char low = regex.charAt(at++);
        if (low == '\\' && more()) {
            char escaped = regex.charAt(at++);
            members.append(escaped == 'd' ? "0123456789" : escaped == 'w' ? LETTERS : escape(escaped));
            return;
        }
        if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
            char high = regex.charAt(at + 1);
            at += 2;
            for (char c = low; c <= high && c - low < 128; c++) {
                members.append(c);
            }
        } else {
            members.append(low);
        }
    }

    private static String named(String name) {
        return switch (name) {
            case "digit" -> "0123456789";
            case "upper" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case "space" -> " ";
            default -> LETTERS;
        };
    }

    private int repeats() {
        if (!more()) {
            return 1;
        }
        int repeats = switch (regex.charAt(at)) {
            case '*' -> one(dice.below(MOST_REPEATS + 1));
            case '+' -> one(1 + dice.below(MOST_REPEATS));
            case '?' -> one(dice.below(2));
            case '{' -> counted();
            default -> 1;
        };
        boolean lazy = more() && regex.charAt(at) == '?' && at > 0 && "*+?}".indexOf(regex.charAt(at - 1)) >= 0;
        at += lazy ? 1 : 0;
        return repeats;
    }

    private int one(int repeats) {
        at++;
        return repeats;
    }

    private int counted() {
        int end = regex.indexOf('}', at);
        String[] bounds =
                end < 0 ? new String[] {""} : regex.substring(at + 1, end).split(",", -1);
        if (!bounds[0].matches("\\d{1,4}")) {
            return one(1);
        }
        at = end + 1;
        int low = Integer.parseInt(bounds[0]);
        boolean ranged = bounds.length > 1 && bounds[1].matches("\\d{1,4}");
        int high = ranged ? Integer.parseInt(bounds[1]) : bounds.length > 1 ? low + MOST_REPEATS : low;
        return low + dice.below(Math.max(1, high - low + 1));
    }
}
