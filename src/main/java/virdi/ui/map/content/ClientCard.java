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
 * One client, or several alike, on one side of the tanks: a row for each resource.
 *
 * @param label its name: "factory-a", "worker ×240"
 * @param rows what it makes or takes of each resource, not empty
 * @param madePerMinute of all resources; on either side's card
 * @param takenPerMinute of all resources; on either side's card
 */
public record ClientCard(
        CardKey key,
        String label,
        List<ClientId> clients,
        List<MapNode> rows,
        double madePerMinute,
        double takenPerMinute) {
    /** What all of it makes and takes: "+1,200 −300/min". */
    public String totals() {
        boolean makes = key.side() == Side.PRODUCER || madePerMinute > 0;
        boolean takes = key.side() == Side.CONSUMER || takenPerMinute > 0;
        String made = makes ? signed("+", madePerMinute) : "";
        String taken = takes ? signed("−", takenPerMinute) : "";
        return made + (makes && takes ? " " : "") + taken + "/min";
    }

    /** What it makes, or on the other side what it takes. */
    public String total() {
        return (key.side() == Side.PRODUCER ? signed("+", madePerMinute) : signed("−", takenPerMinute)) + "/min";
    }

    private static String signed(String sign, double perMinute) {
        return (perMinute < 0.05 ? "" : sign) + Figures.compact(perMinute);
    }

    /** The row that is worst off. */
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

    /** Its state: the one of its only row, or how many of its streams are in the worst: "3 of 8 starving". */
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
