package virdi.telemetry;

import virdi.model.Target;

/** One reason why too little goes out of a tank. Immutable; figures are rounded as in {@link Cause}. */
public sealed interface DrainDiagnosis
        permits OperatorDiagnosis,
                DrainDiagnosis.NobodyConsumes,
                DrainDiagnosis.ConsumersNotReading,
                DrainDiagnosis.ConsumersSatisfied,
                DrainDiagnosis.ConsumersTooSlow {
    /** The thing to look at. */
    Target culprit();

    /** No client consumes the resource. */
    record NobodyConsumes(Target culprit) implements DrainDiagnosis {}

    /** @param seconds since the first of them stopped reading */
    record ConsumersNotReading(Target culprit, StreamGroup consumers, long seconds) implements DrainDiagnosis {}

    /** The buffers of all consumers are full. */
    record ConsumersSatisfied(Target culprit, StreamGroup consumers) implements DrainDiagnosis {}

    /** @param takenPerMinute units that the consumers take */
    record ConsumersTooSlow(Target culprit, StreamGroup consumers, double takenPerMinute) implements DrainDiagnosis {}
}
