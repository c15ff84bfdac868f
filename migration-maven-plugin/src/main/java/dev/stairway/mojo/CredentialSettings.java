package dev.stairway.mojo;

import java.io.File;

/**
 * Parameters that say who signs in to one server; the first source that is named is asked, and no other.
 *
 * @param prefix what the parameters' names begin with, for messages: {@code redis} for {@code redisServerId}
 * @param user null for none; comes before the user of {@code serverId}
 * @param serverId of {@code settings.xml}; null for none
 * @param passwordFile null for none
 * @param passwordEnv name of a variable, which need not be set; null for none
 */
record CredentialSettings(String prefix, String user, String serverId, File passwordFile, String passwordEnv) {

    String owner() {
        return "the password of <" + prefix + "Url>";
    }
}
