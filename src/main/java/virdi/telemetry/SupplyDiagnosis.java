package virdi.telemetry;

import virdi.model.Target;

/** One reason why too little comes into a tank. Immutable; figures are rounded as in {@link Cause}. */
public sealed interface SupplyDiagnosis
        permits OperatorDiagnosis,
                SupplyDiagnosis.NobodyProduces,
                SupplyDiagnosis.ProducersNotAnswering,
                SupplyDiagnosis.ProducersSilent,
                SupplyDiagnosis.ProducersJustAsked,
                SupplyDiagnosis.ProducersTooSlow,
                SupplyDiagnosis.AllTakenAtOnce {
    /** The thing to look at. */
    Target culprit();

    /** No client offers or produces the resource. */
    record NobodyProduces(Target culprit) implements SupplyDiagnosis {}

    /** @param seconds since the first of them was asked */
    record ProducersNotAnswering(Target culprit, StreamGroup producers, long seconds) implements SupplyDiagnosis {}

    /** @param seconds since the last units of the first of them */
    record ProducersSilent(Target culprit, StreamGroup producers, long seconds) implements SupplyDiagnosis {}

    /** The producers have had no time yet to send anything. */
    record ProducersJustAsked(Target culprit, StreamGroup producers) implements SupplyDiagnosis {}

    /**
     * The producers send less than the consumers could take.
     *
     * @param madePerMinute units that the producers send
     * @param wantedPerMinute units that the consumers could take
     */
    record ProducersTooSlow(Target culprit, StreamGroup producers, double madePerMinute, double wantedPerMinute)
            implements SupplyDiagnosis {}

    /**
     * The producers send as much as the consumers could take, and nothing of it stays in the tank.
     *
     * @param madePerMinute units that the producers send
     */
    record AllTakenAtOnce(Target culprit, StreamGroup producers, double madePerMinute) implements SupplyDiagnosis {}
}
