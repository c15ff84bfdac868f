package dev.stairway.mojo;

import dev.stairway.secret.Mask;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What fails a build, without secrets: Maven prints messages, and the causes with {@code -e} and {@code -X}. */
final class MaskedEnd {

    private final Mask mask;

    MaskedEnd(Mask mask) {
        this.mask = mask;
    }

    MojoExecutionException of(MojoExecutionException end) {
        if (mask.of((Throwable) end) == end) {
            return end;
        }
        MojoExecutionException other = new MojoExecutionException(mask.of(end.getMessage()), mask.of(end.getCause()));
        other.setStackTrace(end.getStackTrace());
        return other;
    }

    MojoFailureException of(MojoFailureException end) {
        if (mask.of((Throwable) end) == end) {
            return end;
        }
        MojoFailureException other = new MojoFailureException(mask.of(end.getMessage()), mask.of(end.getCause()));
        other.setStackTrace(end.getStackTrace());
        return other;
    }

    /** Returns where nothing has to be hidden. */
    void of(Throwable end) throws MojoExecutionException {
        Throwable other = mask.of(end);
        if (other != end) {
            throw new MojoExecutionException(other.toString(), other);
        }
    }
}
