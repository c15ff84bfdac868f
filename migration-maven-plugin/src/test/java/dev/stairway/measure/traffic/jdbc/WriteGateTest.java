package dev.stairway.measure.traffic.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who waits for whom at the gate of the writer. */
class WriteGateTest {

    private final WriteGate gate = new WriteGate();

    @Test
    void theWriterWaitsAfterAStatementThatMayWrite() throws SQLException {
        long start = System.nanoTime();
        gate.beforeStatement(null, "UPDATE item SET price = 1");

        gate.pass(() -> {});

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(WriteGate.GRACE_NANOS);
    }

    @Test
    void theWriterDoesNotWaitAfterOneThatOnlyReads() throws SQLException {
        int[] passed = new int[1];
        CompletableFuture<Void> reading = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            while (!reading.isDone()) {
                gate.beforeStatement(null, " select price\nFROM item");
            }
        });
        reader.start();

        for (int i = 0; i < 1000; i++) {
            gate.pass(() -> passed[0]++);
        }
        reading.complete(null);

        assertThat(passed[0]).isEqualTo(1000);
    }

    @Test
    void aStatementWaitsForTheCallOfTheWriterThatIsUnderWay() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            try {
                gate.pass(() -> {
                    inside.countDown();
                    await(leave);
                });
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        inside.await();

        Thread step = new Thread(() -> gate.beforeStatement(null, "UPDATE item SET price = 1"));
        step.start();
        while (step.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        leave.countDown();
        step.join();
        writer.join();

        assertThat(step.isAlive()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
