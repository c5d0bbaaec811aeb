#!/usr/bin/env python3
"""A Virdi client in another language: walks through the protocol against a running broker, step by step.

Usage: virdi_client.py HOST:PORT [gzip]

Expects a broker whose new resources hold 100 units (--set resources.capacity=100) and are asked for again at 75.
Prints a line for each step; on the first that fails, a sentence that says what was expected, and exits with 1.
Needs grpcio and protobuf (Debian: python3-grpcio, python3-protobuf), and no generated code: the messages are declared
below, so the script shows all that a client has to know.
"""

import queue
import sys
import threading
import time

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

CAPACITY = 100
RESUME_MARK = 75
SOON = 5.0  # seconds within which everything must happen
CLIENT = (("client-id", "python-1"),)


class Failed(Exception):
    """A step did not go as the protocol says."""


def expect(held, sentence):
    if not held:
        raise Failed(sentence)


def step(sentence):
    print("ok: " + sentence, flush=True)


# ---- the proto, in code ----------------------------------------------------------------------------------------------


def declare():
    """The messages of virdi.proto by name. Names do not reach the wire; numbers and types do."""
    field = descriptor_pb2.FieldDescriptorProto
    text, count, nested = field.TYPE_STRING, field.TYPE_UINT32, field.TYPE_MESSAGE
    messages = {
        "ProductionOffer": [("resource_id", 1, text)],
        "ProductionRequest": [],
        "ResourceProductionInitInfo": [("resource_id", 1, text)],
        "ResourceProduction": [("init_info", 1, nested), ("amount", 2, count)],
        "ProductionResponse": [],
        "ConsumptionRequest": [
            ("consumer_id", 1, text),
            ("resource_id", 2, text),
            ("max_rate", 3, count),
            ("buffer_limit", 4, count),
            ("current_buffer_amount", 5, count),
        ],
        "ResourceConsumption": [("amount", 2, count)],
    }
    file = descriptor_pb2.FileDescriptorProto(name="virdi_client.proto", syntax="proto3")
    for name, fields in messages.items():
        message = file.message_type.add(name=name)
        if name == "ResourceProduction":
            message.oneof_decl.add(name="payload")
        for field_name, number, kind in fields:
            declared = message.field.add(name=field_name, number=number, type=kind, label=field.LABEL_OPTIONAL)
            if name == "ResourceProduction":
                declared.oneof_index = 0
            if kind == nested:
                declared.type_name = ".ResourceProductionInitInfo"
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(file.SerializeToString())
    if hasattr(message_factory, "GetMessageClass"):
        get_class = message_factory.GetMessageClass
    else:
        get_class = message_factory.MessageFactory(pool).GetPrototype
    return {name: get_class(pool.FindMessageTypeByName(name)) for name in messages}


M = declare()


class Virdi:
    """The three calls, by their full names."""

    def __init__(self, channel):
        def codec(sent, received):
            return {"request_serializer": M[sent].SerializeToString, "response_deserializer": M[received].FromString}

        self.offer_production = channel.unary_stream(
            "/Virdi/OfferProduction", **codec("ProductionOffer", "ProductionRequest")
        )
        self.produce = channel.stream_unary("/Virdi/Produce", **codec("ResourceProduction", "ProductionResponse"))
        self.consume = channel.unary_stream("/Virdi/Consume", **codec("ConsumptionRequest", "ResourceConsumption"))


# ---- streams ---------------------------------------------------------------------------------------------------------


class Inbound:
    """An open server stream, read on a thread of its own: messages with the time they came at, then the status."""

    def __init__(self, call):
        self.call = call
        self.messages = queue.Queue()
        self.code = None
        self.details = None
        self.ended = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        try:
            for message in self.call:
                self.messages.put((time.monotonic(), message))
            self.code = grpc.StatusCode.OK
        except grpc.RpcError as error:
            self.code, self.details = error.code(), error.details()
        self.ended.set()

    def next(self, what, within=SOON):
        try:
            return self.messages.get(timeout=within)
        except queue.Empty:
            end = f"; the stream ended with {self.code}: {self.details}" if self.ended.is_set() else ""
            raise Failed(f"expected {what} within {within:g} s, and none came{end}") from None

    def silent_for(self, seconds):
        try:
            self.messages.get(timeout=seconds)
            return False
        except queue.Empty:
            return True

    def end(self, what):
        expect(self.ended.wait(SOON), f"expected {what} to be ended within {SOON:g} s, and it is still open")
        return self.code

    def cancel(self):
        self.call.cancel()


def produce(virdi, resource, amounts, half_close=True):
    """Sends amounts; answers with the status and what the broker says it accepted."""
    over = threading.Event()

    def outbound():
        init = M["ResourceProductionInitInfo"](resource_id=resource)
        yield M["ResourceProduction"](init_info=init)
        for amount in amounts:
            yield M["ResourceProduction"](amount=amount)
        if not half_close:
            over.wait(SOON)

    call = virdi.produce.future(outbound(), metadata=CLIENT)
    try:
        try:
            call.result(timeout=SOON)
            code, details = grpc.StatusCode.OK, ""
        except grpc.FutureTimeoutError:
            call.cancel()
            raise Failed(f"expected the production of {resource} to end within {SOON:g} s, and it is still open") from None
        except grpc.RpcError as error:
            code, details = error.code(), error.details()
    finally:
        over.set()
    trailers = dict(call.trailing_metadata() or ())
    expect("virdi-accepted" in trailers, f"expected the trailer virdi-accepted with {code}, got {trailers or 'none'}")
    return code, details, int(trailers["virdi-accepted"])


def consume(virdi, consumer, resource, max_rate, buffer_limit=0, current=0):
    request = M["ConsumptionRequest"](
        consumer_id=consumer,
        resource_id=resource,
        max_rate=max_rate,
        buffer_limit=buffer_limit,
        current_buffer_amount=current,
    )
    return Inbound(virdi.consume(request, metadata=CLIENT))


def offer(virdi, resource):
    return Inbound(virdi.offer_production(M["ProductionOffer"](resource_id=resource), metadata=CLIENT))


def expect_status(stream, code, what, mentioned=""):
    got = stream.end(what)
    expect(got == code, f"expected {what} to be refused with {code.name}, got {got.name}: {stream.details}")
    expect(mentioned in stream.details, f"expected the refusal of {what} to name {mentioned}: {stream.details}")


# ---- the walk --------------------------------------------------------------------------------------------------------


def fill_the_tank(virdi, resource, offered):
    offered.next("a request, since the tank is empty")
    step("an offer for an empty tank is answered with a request")

    code, details, accepted = produce(virdi, resource, [30] * 20, half_close=False)
    exhausted = grpc.StatusCode.RESOURCE_EXHAUSTED
    expect(code == exhausted, f"expected a full tank to end the production with RESOURCE_EXHAUSTED, got {code}: {details}")
    expect(accepted == 120, f"expected 4 messages of 30 to be accepted whole by a tank of 100, that is 120, got {accepted}")
    step("producing ends with RESOURCE_EXHAUSTED when the tank is full; virdi-accepted says 120 of 600")

    code, details, accepted = produce(virdi, resource, [], half_close=False)
    expect(code == exhausted and accepted == 0, f"expected a production on a full tank to end at once, got {code}, {accepted}")
    step("a production that opens on a full tank is ended at once")
    return 120


def drain_the_tank(virdi, resource, level, offered):
    while not offered.messages.empty():
        offered.messages.get()
    buffer_limit, per_second = 40, 100
    start = time.monotonic()
    consumer = consume(virdi, "wire-1", resource, max_rate=per_second * 60, buffer_limit=buffer_limit)
    received = 0
    while received < level:
        came, message = consumer.next(f"the rest of {level} units after {received}")
        received += message.amount
        bound = buffer_limit + per_second * (came - start)
        expect(message.amount >= 1, "expected no empty delivery")
        expect(received <= bound, f"expected at most {bound:.1f} units after {came - start:.3f} s, got {received}")
    expect(received == level, f"expected the {level} units that were accepted, got {received}")
    took = time.monotonic() - start
    expect(consumer.silent_for(0.5), f"expected no unit beyond the {level} that were accepted")
    step(f"consuming yields the accepted {level} units, never above {buffer_limit} + {per_second}/s (it took {took:.1f} s)")

    asked_at, _ = offered.next("a new request, since the level has fallen to the resume mark")
    earliest = (level - RESUME_MARK - buffer_limit) / per_second
    expect(asked_at - start >= earliest, "expected no request before the level had fallen to the resume mark")
    step("a new request comes when the level has fallen to the resume mark")
    consumer.cancel()
    expect(consumer.end("the cancelled consumer") == grpc.StatusCode.CANCELLED, "expected a cancel to end in CANCELLED")


def half_close(virdi, resource):
    code, details, accepted = produce(virdi, resource, [4, 0, 6])
    expect(code == grpc.StatusCode.OK, f"expected a half-close to be answered with OK, got {code}: {details}")
    expect(accepted == 10, f"expected 4 + 0 + 6 units to be accepted, got {accepted}")
    step("a half-close is answered with OK; virdi-accepted says 10")


def duplicate_consumer(virdi, resource):
    first = consume(virdi, "wire-1", resource, max_rate=1, buffer_limit=4)
    first.next("three quarters of the buffer")
    second = consume(virdi, "wire-1", resource, max_rate=1, buffer_limit=4)
    expect_status(second, grpc.StatusCode.ALREADY_EXISTS, "a second stream for the same consumer_id")
    expect(not first.ended.is_set(), f"expected the first stream to stay open, it ended with {first.code}")
    step("a second stream for an open consumer_id is refused with ALREADY_EXISTS")

    first.cancel()
    first.end("the cancelled consumer")
    deadline = time.monotonic() + SOON
    while True:
        # The cancel is on its way on one stream while the next opens on another.
        third = consume(virdi, "wire-1", resource, max_rate=1, buffer_limit=4)
        try:
            third.next("three quarters of the buffer", within=1.0)
            break
        except Failed:
            taken = third.ended.is_set() and third.code == grpc.StatusCode.ALREADY_EXISTS
            expect(taken and time.monotonic() < deadline, f"expected a cancelled consumer_id to be free, got {third.code}")
    third.cancel()
    step("a cancel frees the consumer_id")


def bad_ids(virdi, resource):
    invalid = grpc.StatusCode.INVALID_ARGUMENT
    expect_status(consume(virdi, "", resource, 60), invalid, "an empty consumer_id", "consumer_id")
    expect_status(consume(virdi, "wire-1", "a\nb", 60), invalid, "a resource_id with a line break", "resource_id")
    expect_status(consume(virdi, "wire-1", "é" * 129, 60), invalid, "a resource_id of 258 bytes", "resource_id")
    expect_status(consume(virdi, "wire-1", resource, 0), invalid, "a max_rate of 0", "max_rate")
    expect_status(offer(virdi, ""), invalid, "an offer without a resource_id", "resource_id")
    step("bad ids and a rate of 0 are refused with INVALID_ARGUMENT that names the field")


def walk(endpoint, compression):
    # So long that gzip makes it shorter: or else grpcio sends it as it is.
    resource = f"iron-{time.time_ns()}" + "x" * 200
    with grpc.insecure_channel(endpoint, compression=compression) as channel:
        try:
            grpc.channel_ready_future(channel).result(timeout=10)
        except grpc.FutureTimeoutError:
            raise Failed(f"expected a broker at {endpoint}, and nothing answered within 10 s") from None
        virdi = Virdi(channel)
        offered = offer(virdi, resource)
        level = fill_the_tank(virdi, resource, offered)
        drain_the_tank(virdi, resource, level, offered)
        half_close(virdi, resource)
        duplicate_consumer(virdi, resource)
        bad_ids(virdi, resource)
        expect(not offered.ended.is_set(), f"expected the offer to stay open all along, it ended with {offered.code}")
        offered.cancel()
        offered.end("the withdrawn offer")
        step("the offer stayed open all along")


def main():
    if len(sys.argv) < 2 or sys.argv[2:] not in ([], ["gzip"]):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        walk(sys.argv[1], grpc.Compression.Gzip if sys.argv[2:] else grpc.Compression.NoCompression)
    except Failed as failure:
        print(f"failed: {failure}", file=sys.stderr, flush=True)
        return 1
    print("all steps done", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
