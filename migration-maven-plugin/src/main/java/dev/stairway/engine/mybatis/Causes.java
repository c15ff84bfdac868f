package dev.stairway.engine.mybatis;

import java.sql.SQLException;

/** What an exception says, without the layers that MyBatis wraps around it. */
final class Causes {

    private Causes() {}

    /** The message of the driver where it speaks, else that of the innermost exception. */
    static String message(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getName() : message;
    }
}
