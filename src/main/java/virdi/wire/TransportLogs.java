package virdi.wire;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what clients do wrong out of the log: grpc-java writes a stack trace for each frame that is no gRPC and each
 * stream that is reset at the wrong moment, so that any client could fill the disk. The client is told, that is enough.
 */
final class TransportLogs {
    /** Held, because {@code java.util.logging} forgets the levels of loggers that nobody holds. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("io.grpc.netty.NettyServerHandler"),
            Logger.getLogger("io.grpc.netty.NettyServerStream"),
            Logger.getLogger("io.grpc.netty.NettyServerTransport"));

    private TransportLogs() {}

    static void quieten() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
