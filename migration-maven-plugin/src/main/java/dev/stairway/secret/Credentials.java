package dev.stairway.secret;

import java.util.Objects;

/**
 * Who signs in to a server; its text holds no password.
 *
 * @param user empty for the server's default
 * @param password empty where none is asked for
 */
public record Credentials(String user, String password) {

    /** Nobody in particular, who is asked for no password. */
    public static final Credentials NONE = new Credentials("", "");

    public Credentials {
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** The same password for another user; itself when that is empty. */
    public Credentials as(String other) {
        return other == null || other.isEmpty() ? this : new Credentials(other, password);
    }

    public boolean hasPassword() {
        return !password.isEmpty();
    }

    /** Without the password, whoever asks. */
    @Override
    public String toString() {
        String name = user.isEmpty() ? "(default user)" : user;
        return hasPassword() ? name + ":***" : name;
    }
}
