package virdi.ui.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.ClientView;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;

/** Names targets and finds them in a frame. Any thread. */
public final class Targets {
    private Targets() {}

    /** The name of a target; a stream has its label on the map. */
    public static String label(Target target, Frame frame) {
        if (target instanceof Target.OneStream one) {
            StreamView stream = stream(target, frame);
            return stream == null ? "stream " + one.stream().value() + " (ended)" : stream.label();
        }
        return label(target);
    }

    /** The name of a target without a frame. */
    public static String label(Target target) {
        return switch (target) {
            case Target.OneStream it -> "stream " + it.stream().value();
            case Target.Client it -> it.client().value();
            case Target.Resource it -> it.resource().value();
            case Target.Inflow it -> "inflow of " + it.resource().value();
            case Target.Outflow it -> "outflow of " + it.resource().value();
            case Target.Production it ->
                it.client().value() + " → " + it.resource().value();
            case Target.Consumption it ->
                it.consumer().value() + " of " + it.client().value();
        };
    }

    /** The one stream of a {@link Target.OneStream}; null for other targets and when it has ended. */
    public static @Nullable StreamView stream(Target target, Frame frame) {
        if (!(target instanceof Target.OneStream one)) {
            return null;
        }
        // Frames order streams by id: hundreds may be selected out of thousands, thirty times a second.
        List<StreamView> streams = frame.streams();
        int low = 0;
        int high = streams.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = streams.get(middle).id().compareTo(one.stream());
            if (order == 0) {
                return streams.get(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The resource of a resource target, an inflow or an outflow; null for other targets and unknown resources. */
    public static @Nullable ResourceView resource(Target target, Frame frame) {
        var id = switch (target) {
            case Target.Resource it -> it.resource();
            case Target.Inflow it -> it.resource();
            case Target.Outflow it -> it.resource();
            default -> null;
        };
        for (ResourceView resource : frame.resources()) {
            if (resource.id().equals(id)) {
                return resource;
            }
        }
        return null;
    }

    /** The client of a {@link Target.Client}; null for other targets and when it has no stream. */
    public static @Nullable ClientView client(Target target, Frame frame) {
        if (target instanceof Target.Client one) {
            for (ClientView client : frame.clients()) {
                if (client.peer().client().equals(one.client())) {
                    return client;
                }
            }
        }
        return null;
    }

    /** All open streams that any of the targets covers, in the frame's order. */
    public static List<StreamView> streams(Set<Target> targets, Frame frame) {
        List<Target> wide =
                targets.stream().filter(it -> !(it instanceof Target.OneStream)).toList();
        List<StreamView> meant = new ArrayList<>();
        for (StreamView stream : frame.streams()) {
            if (targets.contains(new Target.OneStream(stream.id()))
                    || wide.stream().anyMatch(it -> covers(it, stream))) {
                meant.add(stream);
            }
        }
        return meant;
    }

    /** Whether a target covers a stream. An offer counts as part of its client's production. */
    public static boolean covers(Target target, StreamView stream) {
        var state = stream.state();
        return switch (target) {
            case Target.OneStream it -> stream.id().equals(it.stream());
            case Target.Client it -> state.peer().client().equals(it.client());
            case Target.Resource it -> state.resource().equals(it.resource());
            case Target.Inflow it ->
                stream.kind() == StreamKind.PRODUCTION && state.resource().equals(it.resource());
            case Target.Outflow it ->
                stream.kind() == StreamKind.CONSUMER && state.resource().equals(it.resource());
            case Target.Production it ->
                stream.kind() != StreamKind.CONSUMER
                        && state.peer().client().equals(it.client())
                        && state.resource().equals(it.resource());
            case Target.Consumption it ->
                state instanceof ConsumerState own
                        && own.peer().client().equals(it.client())
                        && own.spec().consumer().equals(it.consumer());
        };
    }
}
