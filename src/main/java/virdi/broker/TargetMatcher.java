package virdi.broker;

import virdi.model.ResourceId;
import virdi.model.Target;

/** Which streams a target means. */
final class TargetMatcher {
    private TargetMatcher() {}

    static boolean concerns(Target target, BrokerStream stream) {
        return switch (target) {
            case Target.OneStream one -> stream.id().equals(one.stream());
            case Target.Client of -> stream.peer().client().equals(of.client());
            case Target.Resource of -> isOf(of.resource(), stream);
            case Target.Inflow of -> stream instanceof ProductionStream && isOf(of.resource(), stream);
            case Target.Outflow of -> stream instanceof ConsumerStream && isOf(of.resource(), stream);
            case Target.Production of ->
                stream instanceof ProductionStream
                        && stream.peer().client().equals(of.client())
                        && isOf(of.resource(), stream);
            case Target.Consumption of ->
                stream instanceof ConsumerStream consumer
                        && stream.peer().client().equals(of.client())
                        && consumer.spec().consumer().equals(of.consumer());
        };
    }

    static boolean isProductionOf(Target target, OfferStream offer) {
        return target.equals(
                new Target.Production(offer.peer().client(), offer.tank().id()));
    }

    private static boolean isOf(ResourceId resource, BrokerStream stream) {
        return switch (stream) {
            case OfferStream offer -> offer.tank().id().equals(resource);
            case ProductionStream production ->
                production.isBound() && production.tank().id().equals(resource);
            case ConsumerStream consumer -> consumer.spec().resource().equals(resource);
        };
    }
}
