package dev.stairway.database.jdbc;

import java.io.IOException;
import java.sql.SQLException;

/** What a driver says of a failure, with what the line itself says where the driver keeps that to itself. */
public final class Said {

    private Said() {}

    /** In one line or several. */
    public static String by(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Throwable cause = failure.getCause();
        if (!(cause instanceof IOException)) {
            return message;
        }
        String line = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.contains(line) ? message : message.replaceFirst("\\.$", "") + ": " + line;
    }
}
