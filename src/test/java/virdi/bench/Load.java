package virdi.bench;

import io.grpc.ClientCall;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceProduction;

/**
 * The load generator, a process of its own: reads a line, applies that load, answers with a line of figures.
 *
 * <pre>
 * ingest  port pid producers consumers warm-up-ms ms
 * latency port pid pairs messages-per-second warm-up-ms ms
 * attack  port pid resets floods delay-ms pause-ms
 * crowd   port pid consumers producers warm-up-ms ms
 * </pre>
 */
public final class Load {
    private static final long UNLIMITED = 4_294_967_295L;
    /** As many streams as one connection may have. */
    private static final int STREAMS_PER_CONNECTION = 1_000;

    private Load() {}

    /** @param args none */
    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            var ask = new Ask(words);
            System.out.println(
                    switch (words[0]) {
                        case "ingest" -> ingest(ask);
                        case "latency" -> latency(ask);
                        case "attack" -> attack(ask);
                        case "crowd" -> crowd(ask);
                        default -> throw new IllegalArgumentException("no such load: " + words[0]);
                    });
        }
    }

    /** A line of the load's input. */
    private record Ask(String[] words) {
        int port() {
            return Integer.parseInt(words[1]);
        }

        long cpuNanos() {
            return ProcessHandle.of(Long.parseLong(words[2]))
                    .flatMap(process -> process.info().totalCpuDuration())
                    .map(Duration::toNanos)
                    .orElseThrow();
        }

        int first() {
            return Integer.parseInt(words[3]);
        }

        int second() {
            return Integer.parseInt(words[4]);
        }

        void warmUp() {
            pause(Long.parseLong(words[5]));
        }

        void measure() {
            pause(Long.parseLong(words[6]));
        }
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String answer(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }

    /** Messages of one unit, as fast as the server takes them. */
    private static String ingest(Ask ask) throws InterruptedException {
        var sent = new LongAdder();
        var received = new LongAdder();
        try (var consumers = new LoadClient(ask.port());
                var producers = new LoadClient(ask.port())) {
            for (int i = 0; i < ask.second(); i++) {
                consumers.consume("sink", "c" + i, "iron", UNLIMITED, received::add);
            }
            pause(300);
            for (int i = 0; i < ask.first(); i++) {
                producers.produce("source", "iron", sent);
            }
            ask.warmUp();
            long cpu = ask.cpuNanos();
            long began = System.nanoTime();
            long sentBefore = sent.sum();
            long receivedBefore = received.sum();
            ask.measure();
            long messages = sent.sum() - sentBefore;
            long units = received.sum() - receivedBefore;
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpuSeconds = (ask.cpuNanos() - cpu) / 1e9;
            return answer(
                    "rate=%.0f received=%.0f cpu=%.4f failures=%d",
                    messages / seconds,
                    units / seconds,
                    cpuSeconds / messages * 1e6,
                    producers.failures.size() + consumers.failures.size());
        }
    }

    /** Paced messages of one unit; how long each takes from the producer's call to the consumer's callback. */
    private static String latency(Ask ask) throws InterruptedException {
        int pairs = ask.first();
        long nanosBetween = 1_000_000_000L / ask.second();
        List<Pair> all = new ArrayList<>();
        try (var consumers = new LoadClient(ask.port());
                var producers = new LoadClient(ask.port())) {
            for (int i = 0; i < pairs; i++) {
                Pair pair = new Pair();
                consumers.consume("sink", "c" + i, "r" + i, UNLIMITED, pair::received);
                all.add(pair);
            }
            pause(300);
            for (int i = 0; i < pairs; i++) {
                all.get(i).call = producers.produce("source", "r" + i);
            }
            pause(300);
            long began = System.nanoTime();
            long measureFrom = began + Long.parseLong(ask.words[5]) * 1_000_000;
            long end = measureFrom + Long.parseLong(ask.words[6]) * 1_000_000;
            long messages = 0;
            boolean warm = false;
            double cpu = 0;
            for (long now = began; now < end; now = System.nanoTime()) {
                if (!warm && now >= measureFrom) {
                    warm = true;
                    cpu = ask.cpuNanos();
                    all.forEach(Pair::forget);
                }
                for (; began + messages * nanosBetween <= now; messages++) {
                    all.get((int) (messages % pairs)).send();
                }
                LockSupport.parkNanos(Math.min(nanosBetween, 50_000));
            }
            cpu = (ask.cpuNanos() - cpu) / 1e9 / ((end - measureFrom) / 1e9);
            pause(300);
            var histogram = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
            all.forEach(pair -> pair.addTo(histogram));
            return answer(
                    "p50=%.1f p99=%.1f p999=%.1f count=%d cpu=%.4f failures=%d",
                    histogram.getValueAtPercentile(50) / 1e3,
                    histogram.getValueAtPercentile(99) / 1e3,
                    histogram.getValueAtPercentile(99.9) / 1e3,
                    histogram.getTotalCount(),
                    cpu,
                    producers.failures.size() + consumers.failures.size());
        }
    }

    /** Comes with floods of resets, each on a connection of its own, and is cut off each time. */
    private static String attack(Ask ask) throws IOException, Http2Exception {
        var flood = new ResetFlood(ask.first());
        ask.warmUp();
        for (int i = 0; i < ask.second(); i++) {
            flood.run(ask.port());
            ask.measure();
        }
        return answer("failures=0");
    }

    /** A producer and the only consumer of what it makes: the n-th unit sent is the n-th received. */
    private static final class Pair {
        private static final int KEPT = 1 << 16;

        private final AtomicLongArray sentNanos = new AtomicLongArray(KEPT);
        private final Histogram histogram = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private int sent;
        private int received;
        private @Nullable ClientCall<ResourceProduction, ProductionResponse> call;

        void send() {
            sentNanos.set(sent++ & (KEPT - 1), System.nanoTime());
            if (call != null) {
                call.sendMessage(LoadClient.ONE);
            }
        }

        synchronized void received(long units) {
            long now = System.nanoTime();
            for (long i = 0; i < units; i++) {
                histogram.recordValue(now - sentNanos.get(received++ & (KEPT - 1)));
            }
        }

        synchronized void forget() {
            histogram.reset();
        }

        synchronized void addTo(Histogram sum) {
            sum.add(histogram);
        }
    }

    /** Many slow consumers, fed by many producers: 60 units a minute each, and just enough for all. */
    private static String crowd(Ask ask) throws InterruptedException {
        int consumers = ask.first();
        int producers = ask.second();
        int resources = Math.max(1, producers / 10);
        var taken = new AtomicLongArray(consumers);
        List<LoadClient> connections = new ArrayList<>();
        List<ClientCall<ResourceProduction, ProductionResponse>> calls = new ArrayList<>();
        long fill = 50L * consumers / producers;
        try {
            for (int i = 0; i < consumers; i++) {
                if (i % STREAMS_PER_CONNECTION == 0) {
                    connections.add(new LoadClient(ask.port()));
                }
                int index = i;
                connections
                        .getLast()
                        .consume(
                                "sink-" + i / 100,
                                "c" + i,
                                "r" + i % resources,
                                60,
                                units -> taken.addAndGet(index, units));
            }
            for (int i = 0; i < producers; i++) {
                if (i % STREAMS_PER_CONNECTION == 0) {
                    connections.add(new LoadClient(ask.port()));
                }
                calls.add(connections.getLast().produce("source-" + i / 10, "r" + i % resources));
            }
            calls.forEach(call -> call.sendMessage(amount(fill)));
            Thread feeder = Thread.ofPlatform().daemon().start(() -> feed(calls, (double) consumers / producers));
            ask.warmUp();
            long[] before = counts(taken);
            long cpu = ask.cpuNanos();
            long began = System.nanoTime();
            ask.measure();
            double seconds = (System.nanoTime() - began) / 1e9;
            double cores = (ask.cpuNanos() - cpu) / 1e9 / seconds;
            long[] after = counts(taken);
            long least = Long.MAX_VALUE;
            long sum = 0;
            for (int i = 0; i < consumers; i++) {
                least = Math.min(least, after[i] - before[i]);
                sum += after[i] - before[i];
            }
            System.out.println(answer(
                    "cpu=%.4f least=%.3f mean=%.3f failures=%d",
                    cores,
                    least / seconds,
                    sum / seconds / consumers,
                    connections.stream().mapToInt(c -> c.failures.size()).sum()));
            // Open for as long as the other side looks at the server's memory.
            String unused = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            feeder.interrupt();
            return "closed";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            for (LoadClient connection : connections) {
                connection.close();
            }
        }
    }

    private static ResourceProduction amount(long units) {
        return ResourceProduction.newBuilder().setAmount((int) units).build();
    }

    /** A message a second from each, spread over the second. */
    private static void feed(List<ClientCall<ResourceProduction, ProductionResponse>> calls, double unitsPerSecond) {
        ResourceProduction message = amount(Math.round(unitsPerSecond));
        long between = 1_000_000_000L / calls.size();
        long began = System.nanoTime();
        for (long n = 0; !Thread.currentThread().isInterrupted(); ) {
            for (; began + n * between <= System.nanoTime(); n++) {
                calls.get((int) (n % calls.size())).sendMessage(message);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static long[] counts(AtomicLongArray taken) {
        long[] counts = new long[taken.length()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = taken.get(i);
        }
        return counts;
    }
}
