package virdi.bench;

import io.grpc.ClientCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceProduction;

/**
 * Clients of all sorts, a process of its own: each produces one resource and consumes another, at a pace of its own.
 * {@code java … virdi.bench.Traffic PORT CLIENTS RESOURCES}; says "open" when all streams are, and goes on until its input
 * ends.
 */
public final class Traffic {
    private static final int CONNECTIONS = 10;
    private static final double[] UNITS_PER_SECOND = {0.2, 0.5, 1, 1, 2, 4};
    private static final int SLOWEST_CONSUMER = 30;
    private static final int FASTEST_CONSUMER = 150;
    private static final double STEP_SECONDS = 0.02;

    private final List<LoadClient> connections = new ArrayList<>();
    private final List<ClientCall<ResourceProduction, ProductionResponse>> productions = new ArrayList<>();
    private final double[] pace;
    private final double[] due;

    private Traffic(int port, int clients, int resources) {
        Random random = new Random(1);
        pace = new double[clients];
        due = new double[clients];
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new LoadClient(port));
        }
        for (int i = 0; i < clients; i++) {
            LoadClient connection = connections.get(i % CONNECTIONS);
            String client = "client-" + i;
            pace[i] = UNITS_PER_SECOND[random.nextInt(UNITS_PER_SECOND.length)];
            due[i] = random.nextDouble();
            productions.add(connection.produce(client, "resource-" + i % resources));
            int maxRate = random.nextInt(SLOWEST_CONSUMER, FASTEST_CONSUMER);
            connection.consume(client, "c", "resource-" + (i + resources / 2) % resources, maxRate, units -> {});
        }
    }

    /** Lets such clients come, of a broker on this machine, and waits until all streams are open. They go with the process. */
    public static Process start(int port, int clients, int resources) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Traffic.class.getName(),
                        Integer.toString(port),
                        Integer.toString(clients),
                        Integer.toString(resources))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.inputReader(StandardCharsets.UTF_8).readLine() == null) {
            throw new IOException("no clients came");
        }
        return process;
    }

    /** @param args port, clients, resources */
    public static void main(String[] args) throws IOException, InterruptedException {
        var traffic = new Traffic(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Thread.ofPlatform().daemon().start(traffic::flow);
        System.out.println("open");
        var unused = System.in.read();
        traffic.close();
    }

    private void flow() {
        long began = System.nanoTime();
        for (long step = 0; ; step++) {
            for (int i = 0; i < due.length; i++) {
                due[i] += pace[i] * STEP_SECONDS;
                if (due[i] >= 1) {
                    due[i]--;
                    productions.get(i).sendMessage(LoadClient.ONE);
                }
            }
            LockSupport.parkNanos(began + Math.round((step + 1) * STEP_SECONDS * 1e9) - System.nanoTime());
        }
    }

    private void close() throws IOException, InterruptedException {
        for (LoadClient connection : connections) {
            connection.close();
            if (!connection.failures.isEmpty()) {
                throw new IOException("streams ended under load: " + connection.failures);
            }
        }
    }
}
