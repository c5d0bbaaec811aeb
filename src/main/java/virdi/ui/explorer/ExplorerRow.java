package virdi.ui.explorer;

import java.util.List;
import java.util.Locale;
import virdi.model.Target;
import virdi.telemetry.ClientView;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.telemetry.TankState;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Sign;
import virdi.ui.sign.StateText;
import virdi.ui.sign.Tone;

/**
 * One line of a list.
 *
 * @param target of the line
 * @param sign of its state
 * @param name of the resource or client
 * @param note its state in a word, or its fill or number of streams while all is well
 * @param noteTone the colour of the note: that of the state where it asks for attention, else calm
 */
record ExplorerRow(Target target, Sign sign, String name, String note, Tone noteTone) {
    static ExplorerRow of(ResourceView resource) {
        boolean telling = resource.tank() != TankState.FILLING
                && resource.tank() != TankState.DRAINING
                && resource.tank() != TankState.STEADY;
        return new ExplorerRow(
                new Target.Resource(resource.id()),
                Sign.of(resource.tank()),
                resource.id().value(),
                telling ? resource.tank().word() : Figures.percent(resource.fillShare()),
                telling ? Tone.of(resource.severity()) : Tone.CALM);
    }

    static ExplorerRow of(ClientView client) {
        boolean telling = client.severity().compareTo(Severity.HELD) >= 0;
        return new ExplorerRow(
                new Target.Client(client.peer().client()),
                Sign.of(client.state()),
                client.peer().client().value(),
                telling ? brief(StateText.of(client)) : Figures.count(client.streams(), "stream"),
                telling ? Tone.of(client.severity()) : Tone.CALM);
    }

    /** "1 stopped: tank full" leaves no room for the name, so the text ends at the colon. */
    private static String brief(String words) {
        int colon = words.indexOf(':');
        return colon < 0 ? words : words.substring(0, colon);
    }

    /** Whether all words occur in the name or the note; words are in lower case. */
    boolean matches(List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String text = (name + " " + note).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it asks for attention. */
    boolean isProblem() {
        return sign.tone() == Tone.WARNING || sign.tone() == Tone.TROUBLE;
    }
}
