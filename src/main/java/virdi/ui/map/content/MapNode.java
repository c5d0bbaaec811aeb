package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Cause;
import virdi.telemetry.FlowState;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.sign.StateText;

/**
 * A producer or consumer on the map with its pipe: one stream, or a fold of several. Immutable; any thread.
 *
 * @param label the name: "furnace-1", "wire ×24"
 * @param words the state: "starving 38 s", "3 of 24 starving"
 * @param severity the worst severity of the members
 * @param leads the stream that represents each member: a production before an offer of the same client
 * @param streams all streams of the node
 * @param throttlePerMinute the operator's limit when all members have one; negative otherwise
 * @param bufferShare how full the consumers' own buffers are, 0 to 1
 * @param why the first cause; null when the node is healthy
 */
public record MapNode(
        NodeKey key,
        String label,
        String words,
        Severity severity,
        FlowState flow,
        PipeStyle pipeStyle,
        List<StreamView> leads,
        List<StreamView> streams,
        double actualPerMinute,
        double possiblePerMinute,
        double throttlePerMinute,
        double bufferShare,
        @Nullable Cause why) {

    public boolean isFolded() {
        return leads.size() > 1;
    }

    public boolean isProducer() {
        return key.side() == Side.PRODUCER;
    }

    /**
     * Makes a node of its members' representing streams (not empty) and all its streams.
     *
     * @param leads indices into the frame's streams, like {@code streams}
     */
    static MapNode of(NodeKey key, String label, List<Integer> leads, List<Integer> streams, List<StreamView> ofFrame) {
        List<StreamView> speaking = picked(leads, ofFrame);
        return of(key, label, speaking, leads.equals(streams) ? speaking : picked(streams, ofFrame));
    }

    private static List<StreamView> picked(List<Integer> indices, List<StreamView> ofFrame) {
        if (indices.size() == 1) {
            return List.of(ofFrame.get(indices.getFirst()));
        }
        List<StreamView> picked = new ArrayList<>(indices.size());
        for (int index : indices) {
            picked.add(ofFrame.get(index));
        }
        return Collections.unmodifiableList(picked);
    }

    /** Makes a node of its members' representing streams (not empty) and all its streams. */
    static MapNode of(NodeKey key, String label, List<StreamView> leads, List<StreamView> streams) {
        StreamView worst = leads.getFirst();
        double actual = 0;
        double possible = 0;
        double throttle = 0;
        double buffer = 0;
        for (StreamView lead : leads) {
            if (lead.severity().compareTo(worst.severity()) > 0) {
                worst = lead;
            }
            actual += lead.actualPerMinute();
            possible += lead.possiblePerMinute();
            throttle += lead.throttle() == null
                    ? Double.NEGATIVE_INFINITY
                    : lead.throttle().unitsPerMinute();
            buffer += lead.bufferShare();
        }
        return new MapNode(
                key,
                label,
                words(leads, worst),
                worst.severity(),
                worst.flow(),
                PipeStyle.shared(leads),
                leads,
                streams,
                actual,
                possible,
                Math.max(-1, throttle),
                buffer / leads.size(),
                worst.why());
    }

    private static String words(List<StreamView> leads, StreamView worst) {
        if (leads.size() == 1) {
            return StateText.of(worst);
        }
        int alike = count(leads, worst.flow());
        String word = worst.flow().word();
        return alike == leads.size() ? alike + " " + word : alike + " of " + leads.size() + " " + word;
    }

    /** Returns how many of the streams are in a state. */
    static int count(List<StreamView> streams, FlowState flow) {
        int alike = 0;
        for (StreamView stream : streams) {
            alike += stream.flow() == flow ? 1 : 0;
        }
        return alike;
    }
}
