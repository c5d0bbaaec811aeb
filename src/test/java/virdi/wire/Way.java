package virdi.wire;

import java.io.IOException;
import virdi.engine.StreamDesk;
import virdi.wire.WireSettings.Limits;

/** The transports that every rule of the protocol must hold on. */
enum Way {
    IN_PROCESS {
        @Override
        Transport serve(StreamDesk desk, Limits limits) throws IOException {
            return Transport.inProcess(desk, limits);
        }
    },
    SOCKET {
        @Override
        Transport serve(StreamDesk desk, Limits limits) throws IOException {
            return Transport.socket(desk, WireSettingsTest.with(WireSettings.KeepAlive.DEFAULT, limits));
        }
    };

    abstract Transport serve(StreamDesk desk, Limits limits) throws IOException;

    /** As shipped. */
    Transport serve(StreamDesk desk) throws IOException {
        return serve(desk, Limits.DEFAULT);
    }
}
