package virdi.ui.map;

import org.jspecify.annotations.Nullable;
import virdi.ui.sign.CauseText;
import virdi.ui.sign.Figures;
import virdi.ui.sign.StateText;

/** What a screen reader says of a spot. */
final class Speech {
    private Speech() {}

    /** What is said of a node whose valve is being set, or of any spot with its valve. */
    static String of(MapViewModel model, ValveModel valves, @Nullable Spot spot) {
        Valve valve = spot == null ? null : valves.valve(spot);
        Valve held = valves.held();
        if (held != null && held.spot().equals(spot)) {
            String setting = held.words(valves.pace()) + " " + held.possibleWords();
            return "Valve of " + held.name() + ", " + setting.strip() + ". " + valves.sentence();
        }
        return of(model, spot) + (valve == null ? "" : ". Valve: " + setting(valve));
    }

    private static String setting(Valve valve) {
        return valve.binding() == null ? valve.words(valve.pace()) : "held by " + valve.bindingWords();
    }

    static String of(MapViewModel model, @Nullable Spot spot) {
        CardPicture card = spot == null ? null : model.card(spot.card());
        if (card != null) {
            return of(card);
        }
        BasinPicture basin = spot == null ? null : model.basin(spot.basin());
        if (spot == null || basin == null) {
            return model.order() == MapOrder.BY_CLIENT ? "Map of all clients" : "Map of all resources";
        }
        NodePicture picture = model.node(spot);
        var view = basin.basin().view();
        var cause = picture == null ? view.why() : picture.node().why();
        String why = cause == null ? "" : ". Why? " + CauseText.of(cause);
        if (picture == null) {
            return view.id() + ", tank, " + StateText.of(view) + ", "
                    + Figures.level(view.level(), view.state().marks().capacityUnits()) + why;
        }
        MapNode node = picture.node();
        return node.label() + (node.isProducer() ? ", producer of " : ", consumer of ") + view.id() + ", "
                + node.words() + ", " + Figures.ratePair(node.actualPerMinute(), node.possiblePerMinute()) + why;
    }

    private static String of(CardPicture picture) {
        ClientCard card = picture.card();
        var why = card.why();
        return card.label() + ", client, " + (picture.isProducer() ? "producer" : "consumer") + " of "
                + Figures.count(card.rows().size(), "resource") + ", " + card.words() + ", "
                + Figures.rate(card.actualPerMinute()) + (why == null ? "" : ". Why? " + CauseText.of(why));
    }
}
