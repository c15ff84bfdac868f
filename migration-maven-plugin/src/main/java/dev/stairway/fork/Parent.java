package dev.stairway.fork;

import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The parent as the child sees it: takes log lines, fetches jars. The child ends when it has gone, however it went. */
final class Parent implements BinaryResolver {

    private final Wire wire;
    private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();

    private Parent(Wire wire) {
        this.wire = wire;
    }

    static Parent listen(Wire wire) {
        Parent parent = new Parent(wire);
        Thread thread = new Thread(parent::listen, "stairway-parent");
        thread.setDaemon(true);
        thread.start();
        return parent;
    }

    private void listen() {
        try {
            for (Message answer = wire.receive(Message.class); answer != null; answer = wire.receive(Message.class)) {
                answers.add(answer);
            }
        } catch (IOException broken) {
            // The same as its end.
        }
        ForkedMain.parentHasGone();
    }

    void log(String line) {
        send(Message.log(line));
    }

    /** One question at a time, so that the answers cannot be mixed up. */
    @Override
    public synchronized Path resolve(String groupId, String artifactId, String version) {
        send(Message.resolve(groupId, artifactId, version));
        try {
            Message answer = answers.take();
            if (answer.stopped() != null) {
                throw new ProblemException(
                        answer.stopped().blame(), answer.stopped().problem());
            }
            return answer.resolved();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a jar was fetched", e);
        }
    }

    private void send(Message message) {
        try {
            wire.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent process has gone", e);
        }
    }
}
