package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Where messages begin and end does not depend on how the bytes were cut into DATA frames. */
class MessageFramesTest {
    private static final int LIMIT = 300;

    @Property(tries = 500)
    void goodFramesAreHandedOnHoweverTheyAreCut(
            @ForAll @Size(max = 20) List<@IntRange(max = LIMIT) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 700) int piece) {
        ByteBuf bytes = messages(lengths);
        var frames = new MessageFrames(false);
        assertThat(feed(frames, bytes, piece)).isEqualTo(bytes.writerIndex());
        assertThat(frames.fault()).isNull();
        assertThat(frames.whole()).isEqualTo(lengths.size());
    }

    @Property(tries = 500)
    void whatIsWholeBeforeAFaultCountsHoweverItIsCut(
            @ForAll @Size(max = 20) List<@IntRange(max = LIMIT) Integer> lengths,
            @ForAll("broken") byte[] broken,
            @ForAll @IntRange(min = 1, max = 700) int piece) {
        ByteBuf bytes = messages(lengths);
        int good = bytes.writerIndex();
        var frames = new MessageFrames(false);
        int handedOn = feed(frames, bytes.writeBytes(broken), piece);
        assertThat(frames.fault()).isNotNull();
        assertThat(frames.whole()).isEqualTo(lengths.size());
        // Of the broken one no more than what came before the byte that broke it, in a frame of its own.
        assertThat(handedOn).isBetween(good, good + broken.length - 1);
    }

    @Provide
    Arbitrary<byte[]> broken() {
        return Arbitraries.of(
                RawHttp2.message(2, 0),
                RawHttp2.message(0xFF, 1, (byte) 0),
                RawHttp2.message(1, 3, new byte[3]),
                RawHttp2.message(0, LIMIT + 1, new byte[LIMIT + 1]),
                RawHttp2.message(0, Integer.MAX_VALUE, new byte[9]),
                RawHttp2.message(0, Integer.MIN_VALUE),
                RawHttp2.message(0, -1, new byte[9]),
                RawHttp2.message(0, 7, new byte[6]),
                RawHttp2.message(0, 7),
                new byte[4]);
    }

    @Test
    void aCompressedMessageIsOneWhereTheHeadersSaidSo() {
        var frames = new MessageFrames(true);
        assertThat(feed(frames, Unpooled.wrappedBuffer(RawHttp2.message(1, 3, new byte[3])), 8))
                .isEqualTo(8);
        assertThat(frames.fault()).isNull();
    }

    private static ByteBuf messages(List<Integer> lengths) {
        ByteBuf bytes = Unpooled.buffer();
        lengths.forEach(length -> bytes.writeBytes(RawHttp2.message(new byte[length])));
        return bytes;
    }

    /** Feeds pieces of so many bytes until a fault; how many were handed on. */
    private static int feed(MessageFrames frames, ByteBuf bytes, int piece) {
        int handedOn = 0;
        do {
            ByteBuf next = bytes.readSlice(Math.min(piece, bytes.readableBytes()));
            handedOn += frames.follow(next, LIMIT, !bytes.isReadable());
        } while (bytes.isReadable() && frames.fault() == null);
        return handedOn;
    }
}
