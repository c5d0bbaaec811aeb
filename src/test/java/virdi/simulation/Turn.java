package virdi.simulation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.CloseStatus;
import virdi.model.StreamId;

/**
 * One turn of the broker, seen from outside.
 *
 * @param now when
 * @param picture after it
 * @param lines what the transports of all streams heard, by stream
 * @param productions of the picture, by stream
 * @param consumers of the picture, by stream
 */
record Turn(
        long now,
        BrokerSnapshot picture,
        Map<StreamId, Line> lines,
        Map<StreamId, ProductionState> productions,
        Map<StreamId, ConsumerState> consumers) {
    long delivered(StreamId stream) {
        return sum(line(stream).delivered());
    }

    long undelivered(StreamId stream) {
        return sum(line(stream).undelivered());
    }

    long due(StreamId stream) {
        ConsumerState seen = consumers.get(stream);
        return seen == null ? 0 : seen.dueUnits() - seen.reservedUnits();
    }

    boolean isReserved(StreamId stream) {
        ConsumerState seen = consumers.get(stream);
        return seen != null && seen.reservedUnits() > 0;
    }

    boolean isBacklogged(StreamId stream) {
        ConsumerState seen = consumers.get(stream);
        return seen != null && seen.backlogged();
    }

    /** How many units a production's transport or the picture says were accepted. */
    long accepted(StreamId stream) {
        Line line = line(stream);
        ProductionState seen = productions.get(stream);
        return line.ending() != null ? line.endUnits() : seen == null ? 0 : seen.acceptedUnits();
    }

    /** How many messages of a production were accepted, more than any when the picture does not say. */
    long messages(StreamId stream) {
        ProductionState seen = productions.get(stream);
        return seen == null ? Long.MAX_VALUE : seen.acceptedMessages();
    }

    private boolean hasFinished(ReferenceProduction production) {
        CloseStatus ending = line(production.id).ending();
        return ending != null && production.finish != null && ending.code() == production.finish.code();
    }

    /** Whether a stream was ended because the tank is full. */
    boolean foundFull(StreamId stream) {
        CloseStatus ending = line(stream).ending();
        return ending != null && ending.code() == CloseStatus.Code.RESOURCE_EXHAUSTED;
    }

    /** Whether a production that had so much accepted is still held, or was when it ended. */
    boolean isHeld(StreamId stream, long accepted) {
        ProductionState seen = productions.get(stream);
        return seen == null ? accepted(stream) == accepted : seen.held();
    }

    /** Whether a production of which the model knows all that was accepted is still held, or was when it ended. */
    boolean isHeld(ReferenceProduction production) {
        ProductionState seen = productions.get(production.id);
        return accepted(production.id) == production.accepted
                && (seen == null
                        ? !hasFinished(production)
                        : (seen.held() && seen.acceptedMessages() == production.messages));
    }

    boolean isOver(ReferenceProduction production) {
        return line(production.id).ending() != null;
    }

    Line line(StreamId stream) {
        @Nullable Line line = lines.get(stream);
        if (line == null) {
            throw new LawBroken("stream " + stream + " is unknown");
        }
        return line;
    }

    private static long sum(Iterable<Long> units) {
        long sum = 0;
        for (long each : units) {
            sum += each;
        }
        return sum;
    }
}
