package virdi.ui.about;

import java.util.Locale;

/**
 * A work of others that the program is distributed with.
 *
 * @param name of the work: "io.grpc:grpc-api" for a library, plain words for what is none
 * @param version of a library; where it is found for what is none
 * @param licence SPDX's name of the licence that it was taken under
 * @param textFile the licence's text, among the program's resources and beside its jars
 * @param address where it comes from
 */
public record ThirdPartyWork(String name, String version, String licence, String textFile, String address) {
    /** The name without what only tells who made it: "grpc-api". */
    String shortName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Whether its name or its licence holds a text, in letters of any size. */
    boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return (name + " " + licence).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Whether it is a library, with a version. */
    boolean isLibrary() {
        return name.indexOf(':') > 0;
    }
}
