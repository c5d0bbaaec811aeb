package virdi.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.model.Target;

/**
 * The answer to "Why?": the first cause of a state that is not healthy, as a value. Immutable; the window writes the
 * sentence. Figures are rounded as sentences show them (times as {@code ElapsedTime} does), so a cause stays equal until its
 * sentence changes.
 */
public sealed interface Cause {
    /** The thing to look at first; a window selects it when the user follows the link. */
    Target culprit();

    /** @param lacks why too little comes in: one or two, the first cause first */
    record TankEmpty(ResourceId tank, List<SupplyDiagnosis> lacks) implements Cause {
        public TankEmpty {
            lacks = List.copyOf(lacks);
        }

        @Override
        public Target culprit() {
            return lacks.getFirst().culprit();
        }
    }

    /** @param obstacles why too little goes out: one or two, the first cause first */
    record TankFull(ResourceId tank, List<DrainDiagnosis> obstacles) implements Cause {
        public TankFull {
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public Target culprit() {
            return obstacles.getFirst().culprit();
        }
    }

    /** @param keptAway what keeps the producers of the tank away, null when nothing does */
    record TankWithoutProducer(ResourceId tank, @Nullable SupplyDiagnosis keptAway) implements Cause {
        @Override
        public Target culprit() {
            return keptAway == null ? new Target.Resource(tank) : keptAway.culprit();
        }
    }

    /**
     * A consumer starves because its tank is empty.
     *
     * @param lacks why too little comes into the tank, as in {@link TankEmpty}
     */
    record ConsumerStarving(String consumer, ResourceId tank, List<SupplyDiagnosis> lacks) implements Cause {
        public ConsumerStarving {
            lacks = List.copyOf(lacks);
        }

        @Override
        public Target culprit() {
            return lacks.getFirst().culprit();
        }
    }

    /**
     * A consumer starves although its tank has units that are due to nobody.
     *
     * @param freeUnits how many
     */
    record ShareNotDelivered(String consumer, ResourceId tank, long freeUnits) implements Cause {
        @Override
        public Target culprit() {
            return new Target.Resource(tank);
        }
    }

    /** @param dueUnits allotted to the consumer and not yet handed over */
    record ConsumerNotReading(Target culprit, String consumer, long seconds, long dueUnits) implements Cause {}

    /** A client offers and does not open a production, so many seconds after it was asked to. */
    record RequestUnanswered(Target culprit, String producer, ResourceId tank, long seconds) implements Cause {}

    /** A production is open, was asked for units and has sent none for so many seconds. */
    record ProductionSilent(Target culprit, String producer, ResourceId tank, long seconds) implements Cause {}

    /** @param liftsInSeconds when the throttle ends, as {@link Forecast} rounds it; null when that is not told */
    record StreamHeld(
            OperatorDiagnosis.HeldByRule held, @Nullable Long liftsInSeconds) implements Cause {
        @Override
        public Target culprit() {
            return held.culprit();
        }
    }

    /** A rule of the operator blocks a stream. */
    record StreamBlocked(OperatorDiagnosis.BlockedByRule block) implements Cause {
        @Override
        public Target culprit() {
            return block.culprit();
        }
    }
}
