package virdi.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The model's own arithmetic, by hand. */
class ReferenceBucketTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void aUnitAMinuteLeaksInExactlyAMinute() {
        ReferenceBucket bucket = new ReferenceBucket(1, 1, 0);
        assertThat(bucket.room(1, MINUTE - 1)).isZero();
        assertThat(bucket.room(1, MINUTE)).isOne();
        assertThat(bucket.timeOfRoom(1, 1)).isEqualTo(MINUTE);
    }

    @Test
    void itIsNeverLessThanEmpty() {
        ReferenceBucket bucket = new ReferenceBucket(1, 1, 0);
        bucket.pour(2, 10 * MINUTE);
        assertThat(bucket.level(10 * MINUTE)).isEqualTo(2);
        bucket.takeBack(3, 10 * MINUTE);
        assertThat(bucket.level(10 * MINUTE)).isZero();
    }

    @Test
    void whatPassesTheLimitIsNegativeRoom() {
        assertThat(new ReferenceBucket(5, 1, 0).room(3, 1)).isEqualTo(-2);
    }

    @Test
    void whatNeverFitsHasNoTime() {
        assertThat(new ReferenceBucket(0, 1, 0).timeOfRoom(3, 4)).isEqualTo(ReferenceBucket.NEVER);
        assertThat(new ReferenceBucket(4, 0, 0).timeOfRoom(3, 1)).isEqualTo(ReferenceBucket.NEVER);
    }

    @Test
    void theLargestPacesDoNotWrap() {
        ReferenceBucket bucket = new ReferenceBucket(0xFFFF_FFFFL, 0xFFFF_FFFFL, 0);
        assertThat(bucket.room(0xFFFF_FFFFL, MINUTE)).isEqualTo(0xFFFF_FFFFL);
        assertThat(bucket.timeOfRoom(0xFFFF_FFFFL, 0xFFFF_FFFFL)).isEqualTo(MINUTE);
    }
}
