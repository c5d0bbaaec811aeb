package virdi.wire;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.IdText;
import virdi.model.Peer;

/** The client that makes a call, read from the call's metadata. */
sealed interface Caller {
    /** How clients name themselves. */
    Metadata.Key<String> CLIENT_ID = Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);

    Peer peer();

    /** A client that gave a valid name, or none. */
    record Known(Peer peer) implements Caller {
        private boolean isCalled(@Nullable String name) {
            return name == null
                    ? !peer.named()
                    : peer.named() && peer.client().value().equals(name);
        }
    }

    /** A client that gave a name that is none; it is known by its address. */
    record Misnamed(Peer peer, CloseStatus closeStatus) implements Caller {}

    /** Reads who calls, on the thread that starts the call. One who calls again and again is one and the same. */
    static Caller of(ServerCall<?, ?> call, Metadata headers) {
        String name = headers.get(CLIENT_ID);
        Connection connection = StreamWatch.ofCall().connection();
        if (connection == null) {
            return read(unnamed(call), name);
        }
        Caller last = connection.lastCaller();
        if (last instanceof Known known && known.isCalled(name)) {
            return known;
        }
        Caller caller = read(unnamed(call), name);
        connection.setLastCaller(caller);
        return caller;
    }

    /** The other end of a connection, under the name that it gives if that name is valid. */
    static Peer peer(SocketAddress address, @Nullable CharSequence name) {
        return read(unnamed(address), name == null ? null : name.toString()).peer();
    }

    private static Caller read(Peer unnamed, @Nullable String name) {
        if (name == null) {
            return new Known(unnamed);
        }
        if (isName(name)) {
            return new Known(new Peer(new ClientId(name), true, unnamed.remoteAddress()));
        }
        return new Misnamed(
                unnamed,
                CloseStatus.invalid("client-id is not valid; expected 1 to " + IdText.MAX_BYTES
                        + " printable ASCII characters, not all of them spaces, or no client-id at all"));
    }

    /** The caller named by its address alone: for a client that has not proved that it may name itself. */
    static Peer unnamed(ServerCall<?, ?> call) {
        return unnamed(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    }

    private static Peer unnamed(@Nullable SocketAddress remote) {
        String address = text(remote);
        return new Peer(new ClientId(address), false, address);
    }

    private static boolean isName(String name) {
        return name.length() <= IdText.MAX_BYTES
                && !name.isBlank()
                && name.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** Host and port without asking a name server. */
    private static String text(@Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
            String host = inet.getAddress().getHostAddress();
            return (inet.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + inet.getPort();
        }
        return String.valueOf(address);
    }
}
