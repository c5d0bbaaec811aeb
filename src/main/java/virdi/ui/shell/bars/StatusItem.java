package virdi.ui.shell.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Totals;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Tone;

/**
 * One figure of the status bar.
 *
 * @param text with its unit or noun
 * @param sign in front of the text; null for none
 */
record StatusItem(String text, @Nullable Sign sign) {
    private static final Sign GOOD = new Sign(SignShape.DISC, Tone.GOOD);
    private static final Sign FULL = new Sign(SignShape.SQUARE, Tone.WARNING);
    private static final Sign TROUBLE = new Sign(SignShape.TRIANGLE, Tone.TROUBLE);

    /** All figures, always in the same number and order so that none jumps. Those with an empty text are hidden. */
    static List<StatusItem> of(Totals totals) {
        List<StatusItem> items = new ArrayList<>();
        items.add(new StatusItem(Figures.count(totals.streams(), "stream"), null));
        items.add(new StatusItem(Figures.count(totals.clients(), "client"), null));
        items.add(new StatusItem(Figures.compact(totals.unitsPerMinute()) + " units/min", null));
        items.add(new StatusItem(perSecond(totals.messagesPerSecond()) + " messages/s", null));
        items.add(some(totals.tanksFull(), Figures.count(totals.tanksFull(), "tank") + " full", FULL));
        items.add(some(totals.tanksEmpty(), Figures.count(totals.tanksEmpty(), "tank") + " empty", TROUBLE));
        items.add(some(totals.starving(), Figures.count(totals.starving(), "consumer") + " starving", TROUBLE));
        items.add(ledger(totals.ledgerDifference()));
        return items;
    }

    /** The figures of the program itself. */
    static String health(long heapBytes, double frameMillis) {
        return "heap " + Figures.bytes(heapBytes) + " · frame " + String.format(Locale.ROOT, "%.1f ms", frameMillis);
    }

    private static StatusItem some(int count, String text, Sign sign) {
        return count == 0 ? new StatusItem("", null) : new StatusItem(text, sign);
    }

    private static StatusItem ledger(long difference) {
        if (difference == 0) {
            return new StatusItem("ledger balances", GOOD);
        }
        String what = difference > 0 ? " invented" : " lost";
        return new StatusItem("ledger: " + Figures.count(Math.abs(difference), "unit") + what, TROUBLE);
    }

    private static String perSecond(double rate) {
        return rate > 0 && rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : Figures.compact(rate);
    }
}
