package virdi.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.engine.SteppedLoop;
import virdi.engine.StreamGateway;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;

/**
 * A broker with all its clients, in virtual time: carries steps out on the real loop, tells the model of them, and has
 * every turn checked. A law that is broken is thrown as {@link LawBroken}.
 */
final class World {
    private static final long START_NANOS = 1_800_000_000_000_000_000L;
    private static final CloseStatus VIOLATION = CloseStatus.invalid("expected amount");
    /** Far more than any deadline needs; a broker that wakes up for nothing is caught by it. */
    private static final int MOST_TURNS_AT_A_TIME = 50;
    /** A wait of days with a fast stream ends early. */
    private static final int MOST_TURNS_OF_A_WAIT = 300;
    /** The loop may keep deadlines a millisecond apart; two of them may follow from one another. */
    private static final long PROMPT_NANOS = 2_100_000;

    private final BrokerSettings settings;
    private final Flaw flaw;
    private SteppedLoop loop;
    private ReferenceBroker reference;
    private final Fairness fairness = new Fairness();
    private final Starvation starvation = new Starvation();
    private final Progress progress = new Progress();
    private final Map<Integer, Line> numbered = new LinkedHashMap<>();
    private final Map<StreamId, Line> lines = new HashMap<>();
    private BrokerSnapshot picture = BrokerSnapshot.EMPTY;
    private long now = START_NANOS;
    private long opened;
    private long latest;
    private int turns;
    private @Nullable OperatorCommand undo;

    World(BrokerSettings settings, InitialState opening, Flaw flaw) {
        this.settings = settings;
        this.flaw = flaw;
        loop = new SteppedLoop(settings, opening, now);
        reference = new ReferenceBroker(settings, opening, now);
        turn(List.of());
    }

    /**
     * Does a step and checks all that comes of it. What is due by now has a turn of its own before: what a consumer was
     * given and gave back within one turn nobody sees.
     */
    void take(Step step) {
        if (loop.nextTurnNanos() - now <= PROMPT_NANOS) {
            turn(List.of());
        }
        switch (step) {
            case Step.Wait wait -> pass(wait.nanos(), wait.lateNanos());
            case Step.Operate operate -> operate(operate.command());
            case Step.Undo back -> {
                if (undo != null) {
                    operate(undo);
                }
            }
            case Step.Restart restart -> restart();
            default -> {
                List<ReferenceBroker.Act> acts = new ArrayList<>();
                ofClient(step, acts);
                turn(acts);
            }
        }
        settle();
    }

    // Clients act

    private void ofClient(Step step, List<ReferenceBroker.Act> acts) {
        switch (step) {
            case Step.Offer offer -> {
                Line line = newLine(offer.stream(), offer.client(), offer.ready());
                line.joins(loop.gateway().openOffer(peer(offer.client()), offer.resource(), line));
                acts.add(model -> model.offer(line.id(), client(line), offer.resource(), offer.ready()));
            }
            case Step.OpenProduction open -> {
                Line line = newLine(open.stream(), open.client(), true);
                line.joins(loop.gateway().openProduction(peer(open.client()), line));
                acts.add(model -> model.openProduction(line.id(), client(line)));
            }
            case Step.Consume consume -> {
                Line line = newLine(consume.stream(), consume.client(), consume.ready());
                line.joins(loop.gateway().openConsumption(peer(consume.client()), consume.spec(), line));
                acts.add(model -> model.consume(line.id(), client(line), consume.spec(), consume.ready()));
            }
            case Step.Together together -> together.steps().forEach(each -> ofClient(each, acts));
            case Step.Vanish vanish ->
                lines.values().stream()
                        .filter(line -> line.client().equals(vanish.client()))
                        .sorted((a, b) -> Boolean.compare(b.isProduction(), a.isProduction()))
                        .toList()
                        .forEach(line -> cancel(line, acts));
            case Step.Init init -> onLine(init.stream(), line -> init(line, init.resource(), acts));
            case Step.Produce produce -> onLine(produce.stream(), line -> produce(line, produce, acts));
            case Step.Cancel cancel -> onLine(cancel.stream(), line -> cancel(line, acts));
            case Step.Stall stall -> onLine(stall.stream(), line -> line.stall(stall.room()));
            case Step.Lose lose -> onLine(lose.stream(), Line::lose);
            case Step.Ready ready ->
                onLine(ready.stream(), line -> {
                    line.takeAgain();
                    mutter(line, acts);
                });
            case Step.Mutter mutter -> onLine(mutter.stream(), line -> mutter(line, acts));
            default -> throw new IllegalArgumentException("not a client's step: " + step);
        }
    }

    private void onLine(int stream, java.util.function.Consumer<Line> act) {
        Line line = numbered.get(stream);
        if (line != null) {
            act.accept(line);
        }
    }

    private Line newLine(int stream, String client, boolean ready) {
        Line line = new Line(new StreamId(++opened), client, ready, flaw);
        numbered.put(stream, line);
        lines.put(line.id(), line);
        return line;
    }

    private static void init(Line line, ResourceId resource, List<ReferenceBroker.Act> acts) {
        if (line.inlet() instanceof StreamGateway.ProduceInlet production && line.beginsNow()) {
            production.init(resource);
            acts.add(model -> model.init(line.id(), resource));
        }
    }

    private static void produce(Line line, Step.Produce step, List<ReferenceBroker.Act> acts) {
        if (!(line.inlet() instanceof StreamGateway.ProduceInlet production) || line.hasFinished()) {
            return;
        }
        List<Long> sent = new ArrayList<>();
        for (long units : step.amounts()) {
            if (line.hasBegun() && line.credit() > 0) {
                line.useCredit();
                production.amount(units);
                sent.add(units);
            }
        }
        production.flush();
        CloseStatus finish = switch (step.finish()) {
            case STAYS, CANCELS -> null;
            case HALF_CLOSES -> CloseStatus.OK;
            case VIOLATES -> VIOLATION;
        };
        if (step.finish() == Step.Finish.HALF_CLOSES) {
            production.halfClosed();
        } else if (step.finish() == Step.Finish.VIOLATES) {
            production.violated(VIOLATION);
        }
        acts.add(model -> model.produce(line.id(), sent, finish));
        if (step.finish() == Step.Finish.CANCELS) {
            cancel(line, acts);
        }
        if (step.finish() != Step.Finish.STAYS) {
            line.finishes();
        }
    }

    private static void cancel(Line line, List<ReferenceBroker.Act> acts) {
        line.inlet().cancelled();
        line.finishes();
        acts.add(model -> model.cancel(line.id()));
    }

    /** A call that is over is never ready again. */
    private static void mutter(Line line, List<ReferenceBroker.Act> acts) {
        if (line.isGone()) {
            return;
        }
        line.inlet().ready();
        boolean ready = line.isReady();
        acts.add(model -> model.ready(line.id(), ready));
    }

    private static Peer peer(String client) {
        return new Peer(new ClientId(client), true, "127.0.0.1:1");
    }

    private static ClientId client(Line line) {
        return new ClientId(line.client());
    }

    // The operator acts

    private void operate(OperatorCommand command) {
        var outcome = loop.submit(command);
        turn(List.of(model -> {
            Outcome told = outcome.join();
            LawBroken.unlessEqual(
                    told instanceof Outcome.Done, model.operate(command), "whether the operator's command is done");
            if (told instanceof Outcome.Done done && done.undo() != null) {
                undo = done.undo();
            }
        }));
    }

    private void restart() {
        loop.shutDown();
        turn(List.of(ReferenceBroker::shutDown));
        settle();
        ofClientNow(new Step.Offer(0, "late", new ResourceId("iron"), true));
        Map<ResourceId, Long> levels = new LinkedHashMap<>();
        for (ResourceState resource : picture.resources()) {
            levels.put(resource.id(), resource.ledger().level());
        }
        InitialState opening = new InitialState(levels, picture.rules());
        loop = new SteppedLoop(settings, opening, now);
        reference = new ReferenceBroker(settings, opening, now);
        fairness.forget();
        starvation.forget();
        numbered.clear();
        lines.clear();
        opened = 0;
        turn(List.of());
    }

    private void ofClientNow(Step step) {
        List<ReferenceBroker.Act> acts = new ArrayList<>();
        ofClient(step, acts);
        turn(acts);
    }

    // Time passes

    private void pass(long nanos, long lateNanos) {
        latest = Math.max(latest, lateNanos);
        long end = now + nanos;
        for (int i = 0; i < MOST_TURNS_OF_A_WAIT; i++) {
            long next = loop.nextTurnNanos();
            if (next >= end) {
                now = end;
                turn(List.of());
                return;
            }
            now = Math.min(end, Math.max(now, next) + lateNanos);
            turn(List.of());
            settle();
        }
    }

    /** The loop's thread takes turns as long as anybody has asked for something; after that nothing may be left undone. */
    private void settle() {
        for (int i = 0; loop.isAwaited(); i++) {
            LawBroken.unless(i < MOST_TURNS_AT_A_TIME, "the loop never comes to rest");
            turn(List.of());
        }
        progress.check(reference, picture, lines, PROMPT_NANOS + latest);
    }

    private void turn(List<ReferenceBroker.Act> acts) {
        turns++;
        BrokerSnapshot before = picture;
        picture = loop.turn(now);
        Map<StreamId, ProductionState> productions = new HashMap<>();
        picture.productions().forEach(production -> productions.put(production.id(), production));
        Map<StreamId, ConsumerState> consumers = new HashMap<>();
        picture.consumers().forEach(consumer -> consumers.put(consumer.id(), consumer));
        Turn turn = new Turn(now, picture, lines, productions, consumers);
        reference.turn(turn, acts);
        Comparison.check(reference, turn, loop.openPorts());
        fairness.check(before, picture);
        starvation.check(reference);
        lines.values().forEach(Line::forget);
        lines.values().removeIf(Line::isOver);
    }

    // Reading, for the storyteller

    BrokerSnapshot picture() {
        return picture;
    }

    long now() {
        return now;
    }

    long nextTurnNanos() {
        return loop.nextTurnNanos();
    }

    int turns() {
        return turns;
    }

    /** The numbers of the streams that are open. */
    List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        numbered.forEach((number, line) -> {
            if (!line.isOver()) {
                open.add(number);
            }
        });
        return open;
    }

    /** The broker's names of the streams that are open. */
    List<StreamId> openStreams() {
        return lines.keySet().stream().sorted().toList();
    }

    boolean isProduction(int stream) {
        Line line = numbered.get(stream);
        return line != null && line.isProduction();
    }
}
