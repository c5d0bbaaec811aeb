package virdi.ui.about;

import java.util.Locale;

/**
 * A third-party work that is distributed with the program. Immutable.
 *
 * @param name of the work: "io.grpc:grpc-api" for a library, plain words for another work
 * @param version of a library; the place of another work
 * @param licence SPDX identifier of its licence
 * @param textFile the licence's text, among the program's resources and beside its jars
 * @param address where it comes from
 */
public record ThirdPartyWork(String name, String version, String licence, String textFile, String address) {
    /** The name without the group: "grpc-api". */
    String shortName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Whether its name or licence contains a text, in upper or lower case. */
    boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return (name + " " + licence).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Whether it is a library, with a version. */
    boolean isLibrary() {
        return name.indexOf(':') > 0;
    }
}
