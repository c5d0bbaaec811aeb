package virdi.app;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import virdi.app.settings.Options;
import virdi.app.settings.Settings;
import virdi.bench.Traffic;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ResourceConsumption;
import virdi.proto.VirdiGrpc;
import virdi.ui.BenchWindow;
import virdi.ui.SampleAbout;
import virdi.ui.map.Hand;
import virdi.ui.map.MapSight;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.WindowInfo;

/**
 * How long it takes from a client's call until the map with its stream is on the screen, and until it is gone after the
 * client has cancelled. The program's own broker, telemetry and window in one process; the client speaks over a socket.
 * Prints one line of figures, in milliseconds.
 */
public final class EventDelay {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);
    private static final int EVENTS = 100;
    private static final int WARM_UP = 15;
    /** Long enough for the window to come to rest after an event, and uneven, so that no phase is favoured. */
    private static final int LEAST_PAUSE_MILLIS = 350;

    private static final int MORE_PAUSE_MILLIS = 150;
    private static final int CROWD = 1_000;
    private static final int CROWD_RESOURCES = 40;

    private final BenchWindow.Figures figures = new BenchWindow.Figures();
    private final Random random = new Random(1);
    private final ManagedChannel channel;
    private final MapSight sight;

    private EventDelay(ManagedChannel channel, MapSight sight) {
        this.channel = channel;
        this.sight = sight;
    }

    /** @param args none */
    public static void main(String[] args) throws Exception {
        Options options = new Options();
        options.parser()
                .parseArgs(
                        "--port",
                        "0",
                        "--data-dir",
                        Files.createTempDirectory("virdi-bench").toString());
        Settings settings = options.settings();
        Platform.startup(() -> Platform.setImplicitExit(false));
        try (RunningBroker broker = RunningBroker.start(settings);
                DemoWorld demo = new DemoWorld(settings, broker.port())) {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", broker.port())
                    .usePlaintext()
                    .build();
            MapSight sight = BenchWindow.on(() -> {
                var window = new ConsoleWindow(
                        broker.frames(),
                        broker.desk(),
                        new WindowInfo(broker.endpoint(), SampleAbout.SHORT),
                        demo,
                        BenchWindow.forgetful());
                var stage = new Stage();
                window.open(stage);
                BenchWindow.size(stage);
                return new MapSight(window.scene());
            });
            var delay = new EventDelay(channel, sight);
            delay.measure("at-rest");
            demo.start();
            BenchWindow.pause(10_000);
            delay.measure("in-the-demo");
            demo.stop();
            Process crowd = Traffic.start(broker.port(), CROWD, CROWD_RESOURCES);
            Hand hand = BenchWindow.on(() -> Hand.zooming(sight.map()));
            BenchWindow.run(hand::start);
            BenchWindow.pause(10_000);
            delay.measure("in-a-crowd-that-is-zoomed");
            crowd.destroy();
            System.out.println(delay.figures);
            channel.shutdownNow();
        }
        System.exit(0);
    }

    private void measure(String situation) {
        List<Double> opened = new ArrayList<>();
        List<Double> ended = new ArrayList<>();
        for (int i = -WARM_UP; i < EVENTS; i++) {
            String name = situation + (i < 0 ? "-warm" + -i : "-" + i);
            CompletableFuture<Long> appears = sight.of(name, true);
            pause();
            long began = System.nanoTime();
            ClientCall<ConsumptionRequest, ResourceConsumption> call = consume(name);
            double open = (appears.join() - began) / 1e6;
            CompletableFuture<Long> leaves = sight.of(name, false);
            pause();
            began = System.nanoTime();
            call.cancel("the benchmark ends it", null);
            double end = (leaves.join() - began) / 1e6;
            if (i >= 0) {
                opened.add(open);
                ended.add(end);
            }
        }
        put(situation + "-a-stream-opens", opened);
        put(situation + "-a-stream-ends", ended);
    }

    private void pause() {
        BenchWindow.pause(LEAST_PAUSE_MILLIS + random.nextInt(MORE_PAUSE_MILLIS));
    }

    private void put(String name, List<Double> millis) {
        figures.put(name + ".p50", BenchWindow.percentile(millis, Double::doubleValue, 50));
        figures.put(name + ".p95", BenchWindow.percentile(millis, Double::doubleValue, 95));
        figures.put(name + ".most", BenchWindow.percentile(millis, Double::doubleValue, 100));
    }

    private ClientCall<ConsumptionRequest, ResourceConsumption> consume(String name) {
        ClientCall<ConsumptionRequest, ResourceConsumption> call =
                Objects.requireNonNull(channel.newCall(VirdiGrpc.getConsumeMethod(), CallOptions.DEFAULT));
        Metadata headers = new Metadata();
        headers.put(CLIENT_ID, "watchmaker");
        call.start(new ClientCall.Listener<>() {}, headers);
        call.request(1_000_000);
        call.sendMessage(ConsumptionRequest.newBuilder()
                .setConsumerId(name)
                .setResourceId("time")
                .setMaxRate(60)
                .build());
        call.halfClose();
        return call;
    }
}
