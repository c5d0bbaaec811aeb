package virdi.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ResourceConsumption;
import virdi.proto.VirdiGrpc;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.WindowInfo;
import virdi.ui.shell.WindowMemory;

/** The main job, as an operator does it: the real broker, the demo, clients over sockets, and hands on the window. */
@ExtendWith(ApplicationExtension.class)
class OperatorAtTheWindowTest {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);

    @TempDir
    private Path data;

    private final Meter slow = new Meter();
    private final Meter doomed = new Meter();
    private @Nullable RunningBroker broker;
    private @Nullable DemoWorld demo;
    private @Nullable ManagedChannel channel;

    /** A consumer's own count of what reached it, and how its stream ended. */
    private static final class Meter implements StreamObserver<ResourceConsumption> {
        final AtomicLong units = new AtomicLong();
        final AtomicReference<@Nullable Status> ended = new AtomicReference<>();

        @Override
        public void onNext(ResourceConsumption message) {
            units.addAndGet(Integer.toUnsignedLong(message.getAmount()));
        }

        @Override
        public void onError(Throwable error) {
            ended.set(Status.fromThrowable(error));
        }

        @Override
        public void onCompleted() {
            ended.set(Status.OK);
        }

        long unitsWithinASecond() {
            long before = units.get();
            long end = System.nanoTime() + SECONDS.toNanos(1);
            await().until(() -> System.nanoTime() >= end);
            return units.get() - before;
        }
    }

    @Start
    void open(Stage stage) throws CannotStart {
        Options options = new Options();
        options.parser().parseArgs("--port", "0", "--data-dir", data.toString());
        Settings settings = options.settings();
        RunningBroker running = RunningBroker.start(settings);
        DemoWorld world = new DemoWorld(settings, running.port());
        broker = running;
        demo = world;
        new ConsoleWindow(
                        running.frames(),
                        running.desk(),
                        new WindowInfo(running.endpoint(), "test"),
                        world,
                        new WindowMemory() {
                            @Override
                            public @Nullable String get(String key) {
                                return null;
                            }

                            @Override
                            public void put(String key, String value) {}
                        })
                .open(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(1000);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (channel != null) {
            channel.shutdownNow().awaitTermination(5, SECONDS);
        }
        if (demo != null) {
            demo.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    private void consume(String consumer, Meter meter) {
        Metadata name = new Metadata();
        name.put(CLIENT_ID, "tester");
        if (channel == null) {
            channel = NettyChannelBuilder.forAddress(
                            new InetSocketAddress("127.0.0.1", broker == null ? 0 : broker.port()))
                    .usePlaintext()
                    .build();
        }
        VirdiGrpc.newStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(name))
                .consume(
                        ConsumptionRequest.newBuilder()
                                .setConsumerId(consumer)
                                .setResourceId("power")
                                .setMaxRate(3_000)
                                .build(),
                        meter);
    }

    @Test
    void seesTheDemoThrottlesOneConsumerDisconnectsAnotherAndFindsBothInTheEvents(FxRobot robot) {
        robot.clickOn("#start-demo");
        robot.clickOn("#tab-streams");
        TableView<?> streams = robot.lookup("#streams-table").queryTableView();
        await().atMost(30, SECONDS).until(() -> streams.getItems().size() >= 32);
        assertThat(robot.lookup("#empty-state").query().isVisible()).isFalse();

        consume("meter-slow", slow);
        consume("meter-doomed", doomed);
        await().atMost(30, SECONDS).until(() -> slow.units.get() > 2_300 && doomed.units.get() > 2_300);
        assertThat(slow.unitsWithinASecond()).isBetween(40L, 60L);

        select(robot, "meter-slow");
        Slider slider = robot.lookup("#throttle-slider").queryAs(Slider.class);
        Node thumb = slider.lookup(".thumb");
        robot.drag(thumb).moveBy(-slider.getWidth() / 2, 0).drop();
        await().atMost(10, SECONDS).until(() -> text(robot, "#inspector-state").contains("throttled"));
        assertThat(slow.unitsWithinASecond()).isLessThan(20);
        assertThat(doomed.unitsWithinASecond()).isBetween(40L, 60L);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await().atMost(10, SECONDS).until(() -> !text(robot, "#inspector-state").contains("throttled"));

        select(robot, "meter-doomed");
        robot.clickOn("#inspect-disconnect");
        robot.clickOn("#reason").push(KeyCode.CONTROL, KeyCode.A).write("maintenance at noon");
        robot.clickOn("#confirm");
        await().atMost(10, SECONDS).until(() -> doomed.ended.get() != null);
        assertThat(doomed.ended.get()).satisfies(status -> {
            assertThat(status.getCode()).isEqualTo(Status.Code.ABORTED);
            assertThat(status.getDescription()).isEqualTo("maintenance at noon");
        });
        assertThat(slow.ended.get()).isNull();

        robot.clickOn("#tab-events");
        robot.clickOn("#events-filter").write("client:tester");
        ListView<?> events = robot.lookup("#events-list").queryListView();
        await().atMost(10, SECONDS).until(() -> events.getItems().size() == 3);
        assertThat(events.getItems().getFirst().toString()).contains("ABORTED");

        robot.clickOn("#port").clickOn("#confirm");
        await().atMost(10, SECONDS).until(() -> slow.ended.get() != null);
        assertThat(slow.ended.get()).extracting(Status::getCode).isEqualTo(Status.Code.UNAVAILABLE);
        await().atMost(10, SECONDS).until(() -> text(robot, "#port-state").equals("stopped"));
        await().atMost(10, SECONDS).until(() -> openStreams() == 0);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await().atMost(10, SECONDS).until(() -> text(robot, "#port-state").equals("listening"));
        await().atMost(30, SECONDS).until(() -> openStreams() >= 32);
    }

    private int openStreams() {
        return broker == null ? 0 : broker.frames().latest().totals().streams();
    }

    private static void select(FxRobot robot, String consumer) {
        robot.clickOn("#streams-filter");
        robot.push(KeyCode.CONTROL, KeyCode.A).write(consumer);
        Node table = robot.lookup("#streams-table").query();
        robot.clickOn((Node) robot.from(table).lookup(consumer).query());
        await().atMost(10, SECONDS).until(() -> text(robot, "#inspector-title").equals(consumer));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
