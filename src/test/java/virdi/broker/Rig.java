package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.InitialState;
import virdi.model.Ledger;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;

/** A broker whose time is stepped by hand and whose decisions are written down. Every step checks conservation. */
final class Rig {
    static final long START_NANOS = 1_800_000_000_000_000_000L;

    final Broker broker;
    final List<Effect> effects = new ArrayList<>();
    final List<BrokerEvent> events = new ArrayList<>();
    long now = START_NANOS;
    private long streams;

    Rig() {
        this(BrokerSettings.DEFAULT);
    }

    Rig(BrokerSettings settings) {
        this(settings, InitialState.NOTHING);
    }

    Rig(BrokerSettings settings, InitialState opening) {
        broker = new Broker(settings, opening, events::add, now);
    }

    /** The defaults with another capacity, and nothing coalesced. */
    static BrokerSettings capacity(long units) {
        return settings(units, Duration.ZERO);
    }

    static BrokerSettings settings(long capacity, Duration coalescing) {
        return BrokerSettings.builder()
                .capacityUnits(capacity)
                .coalescing(coalescing)
                .build();
    }

    static Peer peer(String client) {
        return new Peer(new ClientId(client), true, "127.0.0.1:1");
    }

    static ResourceId resource(String name) {
        return new ResourceId(name);
    }

    // Clients act

    OfferStream offer(String client, String resource) {
        return opened(tryOffer(client, resource));
    }

    Optional<OfferStream> tryOffer(String client, String resource) {
        return turn(Optional.ofNullable(broker.openOffer(sink(client), resource(resource), true, now)));
    }

    ProductionStream open(String client) {
        return opened(tryOpen(client));
    }

    Optional<ProductionStream> tryOpen(String client) {
        return turn(Optional.ofNullable(broker.openProduction(sink(client), now)));
    }

    ProductionStream produce(String client, String resource) {
        ProductionStream production = open(client);
        init(production, resource);
        return production;
    }

    void init(ProductionStream production, String resource) {
        broker.initProduction(production, resource(resource), now);
        turn(production);
    }

    ProductionStream.Take amount(ProductionStream production, long units) {
        return turn(broker.onProduced(production, units, now));
    }

    ConsumerStream consume(String client, String id, String resource, long maxRate, long limit, long buffered) {
        return opened(tryConsume(client, id, resource, maxRate, limit, buffered));
    }

    ConsumerStream consume(String id, String resource, long maxRate) {
        return consume("client-" + id, id, resource, maxRate, 0, 0);
    }

    Optional<ConsumerStream> tryConsume(
            String client, String id, String resource, long maxRate, long limit, long buffered) {
        ConsumptionSpec spec =
                new ConsumptionSpec(new ConsumerId(id), new ResourceId(resource), maxRate, limit, buffered);
        return turn(Optional.ofNullable(broker.openConsumption(sink(client), spec, true, now)));
    }

    /** All productions send as the engine lets them: those released in the order they were, until a throttle holds each. */
    void offerUntilHeld(List<ProductionStream> productions, long units) {
        for (Effect effect : List.copyOf(effects)) {
            productions.stream()
                    .filter(production ->
                            effect instanceof Effect.Resume && effect.stream().equals(production.id()))
                    .forEach(production -> untilHeld(production, units));
        }
        effects.clear();
        productions.forEach(production -> untilHeld(production, units));
    }

    private void untilHeld(ProductionStream production, long units) {
        while (amount(production, units) == ProductionStream.Take.TAKEN) {}
    }

    void cancel(BrokerStream stream) {
        broker.end(stream, CloseStatus.CANCELLED, now);
        turn(stream);
    }

    void halfClose(BrokerStream stream) {
        broker.end(stream, CloseStatus.OK, now);
        turn(stream);
    }

    void ready(BrokerStream stream, boolean ready) {
        broker.onReady(stream, ready, now);
        turn(stream);
    }

    // The operator acts

    Outcome operate(OperatorCommand command) {
        return turn(broker.apply(command, now));
    }

    /** Does it and tells what undoes it, if anything. */
    Optional<OperatorCommand> done(OperatorCommand command) {
        Outcome outcome = operate(command);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return Optional.ofNullable(((Outcome.Done) outcome).undo());
    }

    String refusal(OperatorCommand command) {
        Outcome outcome = operate(command);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    // Time passes

    /** Passes time, meeting every deadline exactly when it is due. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        while (broker.nextDeadline() <= end) {
            now = Math.max(now, broker.nextDeadline());
            broker.onDeadline(now);
            turn(broker);
        }
        now = end;
    }

    void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    private <T> T turn(T result) {
        broker.endTurn(now);
        for (var state : broker.snapshot(now).resources()) {
            assertThat(state.ledger().difference())
                    .as("conservation of %s: %s", state.id(), state.ledger())
                    .isZero();
        }
        return result;
    }

    private static <S> S opened(Optional<S> stream) {
        return stream.orElseThrow(() -> new AssertionError("the stream was refused"));
    }

    /** Gives the next stream this id: connections number their streams at once, and tell the broker when they come to it. */
    Rig numbering(long id) {
        streams = id - 1;
        return this;
    }

    private StreamSink sink(String client) {
        return new Caller(effects, new StreamId(++streams), peer(client));
    }

    /** The sink of a stream; all decisions go to one list. */
    private record Caller(List<Effect> effects, StreamId id, Peer peer) implements StreamSink {
        @Override
        public void accept(Effect effect) {
            effects.add(effect);
        }
    }

    // Reading

    BrokerSnapshot snapshot() {
        return broker.snapshot(now);
    }

    Ledger ledger(String resource) {
        return snapshot().resources().stream()
                .filter(state -> state.id().value().equals(resource))
                .findFirst()
                .orElseThrow()
                .ledger();
    }

    long level(String resource) {
        return ledger(resource).level();
    }

    /** The amounts handed to a consumer, in order. */
    List<Long> deliveries(ConsumerStream consumer) {
        return effects.stream()
                .filter(effect ->
                        effect instanceof Effect.Deliver && effect.stream().equals(consumer.id()))
                .map(effect -> ((Effect.Deliver) effect).units())
                .toList();
    }

    long delivered(ConsumerStream consumer) {
        return deliveries(consumer).stream().mapToLong(Long::longValue).sum();
    }

    long requests(OfferStream offer) {
        return effects.stream()
                .filter(effect ->
                        effect instanceof Effect.Request && effect.stream().equals(offer.id()))
                .count();
    }

    Effect.Close close(BrokerStream stream) {
        return closes().filter(close -> close.stream().equals(stream.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the stream is open"));
    }

    CloseStatus.Code code(BrokerStream stream) {
        return close(stream).status().code();
    }

    /** How the newest stream was refused or ended. */
    CloseStatus lastStatus() {
        return closes().reduce((first, second) -> second).orElseThrow().status();
    }

    private Stream<Effect.Close> closes() {
        return effects.stream().filter(Effect.Close.class::isInstance).map(Effect.Close.class::cast);
    }

    static Target production(String client, String resource) {
        return new Target.Production(new ClientId(client), new ResourceId(resource));
    }

    static Target consumption(String client, String consumer) {
        return new Target.Consumption(new ClientId(client), new ConsumerId(consumer));
    }

    static Target client(String name) {
        return new Target.Client(new ClientId(name));
    }
}
