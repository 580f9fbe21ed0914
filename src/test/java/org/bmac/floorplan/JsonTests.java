package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.bmac.broker.Link;
import org.bmac.live.Latest;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTests {
    private static final PointId POINT = new PointId(7);
    private static final Instant AT = Instant.ofEpochMilli(1_778_572_800_123L);

    @ParameterizedTest
    @MethodSource("points")
    void aPointIsFourFieldsAndItsReasonIfItHasOne(Latest latest, String json) {
        assertThat(Json.point(latest)).isEqualTo(json);
    }

    static Stream<Arguments> points() {
        Value warm = new Value.Quantity(21.5, Unit.CELSIUS);
        Value even = new Value.Quantity(-3, Unit.CELSIUS);
        return Stream.of(
                Arguments.of(new Latest(POINT, warm, Quality.GOOD, AT, ""), "[7,21.5,0,1778572800123]"),
                Arguments.of(new Latest(POINT, even, Quality.UNCERTAIN, AT, "warm"), "[7,-3,1,1778572800123,\"warm\"]"),
                Arguments.of(
                        new Latest(POINT, new Value.Count(4_294_967_295L), Quality.STALE, AT, "old"),
                        "[7,4294967295,2,1778572800123,\"old\"]"),
                Arguments.of(
                        new Latest(POINT, new Value.Switched(true), Quality.OFFLINE, AT, "gone"),
                        "[7,1,3,1778572800123,\"gone\"]"),
                Arguments.of(
                        new Latest(POINT, new Value.Unreadable("x"), Quality.BAD, AT, "say \"é\"\n\\"),
                        "[7,null,4,1778572800123,\"say \\\"\\u00e9\\\"\\u000a\\\\\"]"),
                Arguments.of(
                        new Latest(POINT, null, Quality.NEVER_SEEN, null, "no data yet"),
                        "[7,null,5,null,\"no data yet\"]"));
    }

    @Test
    void whateverAReasonSaysItIsReadAsItWasWritten() {
        JsonMapper reader = JsonMapper.shared();
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String reason = "!" + text(random);
            JsonNode read = reader.readTree(Json.point(new Latest(POINT, null, Quality.BAD, AT, reason)));
            assertThat(read.get(4).asString()).isEqualTo(reason);
        }
    }

    @Test
    void whateverTheNumberItIsReadAsItWasWritten() {
        JsonMapper reader = JsonMapper.shared();
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                Value value = new Value.Quantity(number, Unit.RAW);
                JsonNode read = reader.readTree(Json.point(new Latest(POINT, value, Quality.GOOD, AT, "")));
                assertThat(read.get(1).asDouble()).isEqualTo(number);
            }
        }
    }

    @Test
    void theLinkIsAnObject() {
        StringBuilder json = new StringBuilder();
        Json.link(json, new Link(false, "tcp://x", "connection refused", AT));

        assertThat(json).hasToString("{\"up\":false,\"words\":\"connection refused\",\"since\":1778572800123}");
    }

    /** Any characters at all, but no half of a pair, which no UTF-8 can carry. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            int codePoint = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x110000);
            if (codePoint < 0xd800 || codePoint > 0xdfff) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }
}
