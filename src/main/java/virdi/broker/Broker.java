package virdi.broker;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.ClientId;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.Ending;
import virdi.model.Opening;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.Rule;
import virdi.model.StreamKind;
import virdi.model.Target;

/**
 * The rules of the protocol. One thread at a time may call; the engine's.
 *
 * <p>Calls come in turns: any number of them with one {@code now}, beginning with {@link #onDeadline}, ending with
 * {@link #endTurn}. What is decided goes to each stream's {@link Opener} at once; facts leave through the journal.
 * Times are nanoseconds since 1970 and never go back.
 */
public final class Broker {
    private final BrokerSettings settings;
    private final Journal journal;
    private final Timers timers = new Timers();
    private final Views views = new Views();
    private final OpenStreams streams = new OpenStreams();
    private final Deliveries deliveries = new Deliveries();
    private final Rules rules;
    private final Clients clients;
    private final Tanks tanks;
    private final Operators operators;
    private final ConsumerStream.Collaborators forConsumers;
    private long messagesIn;
    private boolean shutDown;

    /**
     * @param events told of each fact, on the caller's thread
     */
    public Broker(BrokerSettings settings, Opening opening, Consumer<BrokerEvent> events, long nowNanos) {
        this.settings = settings;
        this.journal = new Journal(events);
        this.rules = new Rules(timers, settings, this::ruleExpired);
        this.clients = new Clients(settings);
        this.tanks = new Tanks(settings, rules, timers, journal, views, this::end);
        this.operators = new Operators(settings, rules, tanks, streams, journal, views, this::end, this::ruleChanged);
        this.forConsumers = new ConsumerStream.Collaborators(settings, timers, views, deliveries);
        for (Rule rule : opening.rules()) {
            switch (rule) {
                case Rule.Throttle throttle -> rules.throttle(throttle, nowNanos);
                case Rule.Block block -> rules.block(block);
                case Rule.Capacity capacity -> rules.setCapacity(capacity.resource(), capacity.capacityUnits());
            }
        }
        opening.levels().forEach((resource, units) -> tanks.restore(resource, units, nowNanos));
    }

    // Streams open

    /** A client offers a resource. Null when it was refused; its opener has been told then. */
    public @Nullable OfferStream openOffer(Opener opener, ResourceId resource, boolean ready, long now) {
        ClientId client = opener.peer().client();
        Ending refusal = refusal(client, resource, new Target.Client(client), new Target.Resource(resource));
        if (refusal != null) {
            refuse(opener, StreamKind.OFFER, resource, null, refusal, now);
            return null;
        }
        Tank tank = tanks.get(resource, now);
        OfferStream offer = opened(new OfferStream(opener, tank, settings, rules, timers, journal, views, ready, now));
        journal.opened(offer, "", now);
        tank.add(offer, now);
        return offer;
    }

    /** A client opens a production, of what its first message will tell. Null when it was refused. */
    public @Nullable ProductionStream openProduction(Opener opener, long now) {
        ClientId client = opener.peer().client();
        Ending refusal = refusal(client, null, new Target.Client(client));
        if (refusal != null) {
            refuse(opener, StreamKind.PRODUCTION, null, null, refusal, now);
            return null;
        }
        return opened(new ProductionStream(opener, settings.firstMessageTimeout(), timers, views, this::end, now));
    }

    /** The first message of a production. */
    public void initProduction(ProductionStream production, ResourceId resource, long now) {
        if (!production.isOpen()) {
            return;
        }
        Peer peer = production.peer();
        Ending refusal = rules.refusal(new Target.Resource(resource), new Target.Production(peer.client(), resource));
        if (refusal == null) {
            refusal = unknown(resource);
        }
        if (refusal != null) {
            end(production, refusal, now);
            return;
        }
        Tank tank = tanks.get(resource, now);
        boolean asked = tank.add(production);
        production.bind(tank, asked, rules.productionMeters(peer.client(), resource));
        views.rosterChanged(production);
        journal.opened(production, asked ? "" : "unsolicited", now);
        if (tank.isFull()) {
            end(production, tank.fullEnding(), now);
        }
    }

    /** A client opens a consumer. Null when it was refused. */
    public @Nullable ConsumerStream openConsumption(Opener opener, ConsumptionSpec spec, boolean ready, long now) {
        ClientId client = opener.peer().client();
        Target.Consumption key = new Target.Consumption(client, spec.consumer());
        Ending refusal =
                refusal(client, spec.resource(), new Target.Client(client), new Target.Resource(spec.resource()), key);
        if (refusal == null && streams.holds(key)) {
            refusal = new Ending(
                    Ending.Code.ALREADY_EXISTS,
                    "consumer " + spec.consumer() + " of client " + client
                            + " is open already; expected a consumer_id that is not in use");
        }
        if (refusal != null) {
            refuse(opener, StreamKind.CONSUMER, spec.resource(), spec.consumer(), refusal, now);
            return null;
        }
        Tank tank = tanks.get(spec.resource(), now);
        Meters meters = rules.consumptionMeters(client, spec.consumer(), spec.resource());
        ConsumerStream consumer =
                opened(new ConsumerStream(opener, forConsumers, tank, spec.sharing(tank.id()), meters, ready, now));
        journal.opened(consumer, spec.maxRatePerMinute() + "/min", now);
        consumer.settle(now);
        return consumer;
    }

    private <S extends BrokerStream> S opened(S stream) {
        streams.add(stream);
        views.rosterChanged(stream);
        clients.opened(stream.peer().client());
        return stream;
    }

    private @Nullable Ending refusal(ClientId client, @Nullable ResourceId resource, Target... targets) {
        Ending refusal = rules.refusal(targets);
        if (refusal == null) {
            refusal = clients.refusal(client);
        }
        return refusal == null && resource != null ? unknown(resource) : refusal;
    }

    private @Nullable Ending unknown(ResourceId resource) {
        return tanks.find(resource) != null ? null : clients.refusal(resource, tanks.size());
    }

    private void refuse(
            Opener opener,
            StreamKind kind,
            @Nullable ResourceId resource,
            virdi.model.@Nullable ConsumerId consumer,
            Ending refusal,
            long now) {
        opener.decided(new Effect.Close(opener.id(), refusal, 0));
        journal.refused(opener.peer(), kind, resource, consumer, refusal, now);
    }

    /** A stream that the wire refused because its first message was malformed. */
    public void refused(Peer peer, StreamKind kind, Ending ending, long now) {
        journal.refused(peer, kind, null, null, ending, now);
    }

    /** A connection comes near the limit of its streams. */
    public void crowded(Peer peer, int streams, int limit, long now) {
        journal.crowded(peer, streams, limit, now);
    }

    // Streams go on

    /** A message of a production. */
    public ProductionStream.Take onProduced(ProductionStream production, long units, long now) {
        ProductionStream.Take take = production.take(units, now);
        if (take == ProductionStream.Take.TAKEN) {
            messagesIn++;
        }
        return take;
    }

    /** The transport of a stream takes messages, or no more. */
    public void onReady(BrokerStream stream, boolean ready, long now) {
        if (stream.isOpen()) {
            stream.setReady(ready, now);
        }
    }

    /** What was to be handed to a consumer could not be, because its call was over. */
    public void onUndelivered(ConsumerStream consumer, long units, long now) {
        onReady(consumer, false, now);
        consumer.undelivered(units, now);
        deliveries.failed();
    }

    /** Ends a stream, whoever wants it; harmless when it is over. */
    public void end(BrokerStream stream, Ending ending, long now) {
        if (!stream.isOpen()) {
            return;
        }
        stream.ended();
        streams.remove(stream);
        views.rosterChanged(stream);
        clients.closed(stream.peer().client());
        stream.leave(ending, now);
        stream.decide(new Effect.Close(stream.id(), ending, stream.units()));
        journal.ended(stream, ending, now);
    }

    /** An operator's command. */
    public Outcome apply(OperatorCommand command, long now) {
        return shutDown ? new Outcome.Refused("the broker is shutting down") : operators.apply(command, now);
    }

    /** Ends all streams, and refuses new ones and all commands from then on. */
    public void shutDown(long now) {
        shutDown = true;
        operators.listen(false, now);
    }

    // Time

    /** Does what is due. */
    public void onDeadline(long now) {
        timers.fireUntil(now);
    }

    /** When something is due next, {@link Long#MAX_VALUE} when nothing is. */
    public long nextDeadline() {
        return timers.next();
    }

    /** Hands over what is due to consumers; decides on a delivery for each. */
    public void endTurn(long now) {
        deliveries.handOver(now);
    }

    /** Whether a snapshot would differ from the last one. */
    public boolean hasChanged() {
        return views.haveChanged();
    }

    /** A picture of everything, between two turns. */
    public BrokerSnapshot snapshot(long now) {
        return views.snapshot(tanks, streams, rules, messagesIn, deliveries.messages(), now);
    }

    /** Whether snapshots list the open streams, as they do at first; it is what they cost most. */
    public void listStreams(boolean wanted) {
        views.listStreams(wanted);
    }

    private void ruleExpired(Rule rule, long now) {
        ruleChanged(rule, now);
        journal.lifted(rule, now);
    }

    /** A rule came or went: those it concerns find out. */
    private void ruleChanged(Rule rule, long now) {
        views.rulesChanged();
        switch (rule) {
            case Rule.Throttle throttle -> {
                streams.concernedBy(throttle.target()).forEach(stream -> stream.throttled(metersOf(stream), now));
                rules.letWaiting(throttle.target(), now);
                tanks.all().forEach(tank -> tank.distribute(now));
            }
            case Rule.Block block ->
                streams.offers().stream()
                        .filter(offer -> Targets.isProductionOf(block.target(), offer))
                        .toList()
                        .forEach(offer -> offer.blockChanged(now));
            case Rule.Capacity capacity -> tanks.capacityChanged(capacity.resource(), now);
        }
    }

    private Meters metersOf(BrokerStream stream) {
        return switch (stream) {
            case OfferStream offer -> Meters.NONE;
            case ProductionStream production ->
                // One that has not said what it produces gets its throttles when it does.
                production.isBound()
                        ? rules.productionMeters(
                                production.peer().client(), production.tank().id())
                        : Meters.NONE;
            case ConsumerStream consumer ->
                rules.consumptionMeters(
                        consumer.peer().client(),
                        consumer.spec().consumer(),
                        consumer.spec().resource());
        };
    }
}
