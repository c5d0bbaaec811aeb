package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;

/** The server's own life: start, port, TLS and token, health, reflection, stop. */
class VirdiServerTest {
    private final ScriptedGateway gateway = new ScriptedGateway(10);

    @Test
    void aTakenPortSaysHowToGoOn() throws Exception {
        var first = started(Transport.settings());
        var second = new VirdiServer(Transport.settings().at("127.0.0.1", first.port()), gateway);
        assertThatThrownBy(second::start)
                .isInstanceOfSatisfying(
                        PortTaken.class, taken -> assertThat(taken.port()).isEqualTo(first.port()))
                .hasMessageContaining("port " + first.port() + " on 127.0.0.1 is taken")
                .hasMessageContaining("ss -ltnp 'sport = :" + first.port() + "'")
                .hasMessageContaining("--port");
        first.stop();
    }

    @Test
    void anAddressOfAnotherMachineIsNoTakenPort() throws Exception {
        var elsewhere = WireSettingsTest.secured("192.0.2.1", null, null, null, true);
        var server = new VirdiServer(elsewhere, gateway);
        assertThatThrownBy(server::start)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(PortTaken.class)
                .hasMessageContaining("cannot listen on 192.0.2.1:0");
    }

    @Test
    void theEndpointIsWhatClientsWrite() throws Exception {
        var server = started(Transport.settings());
        assertThat(server.port()).isPositive();
        assertThat(server.endpoint()).isEqualTo("127.0.0.1:" + server.port());
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Virdi"})
    void healthSaysServing(String service) throws Exception {
        var server = started(Transport.settings());
        ManagedChannel channel = plain(server);
        assertThat(health(channel, service)).isEqualTo(ServingStatus.SERVING);
        channel.shutdownNow();
        server.stop();
    }

    @Test
    void healthSaysNotServingWhileTheServerStops() throws Exception {
        var server = started(WireSettingsTest.secured("127.0.0.1", null, null, null, false));
        ManagedChannel channel = plain(server);
        var stopping = new CompletableFuture<ServingStatus>();
        var said = new CountDownLatch(1);
        HealthGrpc.newStub(channel).watch(HealthCheckRequest.getDefaultInstance(), new StreamObserver<>() {
            private boolean serving;

            @Override
            public void onNext(HealthCheckResponse response) {
                if (serving) {
                    stopping.complete(response.getStatus());
                }
                serving = true;
                said.countDown();
            }

            @Override
            public void onError(Throwable error) {
                stopping.completeExceptionally(error);
            }

            @Override
            public void onCompleted() {}
        });
        assertThat(said.await(10, TimeUnit.SECONDS)).isTrue();
        server.stop();
        assertThat(stopping.get(10, TimeUnit.SECONDS)).isEqualTo(ServingStatus.NOT_SERVING);
        channel.shutdownNow();
    }

    @Test
    void reflectionDescribesTheProtocol() throws Exception {
        var server = started(Transport.settings());
        ManagedChannel channel = plain(server);
        var answer = new CompletableFuture<ServerReflectionResponse>();
        var ask = ServerReflectionGrpc.newStub(channel).serverReflectionInfo(first(answer));
        ask.onNext(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol("Virdi")
                .build());
        var file = answer.get(10, TimeUnit.SECONDS).getFileDescriptorResponse().getFileDescriptorProto(0);
        assertThat(file.toStringUtf8()).contains("OfferProduction", "Produce", "Consume", "current_buffer_amount");
        ask.onCompleted();
        channel.shutdownNow();
        server.stop();
    }

    @Test
    void reflectionAnswersOlderToolsToo() throws Exception {
        var server = started(Transport.settings());
        ManagedChannel channel = plain(server);
        var answer = new CompletableFuture<io.grpc.reflection.v1alpha.ServerReflectionResponse>();
        var ask =
                io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(channel).serverReflectionInfo(first(answer));
        ask.onNext(io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
                .setListServices("")
                .build());
        assertThat(answer.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
                .extracting(io.grpc.reflection.v1alpha.ServiceResponse::getName)
                .contains("Virdi", "grpc.health.v1.Health");
        ask.onCompleted();
        channel.shutdownNow();
        server.stop();
    }

    @Test
    void withTlsAndTokenOnlyWhoHasBothIsServed(@TempDir Path directory) throws Exception {
        var pem = Certificate.create(directory);
        var server = started(WireSettingsTest.secured("127.0.0.1", pem.certificate(), pem.key(), "open-sesame", false));
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1",
                        server.port(),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(pem.certificate().toFile())
                                .build())
                .build();

        Heard.End without = RawCall.end(channel, "Virdi/Produce", CallOptions.DEFAULT);
        assertThat(without.code()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(without.message()).startsWith("no token; expected the metadata 'authorization: Bearer <token>'");
        assertThat(without.accepted()).isEqualTo("0");
        Heard.End wrong = RawCall.end(channel, "Virdi/Consume", CallOptions.DEFAULT, token("open-sesam"));
        assertThat(wrong.code()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(wrong.message()).startsWith("not the right token");
        assertThat(gateway.refusals).hasSize(2).allSatisfy(refusal -> {
            assertThat(refusal.ending().code()).isEqualTo(CloseStatus.Code.UNAUTHENTICATED);
            assertThat(refusal.peer().client().value()).startsWith("127.0.0.1:");
        });
        assertThatThrownBy(() -> health(channel, ""))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        Heard.End right = RawCall.end(channel, "Virdi/Consume", CallOptions.DEFAULT, token("open-sesame"));
        assertThat(right.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(right.message()).contains("half-closed without one");

        ManagedChannel plaintext = plain(server);
        assertThat(RawCall.end(plaintext, "Virdi/Consume", CallOptions.DEFAULT, token("open-sesame"))
                        .code())
                .isEqualTo(Status.Code.UNAVAILABLE);
        plaintext.shutdownNow();
        channel.shutdownNow();
        server.stop();
    }

    private static Metadata token(String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return headers;
    }

    @Test
    void tlsFilesThatAreNoneAreNamed(@TempDir Path directory) throws IOException {
        Path missing = directory.resolve("missing.pem");
        Path rubbish = Files.writeString(directory.resolve("rubbish.pem"), "rubbish");
        for (Path file : new Path[] {missing, rubbish}) {
            var settings = WireSettingsTest.secured("127.0.0.1", file, file, null, false);
            assertThatThrownBy(() -> new VirdiServer(settings, gateway))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot use the TLS certificate " + file);
        }
    }

    @Test
    void stoppingCutsOffWhoDoesNotEndWithinTheGrace() throws Exception {
        var server = started(Transport.settings());
        var client = new TestClient(plain(server), "stubborn");
        var offer = client.offer("iron");
        assertThat(gateway.heard()).isEqualTo("offer of iron");
        server.stop();
        assertThat(offer.awaitEnd().code()).isIn(Status.Code.UNAVAILABLE, Status.Code.CANCELLED);
        assertThat(gateway.heard()).isEqualTo("cancelled");
        client.close();
    }

    @Test
    void stoppingWaitsForNobodyWhenAllStreamsAreClosed() throws Exception {
        var server = started(Transport.settings());
        var client = new TestClient(plain(server), "obedient");
        var offer = client.offer("iron");
        assertThat(gateway.heard()).isEqualTo("offer of iron");
        gateway.outlet(StreamGateway.OfferOutlet.class).close(CloseStatus.SHUTTING_DOWN, 0);
        server.stop();
        assertThat(offer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, "broker is shutting down", null));
        client.close();
    }

    @Test
    void theThreadsAreNamedAndKeepNoJvmAlive() throws Exception {
        var server = started(Transport.settings());
        ManagedChannel channel = plain(server);
        health(channel, "");
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().matches("virdi-wire-\\d+")))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
        channel.shutdownNow();
        server.stop();
    }

    private VirdiServer started(WireSettings settings) throws IOException {
        var server = new VirdiServer(settings, gateway);
        server.start();
        return server;
    }

    private static ManagedChannel plain(VirdiServer server) {
        return NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .build();
    }

    private static ServingStatus health(ManagedChannel channel, String service) {
        return HealthGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .check(HealthCheckRequest.newBuilder().setService(service).build())
                .getStatus();
    }

    private static <R> StreamObserver<R> first(CompletableFuture<R> answer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(R response) {
                answer.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                answer.completeExceptionally(error);
            }

            @Override
            public void onCompleted() {}
        };
    }
}
