#!/usr/bin/env python3
"""Trials of a broker by clients in another language, more than a walk through the protocol: see virdi_client.py for that.

Usage: virdi_trials.py HOST:PORT fairness|storm|statuses

Expects a broker whose new resources hold 10,000 units, that gives a stream a second to say its first message, and that
closes a connection after 100 resets. Who starts it must play the operator: a line "operator: ACT" asks for an act, and a
line on stdin answers it, when it is done, with what came of it.
"""

import random
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import grpc

from virdi_client import Failed, M, SOON, Virdi, consume, expect, expect_status, offer, step

# What gRPC libraries make of a connection that was closed with ENHANCE_YOUR_CALM.
CUT_OFF = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED)
KEEP_OPEN = 20.0  # seconds after which a producer that nobody ended gives up


def operator(act):
    print("operator: " + act, flush=True)
    return sys.stdin.readline().strip()


def ledger(resource, accepted):
    """What was delivered, what is left, and what is too much, once so many units were accepted in all."""
    deadline = time.monotonic() + SOON
    while True:
        now, delivered, level, difference = map(int, operator("ledger " + resource).split())
        if now == accepted:
            return delivered, level, difference
        expect(time.monotonic() < deadline, f"expected {accepted} units of {resource} to be accepted, not {now}")
        time.sleep(0.05)


def init(resource):
    return M["ResourceProduction"](init_info=M["ResourceProductionInitInfo"](resource_id=resource))


def amount(units):
    return M["ResourceProduction"](amount=units)


class Producer:
    """A production on a thread of gRPC's: brings messages, and as many units at a time for as long as it is told to."""

    def __init__(self, virdi, resource, messages=(), units=0, every=0.0, client="producer"):
        self.stopped = threading.Event()
        self.units = 0
        self.call = virdi.produce.future(
            self._outbound(resource, messages, units, every), metadata=(("client-id", client),)
        )

    def _outbound(self, resource, messages, units, every):
        yield from [init(resource)] if resource else []
        yield from messages
        if units == 0:
            self.stopped.wait(KEEP_OPEN)
            return
        due = time.monotonic()
        while not self.stopped.is_set():
            self.units += units
            yield amount(units)
            due += every
            self.stopped.wait(max(0.0, due - time.monotonic()))

    def stop(self):
        """Half-closes."""
        self.stopped.set()
        return self.end()

    def end(self):
        """The status, its words, and what the broker says it accepted."""
        try:
            self.call.result(timeout=SOON)
            code, details = grpc.StatusCode.OK, ""
        except grpc.FutureTimeoutError:
            raise Failed(f"expected the production to end within {SOON:g} s, and it is still open") from None
        except grpc.RpcError as error:
            code, details = error.code(), error.details()
        finally:
            self.stopped.set()
        trailers = dict(self.call.trailing_metadata() or ())
        expect("virdi-accepted" in trailers, f"expected the trailer virdi-accepted with {code}, got {trailers or 'none'}")
        return code, details, int(trailers["virdi-accepted"])


def received(stream):
    amounts = []
    while not stream.messages.empty():
        amounts.append(stream.messages.get()[1].amount)
    return amounts


# ---- fairness --------------------------------------------------------------------------------------------------------


def fairness(virdi, _):
    """Too little for eight consumers who want very different amounts, came at different times and are never full."""
    producer = Producer(virdi, "iron", units=3, every=0.025)
    rates = [600, 60, 60_000, 60, 300, 6_000, 120, 600]
    streams = []
    for number, rate in enumerate(rates):
        streams.append(consume(virdi, f"drill-{number}", "iron", rate, buffer_limit=100_000))
        time.sleep(0.05)
    for stream in streams:
        stream.next("its share")
    for stream in streams:
        received(stream)
    time.sleep(3)
    code, details, accepted = producer.stop()
    expect(code == grpc.StatusCode.OK, f"expected OK for a half-close, got {code}: {details}")
    time.sleep(0.5)
    amounts = [received(stream) for stream in streams]
    shares = [sum(each) for each in amounts]
    # One delivery for where the count began and one for where it ended.
    unit = 2 * max(max(each) for each in amounts)
    expect(
        max(shares) - min(shares) <= unit and min(shares) > 0,
        f"expected equal shares within {unit} units for consumers who all lack units, got {shares}",
    )
    step(f"eight consumers that lack units share them evenly whatever they ask for: {shares}")
    expect(accepted == producer.units, f"expected all {producer.units} units to be accepted, got {accepted}")
    delivered, level, difference = ledger("iron", accepted)
    expect(
        (delivered, level, difference) == (accepted, 0, 0),
        f"expected all {accepted} units to be delivered, got {delivered}, {level} left, {difference} too many",
    )
    step("every unit that was sent was delivered")


# ---- a storm of cancels ----------------------------------------------------------------------------------------------


def storm(calm, endpoint):
    """Hundreds of consumers come and go at random, too many for some connections, while others work quietly."""
    producer = Producer(calm, "iron", units=7, every=0.01, client="calm")
    offered = offer(calm, "iron")
    quiet = consume(calm, "quiet", "iron", max_rate=60_000, buffer_limit=1_000)
    total = Count()
    for streams, too_many in ((90, False), (400, True)):
        with grpc.insecure_channel(endpoint, options=[("grpc.use_local_subchannel_pool", 1)]) as channel:
            near = offer(Virdi(channel), "iron")
            near.next("a request")
            blow(Virdi(channel), streams, total)
            if too_many:
                code = near.end("a connection with too many resets")
                expect(code in CUT_OFF, f"expected a connection with too many resets to be cut off, got {code}")
            else:
                expect(not near.ended.is_set(), f"expected the connection to stay open, its offer ended with {near.code}")
        step(f"{streams} consumers came and went on one connection{', which was cut off' if too_many else ''}")
    expect("CANCELLED" in total.endings, f"expected streams to end in a cancel: {total.endings}")
    expect(not quiet.ended.is_set(), f"expected the quiet consumer to stay open, it ended with {quiet.code}")
    expect(not offered.ended.is_set(), f"expected the offer to stay open, it ended with {offered.code}")
    expect(not producer.call.done(), "expected the production to stay open")
    received(quiet)
    quiet.next("a delivery after the storm")
    code, details, accepted = producer.stop()
    expect(code == grpc.StatusCode.OK, f"expected OK for a half-close, got {code}: {details}")
    expect(accepted == producer.units, f"expected all {producer.units} units to be accepted, got {accepted}")
    step("who works on another connection notices nothing")
    delivered, level, difference = ledger("iron", accepted)
    expect(difference == 0, f"expected no unit to be lost or invented, got {difference}")
    expect(delivered >= total.units, f"expected no more to come than was delivered: {total.units} of {delivered}")
    step(f"the ledger balances: {accepted} accepted = {delivered} delivered + {level} left")


class Count:
    def __init__(self):
        self.lock = threading.Lock()
        self.units = 0
        self.endings = {}


def blow(virdi, streams, total):
    chance = random.Random(streams)
    with ThreadPoolExecutor(30) as pool:
        for number in range(streams):
            seconds = chance.choice([0.0, 0.01, 0.1]) + 0.02 * chance.random()
            pool.submit(come_and_go, virdi, number, chance.randint(1, 100_000), seconds, total)


def come_and_go(virdi, number, rate, seconds, total):
    request = M["ConsumptionRequest"](consumer_id=f"leaf-{number}", resource_id="iron", max_rate=rate, buffer_limit=99)
    call = virdi.consume(request, metadata=(("client-id", f"tree-{number % 3}"),))
    timer = threading.Timer(seconds, call.cancel)
    timer.start()
    units = 0
    try:
        for message in call:
            units += message.amount
        ending = "OK"
    except grpc.RpcError as error:
        ending = error.code().name
    timer.cancel()
    with total.lock:
        total.units += units
        total.endings[ending] = total.endings.get(ending, 0) + 1


# ---- statuses --------------------------------------------------------------------------------------------------------


def statuses(virdi, endpoint):
    """Each way that the broker ends a stream, and what it says it accepted until then."""
    code = grpc.StatusCode

    def ends(producer, status, accepted, words, what):
        got, details, units = producer.end()
        expect(got == status, f"expected {what} to end with {status.name}, got {got.name}: {details}")
        expect(words in details, f"expected the end of {what} to say '{words}': {details}")
        expect(units == accepted, f"expected {accepted} units of {what} to be accepted, got {units}")
        step(f"{what}: {status.name}, {accepted} accepted")

    half_closing = Producer(virdi, "a", [amount(4), amount(0), amount(6)])
    half_closing.stopped.set()
    ends(half_closing, code.OK, 10, "", "a half-close")
    full = Producer(virdi, "b", [amount(6_000)] * 3)
    ends(full, code.RESOURCE_EXHAUSTED, 12_000, "is full", "a production that fills the buffer")
    ends(Producer(virdi, "b"), code.RESOURCE_EXHAUSTED, 0, "is full", "a production on a full buffer")
    ends(Producer(virdi, "", [amount(5)]), code.INVALID_ARGUMENT, 0, "init_info", "a production without init_info")
    ends(Producer(virdi, "c", [amount(5), init("c")]), code.INVALID_ARGUMENT, 5, "init_info", "a second init_info")
    ends(Producer(virdi, "c", [amount(5), M["ResourceProduction"]()]), code.INVALID_ARGUMENT, 5, "neither", "nothing in it")
    ends(Producer(virdi, "", []), code.DEADLINE_EXCEEDED, 0, "init_info", "a silent production")

    for kib in (5, 100, 5 * 1024):
        large = "x" * (kib * 1024)
        ends(Producer(virdi, large, [amount(5)]), code.INVALID_ARGUMENT, 0, "too large", f"a first message of {kib} KiB")
        later = Producer(virdi, "c", [amount(5), amount(7), init(large)])
        ends(later, code.INVALID_ARGUMENT, 12, "too large", f"a later message of {kib} KiB")
        expect_status(consume(virdi, large, "c", 60), code.INVALID_ARGUMENT, f"a consumer of {kib} KiB", "too large")
        expect_status(offer(virdi, large), code.INVALID_ARGUMENT, f"an offer of {kib} KiB", "too large")
    step("oversized requests: INVALID_ARGUMENT")

    by_operator(virdi, ends)
    stopping(virdi, ends)


def by_operator(virdi, ends):
    open_one = Producer(virdi, "d", [amount(5), amount(6)], client="rogue")
    ledger("d", 11)
    operator("disconnect rogue")
    ends(open_one, grpc.StatusCode.ABORTED, 11, "maintenance at noon", "what the operator disconnects")
    operator("block rogue")
    ends(Producer(virdi, "d", client="rogue"), grpc.StatusCode.PERMISSION_DENIED, 0, "not today", "whom the operator blocked")


def stopping(virdi, ends):
    consumer = consume(virdi, "pump", "d", 60, buffer_limit=4)
    consumer.next("three quarters of the buffer")
    offered = offer(virdi, "d")
    offered.next("a request")
    producing = Producer(virdi, "d", [amount(2)])
    ledger("d", 13)
    operator("stop")
    ends(producing, grpc.StatusCode.UNAVAILABLE, 2, "shutting down", "a production when the broker stops listening")
    expect_status(consumer, grpc.StatusCode.UNAVAILABLE, "a consumer when the broker stops listening")
    expect_status(offered, grpc.StatusCode.UNAVAILABLE, "an offer when the broker stops listening")
    operator("start")
    deadline = time.monotonic() + SOON
    while True:
        again = consume(virdi, "pump", "d", 60, buffer_limit=4)
        if not again.ended.wait(0.2):
            break
        expect(again.code == grpc.StatusCode.UNAVAILABLE, f"expected UNAVAILABLE until it listens, got {again.code}")
        expect(time.monotonic() < deadline, f"expected to be let in within {SOON:g} s")
    again.next("units that stayed")
    again.cancel()
    step("after the broker listens again a client is served as before")


def main():
    trials = {"fairness": fairness, "storm": storm, "statuses": statuses}
    if len(sys.argv) != 3 or sys.argv[2] not in trials:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    # Python's gRPC would wait up to two minutes before it tries a lost connection again.
    patience = [("grpc.initial_reconnect_backoff_ms", 100), ("grpc.max_reconnect_backoff_ms", 500)]
    try:
        with grpc.insecure_channel(sys.argv[1], options=patience) as channel:
            trials[sys.argv[2]](Virdi(channel), sys.argv[1])
    except Failed as failure:
        print(f"failed: {failure}", file=sys.stderr, flush=True)
        return 1
    print("all steps done", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
