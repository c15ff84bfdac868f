package dev.stairway.database.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A cluster whose server can be killed and started again. */
final class RestartableCluster implements PostgresHost {

    private final int major;
    private volatile Cluster cluster;

    RestartableCluster(Cluster cluster, int major) {
        this.cluster = cluster;
        this.major = major;
    }

    /** The server with all its children and its watchdog, at once; the files stay as they are. */
    synchronized void kill() throws IOException {
        cluster.process().abandon();
    }

    synchronized void restart() throws IOException {
        cluster = cluster.again(major);
    }

    @Override
    public String host() {
        return cluster.host();
    }

    @Override
    public int port() {
        return cluster.port();
    }

    @Override
    public String identity() {
        return cluster.identity();
    }

    @Override
    public String password() {
        return cluster.password();
    }

    @Override
    public Optional<Path> files() {
        return cluster.files();
    }

    @Override
    public List<ProcessHandle> processes() {
        return cluster.processes();
    }

    @Override
    public boolean running() {
        return cluster.running();
    }

    @Override
    public String lastLines() {
        return cluster.lastLines();
    }

    @Override
    public synchronized void stop() throws IOException {
        cluster.stop();
    }

    @Override
    public String toString() {
        return cluster.toString();
    }
}
