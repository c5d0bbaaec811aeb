package virdi.wire;

import com.google.protobuf.MessageLite;
import io.grpc.BindableService;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * One call of a service that gRPC brings along, which would answer what it cannot read with {@code UNKNOWN} and a stack
 * trace in the log, and what there is too much or too little of with {@code INTERNAL}. Its requests come on the call's
 * thread; any thread may answer.
 */
final class LibraryServiceCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final Requests<Q> requests;
    private final MethodDescriptor<Q, R> given;
    private volatile boolean over;

    private LibraryServiceCall(ServerCall<Q, R> call, Requests<Q> requests, MethodDescriptor<Q, R> given) {
        super(call);
        this.requests = requests;
        this.given = given;
    }

    /** The same service for any input. */
    static ServerServiceDefinition guarded(BindableService service, int maxMessageBytes) {
        ServerServiceDefinition given = service.bindService();
        List<ServerMethodDefinition<?, ?>> methods = given.getMethods().stream()
                .<ServerMethodDefinition<?, ?>>map(method -> guarded(method, maxMessageBytes))
                .toList();
        var descriptor = ServiceDescriptor.newBuilder(
                        given.getServiceDescriptor().getName())
                .setSchemaDescriptor(given.getServiceDescriptor().getSchemaDescriptor());
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        var guarded = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(guarded::addMethod);
        return guarded.build();
    }

    private static <Q, R> ServerMethodDefinition<Q, R> guarded(
            ServerMethodDefinition<Q, R> method, int maxMessageBytes) {
        MethodDescriptor<Q, R> given = method.getMethodDescriptor();
        var requests = new Requests<>((PrototypeMarshaller<Q>) given.getRequestMarshaller());
        // Single messages are declared as streams, for the reason told in VirdiServices.
        var lenient = given.toBuilder(requests, given.getResponseMarshaller())
                .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                .build();
        return ServerMethodDefinition.create(lenient, (call, headers) -> {
            var guest = new LibraryServiceCall<>(call, requests, given);
            StreamWatch watch = StreamWatch.ofCall();
            watch.onBroken(fault -> guest.refuse(InboundMarshaller.problem(fault, maxMessageBytes)));
            return guest.new Listener(method.getServerCallHandler().startCall(guest, headers), watch);
        });
    }

    private void refuse(String problem) {
        close(Status.INVALID_ARGUMENT.withDescription(problem), new Metadata());
    }

    /** As the service declares it, which it checks. */
    @Override
    public MethodDescriptor<Q, R> getMethodDescriptor() {
        return given;
    }

    @Override
    public void sendMessage(R message) {
        if (!over) {
            super.sendMessage(message);
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (!over) {
            over = true;
            super.close(status, trailers);
        }
    }

    /** Lets through what the service can take. */
    private final class Listener extends SimpleForwardingServerCallListener<Q> {
        private final StreamWatch watch;
        private boolean asked;

        Listener(ServerCall.Listener<Q> service, StreamWatch watch) {
            super(service);
            this.watch = watch;
        }

        @Override
        public void onMessage(Q message) {
            watch.handsOver();
            if (requests.isUnreadable(message)) {
                refuse("the message is not valid protobuf, or too large; expected a request of this method");
            } else if (asked && given.getType().clientSendsOneMessage()) {
                refuse("expected exactly one request message, but a second one came");
            }
            asked = true;
            if (!over) {
                super.onMessage(message);
            }
        }

        @Override
        public void onHalfClose() {
            if (!asked && given.getType().clientSendsOneMessage()) {
                refuse("expected a request message, but the stream was half-closed without one");
            }
            if (!over) {
                super.onHalfClose();
            }
        }
    }

    /** Reads requests without throwing: gRPC has no other place where that could be caught. */
    private static final class Requests<Q> implements MethodDescriptor.Marshaller<Q> {
        private final PrototypeMarshaller<Q> given;
        /** Stands for whatever cannot be read. */
        private final Q unreadable;

        Requests(PrototypeMarshaller<Q> given) {
            this.given = given;
            MessageLite prototype = (MessageLite) Objects.requireNonNull(given.getMessagePrototype());
            this.unreadable =
                    given.getMessageClass().cast(prototype.newBuilderForType().build());
        }

        @SuppressWarnings("ReferenceEquality") // it is this one message, and not one like it
        boolean isUnreadable(Q message) {
            return message == unreadable;
        }

        @Override
        public Q parse(InputStream stream) {
            try {
                return given.parse(stream);
            } catch (StatusRuntimeException e) {
                return unreadable;
            }
        }

        @Override
        public InputStream stream(Q message) {
            return given.stream(message);
        }
    }
}
