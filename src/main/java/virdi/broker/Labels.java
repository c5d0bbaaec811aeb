package virdi.broker;

import virdi.model.Target;

/** What a target is called in messages. */
final class Labels {
    private Labels() {}

    static String of(Target target) {
        return switch (target) {
            case Target.OneStream one -> "stream " + one.stream();
            case Target.Client of -> "client " + of.client();
            case Target.Resource of -> "resource " + of.resource();
            case Target.Inflow of -> "the inflow of " + of.resource();
            case Target.Outflow of -> "the outflow of " + of.resource();
            case Target.Production of -> "production of " + of.resource() + " by " + of.client();
            case Target.Consumption of -> "consumer " + of.consumer() + " of " + of.client();
        };
    }
}
