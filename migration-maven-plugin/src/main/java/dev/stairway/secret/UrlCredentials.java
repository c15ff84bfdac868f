package dev.stairway.secret;

import java.util.regex.Pattern;

/** Credentials in a URL, where logs and process lists show them. */
public final class UrlCredentials {

    /** Parameters of every driver that we know, after {@code ?}, {@code &}, {@code ;} and in Oracle's and H2's ways. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;,(])(\\s*[a-z_.-]*(?:password|passwd|pwd|passphrase|secret|token|accesskey|apikey)[a-z_.-]*)\\s*=([^&;,)]*)");

    /** What stands before the host, whatever signs it has: {@code //user:pass/word?@host}; but not {@code ?user=ann@corp}. */
    private static final Pattern USER_INFO = Pattern.compile("(?i)^([a-z][a-z0-9+.:-]*:)//(?:[^?]*|[^?]*\\?[^=]*)@");

    /** {@code jdbc:oracle:thin:scott/tiger@host}. */
    private static final Pattern ORACLE = Pattern.compile("(?i)^(jdbc:oracle:[a-z]+:)[^/@(]*/[^@]*@");

    private UrlCredentials() {}

    /** True when the URL holds a password, or a user in front of the host. */
    public static boolean in(String url) {
        return PARAMETER.matcher(url).find()
                || USER_INFO.matcher(url).find()
                || ORACLE.matcher(url).find();
    }

    /** The URL with {@code ***} for them. */
    public static String masked(String url) {
        String without = USER_INFO.matcher(url).replaceAll("$1//***@");
        without = ORACLE.matcher(without).replaceAll("$1***@");
        return PARAMETER.matcher(without).replaceAll("$1$2=***");
    }
}
