package virdi.broker;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Outcome;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;

/**
 * The rules of the protocol. One thread at a time may call; the engine's.
 *
 * <p>Calls come in turns: any number of them with one {@code now}, beginning with {@link #onDeadline}, ending with
 * {@link #endTurn}. What is decided goes to each stream's {@link StreamSink} at once; facts leave through the journal.
 * Times are nanoseconds since 1970 and never go back.
 */
public final class Broker {
    private final BrokerSettings settings;
    private final Journal journal;
    private final Timers timers = new Timers();
    private final SnapshotMaker snapshots = new SnapshotMaker();
    private final OpenStreams streams = new OpenStreams();
    private final Deliveries deliveries = new Deliveries();
    private final OperatorRules rules;
    private final ClientLimits clients;
    private final Tanks tanks;
    private final CommandHandler commands;
    private final ConsumerStream.Collaborators forConsumers;
    private long messagesIn;
    private boolean shutDown;

    /**
     * @param events told of each fact, on the caller's thread
     */
    public Broker(BrokerSettings settings, InitialState initial, Consumer<BrokerEvent> events, long nowNanos) {
        this.settings = settings;
        this.journal = new Journal(events);
        this.rules = new OperatorRules(timers, settings, this::ruleExpired);
        this.clients = new ClientLimits(settings);
        this.tanks = new Tanks(settings, rules, timers, journal, snapshots, this::end);
        this.commands =
                new CommandHandler(settings, rules, tanks, streams, journal, snapshots, this::end, this::ruleChanged);
        this.forConsumers = new ConsumerStream.Collaborators(settings, timers, snapshots, deliveries);
        for (OperatorRule rule : initial.rules()) {
            switch (rule) {
                case OperatorRule.Throttled throttle -> rules.throttle(throttle, nowNanos);
                case OperatorRule.Blocked block -> rules.block(block);
                case OperatorRule.CapacitySet capacity ->
                    rules.setCapacity(capacity.resource(), capacity.capacityUnits());
            }
        }
        initial.levels().forEach((resource, units) -> tanks.restore(resource, units, nowNanos));
    }

    // Streams open

    /** A client offers a resource. Null when it was refused; its opener has been told then. */
    public @Nullable OfferStream openOffer(StreamSink sink, ResourceId resource, boolean ready, long now) {
        ClientId client = sink.peer().client();
        CloseStatus refusal = refusal(client, resource, new Target.Client(client), new Target.Resource(resource));
        if (refusal != null) {
            refuse(sink, StreamKind.OFFER, resource, null, refusal, now);
            return null;
        }
        Tank tank = tanks.get(resource, now);
        OfferStream offer =
                opened(new OfferStream(sink, tank, settings, rules, timers, journal, snapshots, ready, now));
        journal.opened(offer, "", now);
        tank.add(offer, now);
        return offer;
    }

    /** A client opens a production, of what its first message will tell. Null when it was refused. */
    public @Nullable ProductionStream openProduction(StreamSink sink, long now) {
        ClientId client = sink.peer().client();
        CloseStatus refusal = refusal(client, null, new Target.Client(client));
        if (refusal != null) {
            refuse(sink, StreamKind.PRODUCTION, null, null, refusal, now);
            return null;
        }
        return opened(new ProductionStream(sink, settings.firstMessageTimeout(), timers, snapshots, this::end, now));
    }

    /** The first message of a production. */
    public void initProduction(ProductionStream production, ResourceId resource, long now) {
        if (!production.isOpen()) {
            return;
        }
        Peer peer = production.peer();
        CloseStatus refusal =
                rules.refusal(new Target.Resource(resource), new Target.Production(peer.client(), resource));
        if (refusal == null) {
            refusal = unknown(resource);
        }
        if (refusal != null) {
            end(production, refusal, now);
            return;
        }
        Tank tank = tanks.get(resource, now);
        boolean requested = tank.add(production);
        production.bind(tank, requested, rules.productionThrottles(peer.client(), resource));
        snapshots.rosterChanged(production);
        journal.opened(production, requested ? "" : "unsolicited", now);
        if (tank.isFull()) {
            end(production, tank.fullStatus(), now);
        }
    }

    /** A client opens a consumer. Null when it was refused. */
    public @Nullable ConsumerStream openConsumption(StreamSink sink, ConsumptionSpec spec, boolean ready, long now) {
        ClientId client = sink.peer().client();
        Target.Consumption key = new Target.Consumption(client, spec.consumer());
        CloseStatus refusal =
                refusal(client, spec.resource(), new Target.Client(client), new Target.Resource(spec.resource()), key);
        if (refusal == null && streams.holds(key)) {
            refusal = new CloseStatus(
                    CloseStatus.Code.ALREADY_EXISTS,
                    "consumer " + spec.consumer() + " of client " + client
                            + " is open already; expected a consumer_id that is not in use");
        }
        if (refusal != null) {
            refuse(sink, StreamKind.CONSUMER, spec.resource(), spec.consumer(), refusal, now);
            return null;
        }
        Tank tank = tanks.get(spec.resource(), now);
        ThrottleChain throttles = rules.consumptionThrottles(client, spec.consumer(), spec.resource());
        ConsumerStream consumer =
                opened(new ConsumerStream(sink, forConsumers, tank, spec.sharing(tank.id()), throttles, ready, now));
        journal.opened(consumer, spec.maxRatePerMinute() + "/min", now);
        consumer.update(now);
        return consumer;
    }

    private <S extends BrokerStream> S opened(S stream) {
        streams.add(stream);
        snapshots.rosterChanged(stream);
        clients.opened(stream.peer().client());
        return stream;
    }

    private @Nullable CloseStatus refusal(ClientId client, @Nullable ResourceId resource, Target... targets) {
        CloseStatus refusal = rules.refusal(targets);
        if (refusal == null) {
            refusal = clients.refusal(client);
        }
        return refusal == null && resource != null ? unknown(resource) : refusal;
    }

    private @Nullable CloseStatus unknown(ResourceId resource) {
        return tanks.find(resource) != null ? null : clients.refusal(resource, tanks.size());
    }

    private void refuse(
            StreamSink sink,
            StreamKind kind,
            @Nullable ResourceId resource,
            virdi.model.@Nullable ConsumerId consumer,
            CloseStatus refusal,
            long now) {
        sink.accept(new Effect.Close(sink.id(), refusal, 0));
        journal.refused(sink.peer(), kind, resource, consumer, refusal, now);
    }

    /** A stream that the wire refused because its first message was malformed. */
    public void refused(Peer peer, StreamKind kind, CloseStatus status, long now) {
        journal.refused(peer, kind, null, null, status, now);
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

    /** A delivery could not be carried out, because the consumer's call was over. */
    public void onUndelivered(ConsumerStream consumer, long units, long now) {
        onReady(consumer, false, now);
        consumer.undelivered(units, now);
        deliveries.failed();
    }

    /** Ends a stream, whoever wants it; harmless when it is over. */
    public void end(BrokerStream stream, CloseStatus status, long now) {
        if (!stream.isOpen()) {
            return;
        }
        stream.ended();
        streams.remove(stream);
        snapshots.rosterChanged(stream);
        clients.closed(stream.peer().client());
        stream.detach(now);
        stream.emit(new Effect.Close(stream.id(), status, stream.units()));
        journal.ended(stream, status, now);
    }

    /** An operator's command. */
    public Outcome apply(OperatorCommand command, long now) {
        return shutDown ? new Outcome.Refused("the broker is shutting down") : commands.apply(command, now);
    }

    /** Ends all streams, and refuses new ones and all commands from then on. */
    public void shutDown(long now) {
        shutDown = true;
        commands.listen(false, now);
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
        return snapshots.haveChanged();
    }

    /** A picture of everything, between two turns. */
    public BrokerSnapshot snapshot(long now) {
        return snapshots.snapshot(tanks, streams, rules, messagesIn, deliveries.messages(), now);
    }

    /** Whether snapshots list the open streams, as they do at first; it is what they cost most. */
    public void listStreams(boolean wanted) {
        snapshots.listStreams(wanted);
    }

    private void ruleExpired(OperatorRule rule, long now) {
        ruleChanged(rule, now);
        journal.lifted(rule, now);
    }

    /** A rule came or went: those it concerns find out. */
    private void ruleChanged(OperatorRule rule, long now) {
        snapshots.rulesChanged();
        switch (rule) {
            case OperatorRule.Throttled throttle -> {
                streams.concernedBy(throttle.target()).forEach(stream -> stream.throttled(throttlesOf(stream), now));
                rules.serveWaiting(throttle.target(), now);
                tanks.all().forEach(tank -> tank.distribute(now));
            }
            case OperatorRule.Blocked block ->
                streams.offers().stream()
                        .filter(offer -> TargetMatcher.isProductionOf(block.target(), offer))
                        .toList()
                        .forEach(offer -> offer.blockChanged(now));
            case OperatorRule.CapacitySet capacity -> tanks.capacityChanged(capacity.resource(), now);
        }
    }

    private ThrottleChain throttlesOf(BrokerStream stream) {
        return switch (stream) {
            case OfferStream offer -> ThrottleChain.NONE;
            case ProductionStream production ->
                // One that has not said what it produces gets its throttles when it does.
                production.isBound()
                        ? rules.productionThrottles(
                                production.peer().client(), production.tank().id())
                        : ThrottleChain.NONE;
            case ConsumerStream consumer ->
                rules.consumptionThrottles(
                        consumer.peer().client(),
                        consumer.spec().consumer(),
                        consumer.spec().resource());
        };
    }
}
