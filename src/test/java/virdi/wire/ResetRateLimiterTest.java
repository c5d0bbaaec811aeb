package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In stepped time: a connection of which each letter opens a stream and resets it, an X only resets one; dots do nothing. */
class ResetRateLimiterTest {
    private static final int PER_SECOND = 1_000;
    /** Streams that a connection may reopen at once: the first, which takes no reset one's place, and one more that is too many. */
    private static final int AT_ONCE = PER_SECOND * (int) ResetRateLimiter.AHEAD.toMillis() / 1_000 + 2;

    private final StringBuilder heard = new StringBuilder();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void open() {
        channel.freezeTime();
        var brake =
                new ResetRateLimiter(PER_SECOND, channel.eventLoop().ticker().nanoTime());
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object read) {
                var bytes = (ByteBuf) read;
                while (bytes.isReadable()) {
                    char next = (char) bytes.readByte();
                    heard.append(next);
                    if (Character.isLowerCase(next)) {
                        brake.opened(context);
                    }
                    if (next != '.') {
                        brake.reset();
                    }
                }
                bytes.release();
            }
        });
    }

    @AfterEach
    void leaveNothing() {
        channel.finishAndReleaseAll();
    }

    private void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes.getBytes(StandardCharsets.US_ASCII)));
    }

    private void pass(long millis) {
        for (int i = 0; i < millis; i++) {
            channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private boolean isBraked() {
        return !channel.config().isAutoRead();
    }

    @Test
    void aConnectionWithinItsRateIsNotBraked() {
        for (int second = 0; second < 100; second++) {
            send("r".repeat(AT_ONCE - 2));
            pass(AT_ONCE - 2);
        }
        assertThat(isBraked()).isFalse();
    }

    @Test
    void moreResetsComeAtTheRateInTheirOrder() {
        String flood = "abcdefghijklmnopqrstuvwxyz".repeat(200);
        send(flood.substring(0, AT_ONCE));
        assertThat(isBraked()).isTrue();
        send(flood.substring(AT_ONCE));
        assertThat(heard).hasSize(AT_ONCE);
        pass(2_000);
        // A piece is let through as long as the rate allows one of its resets.
        assertThat(heard.length() - AT_ONCE).isBetween(2_000 - 10, 2_000 + 512);
        pass(flood.length());
        assertThat(heard).hasToString(flood);
    }

    @Test
    void toCancelIsNeverSlowedAndToOpenAsManyAgainIs() {
        send("X".repeat(10_000));
        assertThat(isBraked()).isFalse();
        send("r".repeat(AT_ONCE - 2));
        assertThat(isBraked()).isFalse();
        send("r");
        assertThat(isBraked()).isTrue();
    }

    @Test
    void whatFollowsAFloodWaitsAndThenGoesAtFullSpeed() {
        send("r".repeat(AT_ONCE));
        send(".".repeat(10_000));
        assertThat(heard).hasSize(AT_ONCE);
        pass(5);
        assertThat(heard).hasSize(AT_ONCE + 10_000);
        assertThat(isBraked()).isTrue();
        pass(ResetRateLimiter.AHEAD.toMillis() + 5);
        assertThat(isBraked()).isFalse();
        send("r".repeat(2 * AT_ONCE));
        assertThat(isBraked()).isTrue();
        pass(10L * AT_ONCE);
        assertThat(heard).hasSize(3 * AT_ONCE + 10_000);
    }

    @Test
    void whatWaitsWhenTheConnectionEndsIsReleased() {
        send("r".repeat(AT_ONCE));
        ByteBuf unread = Unpooled.copiedBuffer(new byte[] {'r'});
        channel.writeInbound(unread);
        assertThat(unread.refCnt()).isOne();
        channel.close().syncUninterruptibly();
        assertThat(unread.refCnt()).isZero();
        pass(10);
        assertThat(heard).hasSize(AT_ONCE);
    }
}
