package dev.stairway.mojo;

import dev.stairway.secret.Secrets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** The log of the build without the secrets that the run knows by then. */
final class MaskedLog implements Log {

    private final Log log;
    private final Secrets secrets;

    MaskedLog(Log log, Secrets secrets) {
        this.log = log;
        this.secrets = secrets;
    }

    private void say(CharSequence text, Consumer<String> level) {
        level.accept(secrets.mask().of(String.valueOf(text)));
    }

    private void say(CharSequence text, Throwable failure, BiConsumer<String, Throwable> level) {
        level.accept(secrets.mask().of(String.valueOf(text)), secrets.mask().of(failure));
    }

    private void say(Throwable failure, Consumer<Throwable> level) {
        level.accept(secrets.mask().of(failure));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        say(content, log::debug);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        say(content, error, log::debug);
    }

    @Override
    public void debug(Throwable error) {
        say(error, log::debug);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        say(content, log::info);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        say(content, error, log::info);
    }

    @Override
    public void info(Throwable error) {
        say(error, log::info);
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        say(content, log::warn);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        say(content, error, log::warn);
    }

    @Override
    public void warn(Throwable error) {
        say(error, log::warn);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        say(content, log::error);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        say(content, error, log::error);
    }

    @Override
    public void error(Throwable error) {
        say(error, log::error);
    }
}
