package virdi.ui.sign;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Writes numbers, rates, durations and times, alike in the whole window. Any thread. English in every locale, since they stand in
 * English sentences.
 */
public final class Figures {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private Figures() {}

    /** Units in full: "4,120". Without a format string: the window writes thousands of numbers a second. */
    public static String units(long units) {
        if (units > -1_000 && units < 1_000) {
            return Long.toString(units);
        }
        StringBuilder text = new StringBuilder().append(units);
        int first = units < 0 ? 1 : 0;
        for (int comma = text.length() - 3; comma > first; comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    /** A number in at most five characters, for narrow places: "4,120", "41.2 k", "1.25 M". */
    public static String compact(double number) {
        double size = Math.abs(number);
        if (size < 9_999.5) {
            return plain(number);
        }
        String[] suffixes = {" k", " M", " G", " T", " P", " E"};
        double scaled = number;
        for (String suffix : suffixes) {
            scaled /= 1_000;
            if (Math.abs(scaled) < 999.5) {
                int decimals = Math.abs(scaled) < 99.95 ? 1 : 0;
                return String.format(Locale.ROOT, "%." + decimals + "f", scaled).replaceFirst("\\.0$", "") + suffix;
            }
        }
        return String.format(Locale.ROOT, "%.1e", number);
    }

    /** A rate with its unit: "120/min", "2.5/min". */
    public static String rate(double perMinute) {
        return number(perMinute) + "/min";
    }

    /** A rate in full, however large: "1,200,000/min", "1.5/min". */
    public static String wholeRate(double perMinute) {
        return plain(perMinute) + "/min";
    }

    /** A gain or loss in two digits, since more would be noise: "+120/min", "−1,300/min", "+12 k/min". */
    public static String gain(double perMinute) {
        double size = Math.abs(perMinute);
        double digit = size < 10 ? 0.1 : Math.pow(10, Math.floor(Math.log10(size)) - 1);
        return (perMinute < 0 ? "−" : "+") + compact(Math.rint(size / digit) * digit) + "/min";
    }

    /** The actual and the possible rate, with the unit: "310 / 600 /min". */
    public static String ratePair(double actualPerMinute, double possiblePerMinute) {
        return number(actualPerMinute) + " / " + number(possiblePerMinute) + " /min";
    }

    /** A level and its limit: "4,120 / 10,000". */
    public static String level(long level, long limit) {
        return units(level) + " / " + units(limit);
    }

    /** A share in per cent: "64 %"; only 0 reads "0 %", and only all reads "100 %". */
    public static String percent(double share) {
        double percent = share * 100;
        long rounded = Math.round(percent);
        if (rounded == 0 && percent > 0) {
            return "<1 %";
        }
        if (rounded == 100 && percent < 100) {
            rounded = 99;
        }
        return units(rounded) + " %";
    }

    /** A duration in its two largest units: "850 ms", "42 s", "3 min", "1 h 12 min", "2 d 4 h". */
    public static String duration(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        if (millis < 1_000) {
            return Math.max(0, millis) + " ms";
        }
        long seconds = millis / 1_000;
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes < 10 && seconds % 60 != 0 ? minutes + " min " + seconds % 60 + " s" : minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
        }
        return hours % 24 == 0 ? hours / 24 + " d" : hours / 24 + " d " + hours % 24 + " h";
    }

    /** How long something has lasted, in whole seconds, minutes or hours: "38 s", "2 min", "1 h 12 min", "3 d 2 h". */
    public static String elapsed(long seconds) {
        if (seconds < 60) {
            return Math.max(0, seconds) + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? pair(hours, "h", minutes % 60, "min") : pair(hours / 24, "d", hours % 24, "h");
    }

    /** A forecast in one unit: "in 15 s", "in 2 min", "in 3 h". */
    public static String soon(long seconds) {
        if (seconds < 60) {
            return "in " + seconds + " s";
        }
        return seconds < 3_600 ? "in " + seconds / 60 + " min" : "in " + seconds / 3_600 + " h";
    }

    /** The local time of day, to the millisecond: "14:02:11.204". */
    public static String clock(long epochMillis) {
        return CLOCK.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()));
    }

    /** An amount of memory: "84 MB". */
    public static String bytes(long bytes) {
        return bytes < 10_000_000_000L
                ? units(bytes / 1_000_000) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** A count with its noun: "1 stream", "12 streams". */
    public static String count(long count, String noun) {
        return units(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    private static String number(double number) {
        return Math.abs(number) < 999_999.5 ? plain(number) : compact(number);
    }

    private static String plain(double number) {
        double size = Math.abs(number);
        if (size > 0 && size < 9.95 && Math.abs(size - Math.rint(size)) >= 0.05) {
            long tenths = Math.round(size * 10);
            return (number < 0 ? "-" : "") + tenths / 10 + "." + tenths % 10;
        }
        return units(Math.round(number));
    }
}
