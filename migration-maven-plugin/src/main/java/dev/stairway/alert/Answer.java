package dev.stairway.alert;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * How one attempt ended.
 *
 * @param again true when another one may help
 * @param rest how long the server asks to be left alone
 * @param what for people
 */
record Answer(boolean ok, boolean again, Duration rest, String what) {

    private static final int TOO_MANY = 429;

    /** @param retryAfter header of that name; only seconds are read, a date is as good as none */
    static Answer of(int status, String retryAfter) {
        boolean again = status >= 500 || status == TOO_MANY;
        Duration wait =
                retryAfter.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
        String what = status >= 300 && status < 400
                ? "HTTP " + status + ", a redirect, which is not followed: name the last address itself"
                : "HTTP " + status;
        return new Answer(status >= 200 && status < 300, again, again ? wait : Duration.ZERO, what);
    }

    /** Without the exception's own words, which may hold the address. */
    static Answer none(IOException failure, Duration patience) {
        String what;
        if (failure instanceof HttpTimeoutException) {
            what = "no answer within " + patience.toMillis() + " ms";
        } else if (failure instanceof ConnectException) {
            what = "no connection";
        } else {
            what = failure.getClass().getSimpleName();
        }
        return new Answer(false, true, Duration.ZERO, what);
    }
}
