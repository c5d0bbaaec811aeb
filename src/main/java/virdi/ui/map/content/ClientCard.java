package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.telemetry.Cause;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.sign.Figures;

/**
 * The card of one client, or of several alike, on one side of the tanks. It has one row for each resource. Immutable;
 * any thread.
 *
 * @param label the name on the card: "factory-a", "worker ×240"
 * @param rows one node per resource that the client produces or consumes; not empty
 * @param madePerMinute total over all resources; the same on the cards of both sides
 * @param takenPerMinute total over all resources; the same on the cards of both sides
 */
public record ClientCard(
        CardKey key,
        String label,
        List<ClientId> clients,
        List<MapNode> rows,
        double madePerMinute,
        double takenPerMinute) {
    /** Returns what the client produces and consumes in total: "+1,200 −300/min". */
    public String totals() {
        boolean makes = key.side() == Side.PRODUCER || madePerMinute > 0;
        boolean takes = key.side() == Side.CONSUMER || takenPerMinute > 0;
        String made = makes ? signed("+", madePerMinute) : "";
        String taken = takes ? signed("−", takenPerMinute) : "";
        return made + (makes && takes ? " " : "") + taken + "/min";
    }

    /** Returns the total of the card's own side: produced units on the left, consumed units on the right. */
    public String total() {
        return (key.side() == Side.PRODUCER ? signed("+", madePerMinute) : signed("−", takenPerMinute)) + "/min";
    }

    private static String signed(String sign, double perMinute) {
        return (perMinute < 0.05 ? "" : sign) + Figures.compact(perMinute);
    }

    /** Returns the row with the worst severity. */
    public MapNode worst() {
        MapNode worst = rows.getFirst();
        for (MapNode row : rows) {
            worst = row.severity().compareTo(worst.severity()) > 0 ? row : worst;
        }
        return worst;
    }

    public Severity severity() {
        return worst().severity();
    }

    public double actualPerMinute() {
        double sum = 0;
        for (MapNode row : rows) {
            sum += row.actualPerMinute();
        }
        return sum;
    }

    /**
     * Returns the state in words. A single row gives its own words; otherwise the words count the streams in the worst
     * state: "3 of 8 starving".
     */
    public String words() {
        MapNode worst = worst();
        if (rows.size() == 1) {
            return worst.words();
        }
        List<StreamView> leads = new ArrayList<>();
        rows.forEach(row -> leads.addAll(row.leads()));
        int alike = MapNode.count(leads, worst.flow());
        String word = worst.flow().word();
        return alike == leads.size() ? word : alike + " of " + leads.size() + " " + word;
    }

    public @Nullable Cause why() {
        return worst().why();
    }
}
