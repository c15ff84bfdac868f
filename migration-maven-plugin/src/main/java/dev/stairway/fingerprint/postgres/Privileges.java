package dev.stairway.fingerprint.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Access privileges as differences from the default ones, so that a GRANT that was taken back, and a privilege that a
 * newer major added to the default, are no difference.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class Privileges {

    private Privileges() {}

    /** Sorted {@code grantee=privilege/grantor}, a lost default with {@code not}; null when all is as by default. */
    static String text(String acl, String defaults) {
        if (acl == null) {
            return null;
        }
        Set<String> present = expand(acl);
        Set<String> usual = expand(defaults);
        List<String> lines = new ArrayList<>();
        present.stream().filter(item -> !usual.contains(item)).forEach(lines::add);
        usual.stream().filter(item -> !present.contains(item)).forEach(item -> lines.add("not " + item));
        Collections.sort(lines);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    private static Set<String> expand(String acl) {
        Set<String> items = new HashSet<>();
        TextArray.parse(acl).forEach(item -> items.addAll(expandItem(item)));
        return items;
    }

    private static List<String> expandItem(String item) {
        int equals = unquoted(item, '=', 0);
        int slash = unquoted(item, '/', equals + 1);
        String grantee = equals == 0 ? "public" : item.substring(0, equals);
        List<String> items = new ArrayList<>();
        for (int i = equals + 1; i < slash; i++) {
            boolean option = i + 1 < slash && item.charAt(i + 1) == '*';
            items.add(grantee + "=" + name(item.charAt(i)) + (option ? " with grant option" : "")
                    + item.substring(slash));
            i += option ? 1 : 0;
        }
        return items;
    }

    /** Role names with special characters are in double quotes. */
    private static int unquoted(String item, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < item.length(); i++) {
            char c = item.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        throw new IllegalArgumentException("not an access control item: " + item);
    }

    private static String name(char letter) {
        return switch (letter) {
            case 'r' -> "select";
            case 'a' -> "insert";
            case 'w' -> "update";
            case 'd' -> "delete";
            case 'D' -> "truncate";
            case 'x' -> "references";
            case 't' -> "trigger";
            case 'X' -> "execute";
            case 'U' -> "usage";
            case 'C' -> "create";
            case 'T' -> "temporary";
            case 'c' -> "connect";
            case 'm' -> "maintain";
            case 's' -> "set";
            case 'A' -> "alter system";
            default -> String.valueOf(letter);
        };
    }
}
