package virdi.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import virdi.app.Programs;
import virdi.engine.BrokerClock;
import virdi.engine.BrokerLoop;
import virdi.model.BrokerSettings;
import virdi.model.InitialState;
import virdi.model.ResourceId;
import virdi.proto.ConsumptionRequest;
import virdi.wire.VirdiServer;
import virdi.wire.WireSettings;

/** The code samples of the window work against a broker that has 100 iron. */
@SuppressWarnings("NullAway.Init") // @BeforeEach comes before every test
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientCodeSampleTest {
    private static final Pattern GRPCURL =
            Pattern.compile("grpcurl -plaintext -H 'client-id: [\\w-]+' -d '(\\{.*})' (\\S+) (\\w+)/(\\w+)");

    private final BrokerLoop loop = new BrokerLoop(
            BrokerSettings.DEFAULT,
            new InitialState(Map.of(new ResourceId("iron"), 100L), List.of()),
            BrokerClock.system());
    private VirdiServer server;

    @TempDir
    private Path work;

    @BeforeEach
    void start() throws IOException {
        loop.start();
        server = new VirdiServer(WireSettings.DEFAULT.at("127.0.0.1", 0), loop);
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.shutDown().join();
        server.stop();
        loop.close();
    }

    @Test
    void thePythonRuns() throws Exception {
        String python = Programs.python();
        Programs.generatePython(work);
        Files.writeString(work.resolve("snippet.py"), ClientCodeSample.PYTHON.text(server.endpoint()));
        consumes(Programs.start(work, python, "-u", "snippet.py"));
    }

    @Test
    void theJavaCompilesAndRuns() throws Exception {
        Files.writeString(work.resolve("Pasted.java"), """
                import io.grpc.*;
                import io.grpc.stub.*;
                import virdi.proto.*;

                void main() {
                %s
                }
                """.formatted(ClientCodeSample.JAVA.text(server.endpoint())));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        consumes(Programs.start(work, java, "-cp", Programs.classPath(), "Pasted.java"));
    }

    /** Not grpcurl itself, but all that it would ask of the broker: the method by reflection, then the call with the JSON. */
    @Test
    void grpcurlWouldFindTheMethodAndItsFields() throws Exception {
        String line = ClientCodeSample.GRPCURL.text(server.endpoint()).replaceAll("\\\\\n\\s*", "");
        Matcher parts = GRPCURL.matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        assertThat(parts.group(2)).isEqualTo(server.endpoint());
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(parts.group(2)).usePlaintext().build();
        try {
            MethodDescriptor method = reflected(channel, parts.group(3))
                    .findServiceByName(parts.group(3))
                    .findMethodByName(parts.group(4));
            var message = DynamicMessage.newBuilder(method.getInputType());
            JsonFormat.parser().merge(parts.group(1), message);
            assertThat(ConsumptionRequest.parseFrom(message.build().toByteString()))
                    .isEqualTo(ConsumptionRequest.newBuilder()
                            .setConsumerId("c1")
                            .setResourceId("iron")
                            .setMaxRate(60)
                            .build());
        } finally {
            channel.shutdownNow();
        }
    }

    private static FileDescriptor reflected(Channel channel, String symbol) throws Exception {
        var answer = new CompletableFuture<ServerReflectionResponse>();
        var ask = ServerReflectionGrpc.newStub(channel).serverReflectionInfo(first(answer));
        ask.onNext(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol(symbol)
                .build());
        var file = answer.get(1, TimeUnit.MINUTES).getFileDescriptorResponse().getFileDescriptorProto(0);
        ask.onCompleted();
        return FileDescriptor.buildFrom(FileDescriptorProto.parseFrom(file), new FileDescriptor[0]);
    }

    private static <T> StreamObserver<T> first(CompletableFuture<T> answer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(T message) {
                answer.complete(message);
            }

            @Override
            public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {}
        };
    }

    /** Three quarters of a minute's worth at once, and then one a second. */
    private static void consumes(Process client) throws IOException {
        try (BufferedReader lines = client.inputReader(UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("45");
            assertThat(lines.readLine()).isEqualTo("1");
        } finally {
            client.destroy();
        }
    }
}
