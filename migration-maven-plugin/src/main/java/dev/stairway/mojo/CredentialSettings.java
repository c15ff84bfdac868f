package dev.stairway.mojo;

import java.io.File;
import java.util.Locale;

/**
 * Parameters that say who signs in to one server; the first source that is named is asked, and no other.
 *
 * @param prefix what the parameters' names begin with, for messages: {@code redis} for {@code redisServerId}; empty for those
 *     that stand in an element of their own
 * @param user null for none; comes before the user of {@code serverId}
 * @param serverId of {@code settings.xml}; null for none
 * @param passwordFile null for none
 * @param passwordEnv name of a variable, which need not be set; null for none
 */
record CredentialSettings(String prefix, String user, String serverId, File passwordFile, String passwordEnv) {

    String owner() {
        return "the password of <" + parameter("Url") + ">";
    }

    /**
     * Name of a parameter, for messages.
     *
     * @param suffix for example {@code ServerId}
     */
    String parameter(String suffix) {
        return prefix.isEmpty()
                ? suffix.substring(0, 1).toLowerCase(Locale.ROOT) + suffix.substring(1)
                : prefix + suffix;
    }
}
