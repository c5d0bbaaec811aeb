package virdi.ui.sign;

import java.util.List;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.DrainDiagnosis;
import virdi.telemetry.OperatorDiagnosis;
import virdi.telemetry.OperatorDiagnosis.BlockedByRule;
import virdi.telemetry.OperatorDiagnosis.HeldByRule;
import virdi.telemetry.OperatorDiagnosis.PortClosed;
import virdi.telemetry.StreamGroup;
import virdi.telemetry.SupplyDiagnosis;

/** Writes the sentence that answers "Why?", for people at the window. Any thread. */
public final class CauseText {
    private static final String PRODUCER = "producer";
    private static final String CONSUMER = "consumer";

    private CauseText() {}

    /** The sentence without its full stop: "iron is empty: smelter-1 has not answered a request for 42 s". */
    public static String of(Cause cause) {
        return switch (cause) {
            case Cause.TankEmpty it -> it.tank() + " is empty: " + supply(it.lacks());
            case Cause.TankFull it -> it.tank() + " is full: " + drain(it.obstacles());
            case Cause.TankWithoutProducer it -> {
                SupplyDiagnosis keptAway = it.keptAway();
                yield keptAway == null
                        ? "nobody offers or produces " + it.tank()
                        : "nobody produces " + it.tank() + ": " + of(keptAway);
            }
            case Cause.ConsumerStarving it ->
                it.consumer() + " starves: " + it.tank() + " is empty; " + supply(it.lacks());
            case Cause.ShareNotDelivered it ->
                it.consumer() + " starves: its share of the " + Figures.units(it.freeUnits()) + " units of " + it.tank()
                        + " has not come yet";
            case Cause.ConsumerNotReading it ->
                it.consumer() + " has not read for " + Figures.elapsed(it.seconds()) + ": "
                        + Figures.count(it.dueUnits(), "unit") + (it.dueUnits() == 1 ? " waits" : " wait") + " for it";
            case Cause.RequestUnanswered it ->
                it.producer() + " has not answered a request for " + it.tank() + " for "
                        + Figures.elapsed(it.seconds());
            case Cause.ProductionSilent it ->
                it.producer() + " was asked for " + it.tank() + " and has sent nothing for "
                        + Figures.elapsed(it.seconds());
            case Cause.StreamHeld it -> {
                Long lifts = it.liftsInSeconds();
                yield of(it.held(), CONSUMER) + (lifts == null ? "" : "; it lifts " + Figures.soon(lifts));
            }
            case Cause.StreamBlocked it -> of(it.block(), PRODUCER);
        };
    }

    private static String supply(List<SupplyDiagnosis> lacks) {
        String first = of(lacks.getFirst());
        return lacks.size() == 1 ? first : first + ", and " + of(lacks.get(1));
    }

    private static String drain(List<DrainDiagnosis> obstacles) {
        String first = of(obstacles.getFirst());
        return obstacles.size() == 1 ? first : first + ", and " + of(obstacles.get(1));
    }

    private static String of(SupplyDiagnosis lack) {
        return switch (lack) {
            case OperatorDiagnosis it -> of(it, PRODUCER);
            case SupplyDiagnosis.NobodyProduces ignored -> "nobody offers or produces it";
            case SupplyDiagnosis.ProducersNotAnswering it -> {
                StreamGroup group = it.producers();
                String time = Figures.elapsed(it.seconds());
                yield group.count() == 1
                        ? name(group, PRODUCER) + " has not answered a request for " + time
                        : name(group, PRODUCER) + " have not answered a request, " + group.first() + " for " + time;
            }
            case SupplyDiagnosis.ProducersSilent it -> {
                StreamGroup group = it.producers();
                String time = Figures.elapsed(it.seconds());
                yield group.count() == 1
                        ? name(group, PRODUCER) + " has sent nothing for " + time
                        : name(group, PRODUCER) + " have sent nothing, " + group.first() + " for " + time;
            }
            case SupplyDiagnosis.ProducersJustAsked it ->
                all(it.producers(), PRODUCER) + (it.producers().count() == 1 ? " was" : " were") + " asked just now";
            case SupplyDiagnosis.ProducersTooSlow it ->
                make(it.producers(), it.madePerMinute()) + ", and " + Figures.wholeRate(it.wantedPerMinute())
                        + " is wanted";
            case SupplyDiagnosis.AllTakenAtOnce it ->
                make(it.producers(), it.madePerMinute()) + ", all of it taken at once";
        };
    }

    private static String of(DrainDiagnosis obstacle) {
        return switch (obstacle) {
            case OperatorDiagnosis it -> of(it, CONSUMER);
            case DrainDiagnosis.NobodyConsumes ignored -> "nobody consumes it";
            case DrainDiagnosis.ConsumersNotReading it -> {
                StreamGroup group = it.consumers();
                String time = Figures.elapsed(it.seconds());
                yield group.count() == 1
                        ? name(group, CONSUMER) + " has not read for " + time
                        : name(group, CONSUMER) + " do not read, " + group.first() + " for " + time;
            }
            case DrainDiagnosis.ConsumersSatisfied it ->
                all(it.consumers(), CONSUMER)
                        + (it.consumers().count() == 1 ? " has all it can take" : " have all they can take");
            case DrainDiagnosis.ConsumersTooSlow it ->
                all(it.consumers(), CONSUMER)
                        + (it.consumers().count() == 1 ? " takes " : " take ")
                        + Figures.wholeRate(it.takenPerMinute());
        };
    }

    /** @param noun "producer" or "consumer" */
    private static String of(OperatorDiagnosis reason, String noun) {
        return switch (reason) {
            case PortClosed ignored -> "the broker is not listening (start it in the toolbar)";
            case HeldByRule it -> held(it, noun);
            case BlockedByRule it ->
                "you blocked " + name(it.streams(), noun) + (it.reason().isBlank() ? "" : ": " + it.reason());
        };
    }

    private static String held(HeldByRule held, String noun) {
        Pace pace = held.pace();
        if (held.streams().count() > 1) {
            return "you " + (pace.isPaused() ? "paused " : "throttled ") + name(held.streams(), noun);
        }
        String whom = switch (held.culprit()) {
            case Target.Client it -> "client " + it.client();
            case Target.Inflow it -> "the inflow of " + it.resource();
            case Target.Outflow it -> "the outflow of " + it.resource();
            default -> name(held.streams(), noun);
        };
        return pace.isPaused()
                ? "you paused " + whom
                : "you throttled " + whom + " to " + Figures.wholeRate(pace.unitsPerMinute());
    }

    private static String make(StreamGroup producers, double perMinute) {
        return all(producers, PRODUCER)
                + (producers.count() == 1 ? " makes " : " make ")
                + Figures.wholeRate(perMinute);
    }

    /** Some of a tank's streams: "its only producer mine", "mine", "3 producers". */
    private static String name(StreamGroup group, String noun) {
        if (group.count() > 1) {
            return Figures.count(group.count(), noun);
        }
        return group.only() ? "its only " + noun + " " + group.first() : group.first();
    }

    /** All streams of a tank: "its only producer mine", "its 3 producers". */
    private static String all(StreamGroup group, String noun) {
        return group.only() ? name(group, noun) : "its " + Figures.count(group.count(), noun);
    }
}
