package io.chconnect.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SendAheadTest {
    private static final int LARGE = 20_000_000;

    @Test
    void everyByteArrivesInOrder() throws IOException {
        byte[] body = random(LARGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Random random = new Random(3);
        try (SendAhead ahead = new SendAhead(out)) {
            for (int done = 0; done < body.length; ) {
                int count = Math.min(random.nextInt(400_000), body.length - done);
                ahead.write(body, done, count);
                done += count;
            }
            ahead.finish();
        }
        assertThat(out.toByteArray()).isEqualTo(body);
    }

    @Test
    void aSmallBodyIsWrittenByItsMaker() throws IOException {
        AtomicReference<Thread> writer = new AtomicReference<>();
        try (SendAhead ahead = new SendAhead(new Out() {
            @Override
            void write() {
                writer.set(Thread.currentThread());
            }
        })) {
            ahead.write(new byte[SendAhead.DIRECT_BYTES], 0, SendAhead.DIRECT_BYTES);
            ahead.finish();
        }
        assertThat(writer).hasValue(Thread.currentThread());
    }

    @Test
    void theNextBytesAreTakenWhileTheLastAreSent() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        try (SendAhead ahead = new SendAhead(new Out() {
            @Override
            void write() throws IOException {
                await(taken);
            }
        })) {
            ahead.write(new byte[300_000], 0, 300_000);
            taken.countDown();
            ahead.finish();
        }
    }

    @Test
    void aFailureEndsTheWritingAndIsThrownAsItIs() {
        IOException broken = new IOException("broken");
        AtomicInteger writes = new AtomicInteger();
        try (SendAhead ahead = new SendAhead(new Out() {
            @Override
            void write() throws IOException {
                if (writes.incrementAndGet() == 2) {
                    throw broken;
                }
            }
        })) {
            assertThatThrownBy(() -> {
                        byte[] bytes = new byte[LARGE];
                        for (int i = 0; i < 10; i++) {
                            ahead.write(bytes, 0, bytes.length);
                        }
                    })
                    .isSameAs(broken);
        }
        assertThat(writes).hasValue(2);
    }

    @Test
    void theLastFailureIsNotLost() {
        AtomicInteger written = new AtomicInteger();
        try (SendAhead ahead = new SendAhead(new Out() {
            @Override
            void write() {
                if (written.incrementAndGet() == 3) {
                    throw new IllegalStateException("the last one");
                }
            }
        })) {
            assertThatThrownBy(() -> {
                        ahead.write(new byte[300_000], 0, 300_000);
                        ahead.finish();
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the last one");
        }
    }

    @Test
    void anInterruptEndsAWriteThatWaits() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        CountDownLatch sending = new CountDownLatch(1);
        Thread maker = new Thread(() -> {
            try (SendAhead ahead = new SendAhead(new Out() {
                @Override
                void write() throws IOException {
                    sending.countDown();
                    await(never);
                }
            })) {
                ahead.write(new byte[LARGE], 0, LARGE);
            } catch (IOException e) {
                failure.set(e);
            }
            flag.set(Thread.currentThread().isInterrupted());
        });
        maker.start();
        sending.await();
        maker.interrupt();
        maker.join();
        assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
        assertThat(flag).hasValue(true);
    }

    @Test
    void aCloseReturnsWhenNothingIsBeingSent() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        AtomicInteger writing = new AtomicInteger();
        try (SendAhead ahead = new SendAhead(new Out() {
            @Override
            void write() throws IOException {
                writing.incrementAndGet();
                await(closing);
                writing.decrementAndGet();
            }
        })) {
            ahead.write(new byte[500_000], 0, 500_000);
            new Thread(closing::countDown).start();
        }
        assertThat(writing).hasValue(0);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("clickhouse-connect-sender"));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** A connection of which only the moments count. */
    private abstract static class Out extends OutputStream {
        abstract void write() throws IOException;

        @Override
        public void write(int next) throws IOException {
            write();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            write();
        }
    }
}
