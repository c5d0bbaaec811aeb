package virdi.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ClientId;
import virdi.model.CloseStatus.Code;
import virdi.model.StreamId;
import virdi.model.Target;

/**
 * When the model wants more of a resource, and whom it asks. Demand ends at full and returns at the resume mark. Offers
 * are asked at once, and again after 1 s, 2 s, 4 s … at most 30 s for as long as nobody answers.
 */
final class ReferenceDemand {
    private final ReferenceBroker broker;
    private final Map<StreamId, Integer> requests = new HashMap<>();

    ReferenceDemand(ReferenceBroker broker) {
        this.broker = broker;
    }

    /** The requests that must have been sent in this turn. */
    Map<StreamId, Integer> requests() {
        return requests;
    }

    void forgetRequests() {
        requests.clear();
    }

    /** A full tank ends its productions and its demand. */
    void check(ReferenceTank tank) {
        if (tank.isFull()) {
            if (tank.demand) {
                tank.demand = false;
                tank.offers.forEach(ReferenceOffer::rest);
            }
            List.copyOf(tank.productions).forEach(production -> broker.end(production, Code.RESOURCE_EXHAUSTED));
        } else if (!tank.demand && tank.free <= tank.resume) {
            tank.demand = true;
            tank.offers.forEach(this::begins);
        }
    }

    /** Demand for what it offers begins, or was there before it came: it is asked at once. */
    void begins(ReferenceOffer offer) {
        offer.pause = broker.settings.firstRepeat().toNanos();
        ask(offer);
    }

    void askAgainInTime(ReferenceOffer offer) {
        if (offer.askAgainAt != null && offer.askAgainAt <= broker.now()) {
            offer.askAgainAt = null;
            offer.pause =
                    Math.min(2 * offer.pause, broker.settings.longestRepeat().toNanos());
            ask(offer);
        }
    }

    private void ask(ReferenceOffer offer) {
        if (offer.tank.demand && mayBeAsked(offer)) {
            send(offer);
            offer.askAgainAt = broker.now() + offer.pause;
        }
    }

    private boolean mayBeAsked(ReferenceOffer offer) {
        return !offer.tank.isProducing(offer.client)
                && !broker.rules.isBlocked(new Target.Production(offer.client, offer.tank.id));
    }

    /** By hand, also without demand. */
    boolean askByHand(ReferenceOffer offer) {
        if (!mayBeAsked(offer)) {
            return false;
        }
        send(offer);
        return true;
    }

    private void send(ReferenceOffer offer) {
        offer.requestWaits = !offer.ready;
        if (offer.ready) {
            offer.asked = true;
            if (offer.tank.demand && offer.unansweredSince == null) {
                offer.unansweredSince = broker.now();
            }
            offer.requests++;
            requests.merge(offer.id, 1, Integer::sum);
        }
    }

    void ready(ReferenceOffer offer, boolean ready) {
        offer.ready = ready;
        if (ready && offer.requestWaits) {
            send(offer);
        }
    }

    /** Those that were sent something find out whether their transports take more. */
    void readTransports(Turn seen) {
        for (StreamId id : requests.keySet()) {
            ReferenceOffer offer = broker.offers.get(id);
            if (offer != null) {
                offer.ready = seen.line(id).isReady();
            }
        }
    }

    void answered(ClientId client, ReferenceTank tank) {
        for (ReferenceOffer offer : tank.offers) {
            if (offer.client.equals(client)) {
                offer.rest();
            }
        }
    }

    /** While demand lasts its client is asked again, but not at once; anew if the production brought something. */
    void productionEnded(ReferenceProduction production, ReferenceTank tank) {
        for (ReferenceOffer offer : tank.offers) {
            if (tank.demand && offer.client.equals(production.client) && !tank.isProducing(offer.client)) {
                if (production.accepted > 0) {
                    offer.pause = broker.settings.firstRepeat().toNanos();
                }
                offer.askAgainAt = broker.now() + offer.pause;
            }
        }
    }

    void blockChanged(Target.Production of) {
        for (ReferenceOffer offer : broker.offers.values()) {
            if (offer.client.equals(of.client()) && offer.tank.id.equals(of.resource())) {
                if (broker.rules.isBlocked(of)) {
                    offer.rest();
                } else if (!requests.containsKey(offer.id)) {
                    // Unless another rule that ended at this moment had it asked already.
                    begins(offer);
                }
            }
        }
    }
}
