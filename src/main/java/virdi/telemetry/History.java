package virdi.telemetry;

/** The last 5 minutes of one target, a point a second; one thread. At most 2.6 kB while its possible rate stands. */
final class History {
    private final Column actual = new Column();
    private final Column level = new Column();
    private final Steps possible = new Steps();
    private long last;
    private int size;

    /** Puts the point of a second; seconds that were left out since the last one get that one's figures. */
    void put(long second, double actualPerMinute, double possiblePerMinute, double levelUnits) {
        if (size > 0 && second <= last) {
            return;
        }
        if (size > 0) {
            double missedActual = actual.at(last);
            double missedLevel = level.at(last);
            for (long missed = Math.max(last + 1, second - Column.SECONDS); missed < second; missed++) {
                actual.put(missed, missedActual);
                level.put(missed, missedLevel);
                size++;
            }
        }
        actual.put(second, actualPerMinute);
        level.put(second, levelUnits);
        possible.put(second, possiblePerMinute);
        last = second;
        size = Math.min(size + 1, Column.SECONDS);
    }

    /** How many points there are; the last is at {@link #lastSecond}. */
    int size() {
        return size;
    }

    long lastSecond() {
        return last;
    }

    double actualAt(long second) {
        return actual.at(second);
    }

    double possibleAt(long second) {
        return possible.at(second);
    }

    double levelAt(long second) {
        return level.at(second);
    }

    /** Whether every point is like the last. */
    boolean isFlat() {
        return actual.isFlat() && level.isFlat();
    }
}
