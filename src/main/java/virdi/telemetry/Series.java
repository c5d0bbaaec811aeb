package virdi.telemetry;

import virdi.model.Target;

/**
 * The recent past of one target, a point a second, oldest first. The arrays are the reader's to look at, not to change.
 *
 * @param target whose
 * @param lastEpochMillis when the last point was taken
 * @param actualPerMinute units per minute; for a resource, what flows out
 * @param possiblePerMinute what it could have been; for a resource, what flows in
 * @param level units in the tank, or modelled in the consumer's own buffer; 0 for others
 */
public record Series(
        Target target, long lastEpochMillis, double[] actualPerMinute, double[] possiblePerMinute, double[] level) {}
