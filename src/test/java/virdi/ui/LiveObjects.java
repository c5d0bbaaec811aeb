package virdi.ui;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts what lives on the heap after a full collection. */
public final class LiveObjects {
    private LiveObjects() {}

    /** How many instances there are of classes by name; lambdas count for the class that they are in. */
    public static Map<String, Long> count(Predicate<String> wanted) {
        return histogram()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 4 && words[0].endsWith(":") && wanted.test(words[3]))
                .collect(Collectors.toMap(
                        words -> words[3].replaceFirst("\\$\\$Lambda.*", "\\$\\$Lambda"),
                        words -> Long.parseLong(words[1]),
                        Long::sum,
                        TreeMap::new));
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("this JVM does not count its objects", e);
        }
    }
}
