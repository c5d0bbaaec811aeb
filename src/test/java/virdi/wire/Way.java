package virdi.wire;

import java.io.IOException;
import virdi.engine.StreamGateway;
import virdi.wire.WireSettings.Limits;

/** The transports that every rule of the protocol must hold on. */
enum Way {
    IN_PROCESS {
        @Override
        Transport serve(StreamGateway gateway, Limits limits) throws IOException {
            return Transport.inProcess(gateway, limits);
        }
    },
    SOCKET {
        @Override
        Transport serve(StreamGateway gateway, Limits limits) throws IOException {
            return Transport.socket(gateway, WireSettingsTest.with(WireSettings.KeepAlive.DEFAULT, limits));
        }
    };

    abstract Transport serve(StreamGateway gateway, Limits limits) throws IOException;

    /** As shipped. */
    Transport serve(StreamGateway gateway) throws IOException {
        return serve(gateway, Limits.DEFAULT);
    }
}
