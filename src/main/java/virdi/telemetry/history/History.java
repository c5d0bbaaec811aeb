package virdi.telemetry.history;

import virdi.telemetry.TimeRange;

/**
 * The last minute, ten minutes and hour of one stream, tank or client, in {@link TimeRange#POINTS} points each; one thread.
 *
 * <p>Every second goes into a step of each range at once, so nothing is summed up later. A figure that stands still needs no
 * array: a consumer whose rate, buffer and total change all the time takes 3.3 kB, an idle one 260 bytes.
 */
public final class History {
    private final FloatRing in = new FloatRing(true);
    private final FloatRing out = new FloatRing(true);
    private final FloatRing possible = new FloatRing(true);
    private final FloatRing level = new FloatRing(false);
    private final LongRing unitsIn = new LongRing();
    private final LongRing unitsOut = new LongRing();
    private long first;
    private long last;
    private boolean begun;

    /** Puts the figures of a second. Seconds left out since the last one get the figures of the last one. */
    public void put(
            long second,
            double inPerMinute,
            double outPerMinute,
            double possiblePerMinute,
            double levelUnits,
            long acceptedUnits,
            long deliveredUnits) {
        if (begun && second <= last) {
            return;
        }
        if (begun && second > last + 1) {
            repeat(Math.max(last + 1, second - TimeRange.HOUR.seconds()), second);
        }
        if (!begun) {
            begun = true;
            first = second;
        }
        in.put(second, inPerMinute, first);
        out.put(second, outPerMinute, first);
        possible.put(second, possiblePerMinute, first);
        level.put(second, levelUnits, first);
        unitsIn.put(second, acceptedUnits);
        unitsOut.put(second, deliveredUnits);
        last = second;
    }

    /** Whether anything was put. */
    public boolean isBegun() {
        return begun;
    }

    public long lastSecond() {
        return last;
    }

    /** The oldest step of a range that is kept. */
    public long oldest(TimeRange range) {
        return Math.max(range.step(first), range.step(last) - TimeRange.POINTS + 1);
    }

    public double inAt(TimeRange range, long step) {
        return in.at(range, step);
    }

    public double outAt(TimeRange range, long step) {
        return out.at(range, step);
    }

    public double possibleAt(TimeRange range, long step) {
        return possible.at(range, step);
    }

    public double levelAt(TimeRange range, long step) {
        return level.at(range, step);
    }

    public long unitsInAt(TimeRange range, long step) {
        return unitsIn.at(range, step);
    }

    public long unitsOutAt(TimeRange range, long step) {
        return unitsOut.at(range, step);
    }

    /** Whether the range is full and all its points are equal. */
    public boolean isFlat(TimeRange range) {
        int seconds = range.seconds();
        return in.isStill(seconds)
                && out.isStill(seconds)
                && possible.isStill(seconds)
                && level.isStill(seconds)
                && unitsIn.isStill(seconds)
                && unitsOut.isStill(seconds);
    }

    private void repeat(long from, long until) {
        in.repeat(from, until, first);
        out.repeat(from, until, first);
        possible.repeat(from, until, first);
        level.repeat(from, until, first);
        unitsIn.repeat(from, until, first);
        unitsOut.repeat(from, until, first);
    }
}
