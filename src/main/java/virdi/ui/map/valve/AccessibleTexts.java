package virdi.ui.map.valve;

import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.ClientCard;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.Valve;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.CauseText;
import virdi.ui.sign.Figures;
import virdi.ui.sign.StateText;

/** Texts for screen readers. FX thread only. */
public final class AccessibleTexts {
    private AccessibleTexts() {}

    /** The text of an element with its valve, also while that is being set. */
    public static String of(MapViewModel model, ValveModel valves, @Nullable MapElement element) {
        Valve valve = element == null ? null : valves.valve(element);
        Valve held = valves.held();
        if (held != null && held.element().equals(element)) {
            String setting = held.words(valves.pace()) + " " + held.possibleWords();
            return "Valve of " + held.name() + ", " + setting.strip() + ". " + valves.sentence();
        }
        return of(model, element) + (valve == null ? "" : ". Valve: " + setting(valve));
    }

    private static String setting(Valve valve) {
        return valve.binding() == null ? valve.words(valve.pace()) : "held by " + valve.bindingWords();
    }

    public static String of(MapViewModel model, @Nullable MapElement element) {
        CardPicture card = element == null ? null : model.card(element.card());
        if (card != null) {
            return of(card);
        }
        BasinPicture basin = element == null ? null : model.basin(element.basin());
        if (element == null || basin == null) {
            return model.order() == MapOrder.BY_CLIENT ? "Map of all clients" : "Map of all resources";
        }
        NodePicture picture = model.node(element);
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
