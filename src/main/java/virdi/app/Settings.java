package virdi.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import virdi.model.BrokerSettings;
import virdi.model.OperatorCommand;

/**
 * Everything that can be set, read and checked.
 *
 * @param broker the rules' part
 * @param dataDirectory where the store and the logs are
 */
record Settings(BrokerSettings broker, Path dataDirectory) {
    private static final BrokerSettings RULES = BrokerSettings.DEFAULT;
    private static final Duration NONE = Duration.ZERO;
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    static final SettingKey<String> DATA_DIRECTORY = SettingKey.text(
            "data.directory",
            "",
            "the path of a directory",
            "where rules, levels, window settings and logs are kept; the platform's own place by default");
    static final SettingKey<Long> CAPACITY = SettingKey.number(
            "resources.capacity",
            RULES.capacityUnits(),
            1,
            OperatorCommand.MAX_UNITS,
            "units a tank holds that nobody has set otherwise");
    static final SettingKey<Long> RESUME_PERCENT = SettingKey.number(
            "resources.resume-percent",
            RULES.resumePercent(),
            0,
            99,
            "resume mark: demand returns at or below this share of the capacity");
    static final SettingKey<Boolean> UNKNOWN = SettingKey.choice(
            "resources.unknown",
            RULES.createUnknownResources(),
            "create",
            "reject",
            "what becomes of a resource seen for the first time");
    static final SettingKey<Long> FILL_PERCENT = SettingKey.number(
            "consumers.fill-percent",
            RULES.fillPercent(),
            1,
            100,
            "how far a consumer's own buffer is filled; the rest covers what the network delays");
    static final SettingKey<Duration> COALESCING = SettingKey.duration(
            "consumers.coalescing", RULES.coalescing(), NONE, "shortest time between two messages to one consumer");
    static final SettingKey<Duration> FIRST_MESSAGE_TIMEOUT = SettingKey.duration(
            "productions.first-message-timeout",
            RULES.firstMessageTimeout(),
            A_MILLISECOND,
            "how long a production may stay silent before its init_info");
    static final SettingKey<Duration> FIRST_REPEAT = SettingKey.duration(
            "requests.first-repeat",
            RULES.firstRepeat(),
            A_MILLISECOND,
            "how long an unanswered request waits before it is sent again; doubles each time");
    static final SettingKey<Duration> LONGEST_REPEAT = SettingKey.duration(
            "requests.longest-repeat", RULES.longestRepeat(), A_MILLISECOND, "the most that a repeat waits");
    static final SettingKey<Long> MAX_CLIENTS =
            SettingKey.number("clients.max", RULES.maxClients(), 1, Integer.MAX_VALUE, "clients that may be connected");
    static final SettingKey<Long> MAX_STREAMS = SettingKey.number(
            "clients.max-streams",
            RULES.maxStreamsPerClient(),
            1,
            Integer.MAX_VALUE,
            "streams that one client may have open");

    /** All keys, in the order of the manual. */
    static final List<SettingKey<?>> KEYS = List.of(
            CAPACITY,
            RESUME_PERCENT,
            UNKNOWN,
            FILL_PERCENT,
            COALESCING,
            FIRST_MESSAGE_TIMEOUT,
            FIRST_REPEAT,
            LONGEST_REPEAT,
            MAX_CLIENTS,
            MAX_STREAMS,
            DATA_DIRECTORY);

    /** Checks all values, also against each other. */
    static Settings of(SettingValues values, Path standardDataDirectory) throws CannotStart {
        String directory = values.find(DATA_DIRECTORY);
        return new Settings(
                broker(values),
                (directory == null ? standardDataDirectory : Path.of(directory))
                        .toAbsolutePath()
                        .normalize());
    }

    private static BrokerSettings broker(SettingValues values) throws CannotStart {
        Duration firstRepeat = values.get(FIRST_REPEAT);
        Duration longestRepeat = values.get(LONGEST_REPEAT);
        if (longestRepeat.compareTo(firstRepeat) < 0) {
            throw new CannotStart(LONGEST_REPEAT.name() + " (" + values.originOf(LONGEST_REPEAT) + ") is "
                    + SettingKey.text(longestRepeat) + "; expected no less than " + FIRST_REPEAT.name() + " ("
                    + values.originOf(FIRST_REPEAT) + "), which is " + SettingKey.text(firstRepeat) + ".");
        }
        return new BrokerSettings(
                values.get(CAPACITY),
                values.get(RESUME_PERCENT).intValue(),
                values.get(FILL_PERCENT).intValue(),
                values.get(COALESCING),
                values.get(FIRST_MESSAGE_TIMEOUT),
                firstRepeat,
                longestRepeat,
                values.get(UNKNOWN),
                values.get(MAX_STREAMS).intValue(),
                values.get(MAX_CLIENTS).intValue());
    }
}
