package virdi.simulation;

import virdi.model.Target;

/** The meaning of an operator's target in the model. */
final class ReferenceTargets {
    private ReferenceTargets() {}

    static boolean means(Target target, ReferenceOffer offer) {
        return switch (target) {
            case Target.OneStream one -> one.stream().equals(offer.id);
            case Target.Client of -> of.client().equals(offer.client);
            case Target.Resource of -> of.resource().equals(offer.tank.id);
            default -> false;
        };
    }

    static boolean means(Target target, ReferenceProduction production) {
        ReferenceTank tank = production.tank;
        return switch (target) {
            case Target.OneStream one -> one.stream().equals(production.id);
            case Target.Client of -> of.client().equals(production.client);
            case Target.Resource of -> tank != null && of.resource().equals(tank.id);
            case Target.Inflow of -> tank != null && of.resource().equals(tank.id);
            case Target.Production of ->
                tank != null
                        && of.client().equals(production.client)
                        && of.resource().equals(tank.id);
            default -> false;
        };
    }

    static boolean means(Target target, ReferenceConsumer consumer) {
        return switch (target) {
            case Target.OneStream one -> one.stream().equals(consumer.id);
            case Target.Client of -> of.client().equals(consumer.client);
            case Target.Resource of -> of.resource().equals(consumer.tank.id);
            case Target.Outflow of -> of.resource().equals(consumer.tank.id);
            case Target.Consumption of ->
                of.client().equals(consumer.client) && of.consumer().equals(consumer.spec.consumer());
            default -> false;
        };
    }

    /** A production or consumer outlives its stream; a rule is laid on what lasts. */
    static Target lasting(Target target, ReferenceBroker broker) {
        if (!(target instanceof Target.OneStream)) {
            return target;
        }
        for (ReferenceOffer offer : broker.offers.values()) {
            if (means(target, offer)) {
                return new Target.Production(offer.client, offer.tank.id);
            }
        }
        for (ReferenceProduction production : broker.productions.values()) {
            if (production.tank != null && means(target, production)) {
                return new Target.Production(production.client, production.tank.id);
            }
        }
        for (ReferenceConsumer consumer : broker.consumers.values()) {
            if (means(target, consumer)) {
                return new Target.Consumption(consumer.client, consumer.spec.consumer());
            }
        }
        return target;
    }
}
