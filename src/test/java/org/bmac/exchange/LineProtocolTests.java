package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.bmac.exchange.Line.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProtocolTests {
    private static final String LETTERS = "ab ,=\"\\'é°🙂#\t.-0";

    private final Random random = new Random(7);

    @Test
    void aReadingIsWrittenAsTheReferenceSays() {
        Line line = new Line(
                "my room",
                Map.of("place", "Lab 1, east = warm"),
                fields("value", new Field.Real(21.5), "quality", new Field.Text("a \"good\" \\ one")),
                1_715_500_800_000L);

        assertThat(LineProtocol.write(line))
                .isEqualTo("my\\ room,place=Lab\\ 1\\,\\ east\\ \\=\\ warm"
                        + " value=21.5,quality=\"a \\\"good\\\" \\\\ one\" 1715500800000");
    }

    @Test
    void whatTheProtocolCannotSayIsReplaced() {
        Line line = new Line("m", Map.of("end", "C:\\", "lines", "a\nb"), fields("v", new Field.Whole(-3)), 1);

        LineRead read = LineProtocol.read(LineProtocol.write(line));

        assertThat(read).isInstanceOfSatisfying(Line.class, back -> assertThat(back.tags())
                .containsEntry("end", "C:/")
                .containsEntry("lines", "a b"));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        for (int i = 0; i < 20_000; i++) {
            Line line = line();
            String written = LineProtocol.write(line);

            assertThat(LineProtocol.read(written)).as(written).isEqualTo(line);
            assertThat(LineProtocol.goesOn(written)).as(written).isFalse();
        }
    }

    @Test
    void nothingMakesItThrow() {
        for (int i = 0; i < 50_000; i++) {
            String written = LineProtocol.write(line());
            StringBuilder damaged = new StringBuilder(written);
            for (int j = random.nextInt(4); j >= 0 && !damaged.isEmpty(); j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
                    default -> damaged.setLength(at);
                }
            }
            LineRead read = LineProtocol.read(damaged.toString());
            boolean goesOn = LineProtocol.goesOn(damaged.toString());

            assertThat(read).as("%s %s", damaged, goesOn).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "m|There are no fields.",
                "m,|The name of a tag is missing.",
                "m,a|The tag 'a' has no value.",
                "m,a= v=1|The value of the tag 'a' is missing.",
                "m v|The field 'v' has no value.",
                "m v=|The field 'v' is '', which is no number.",
                "m v=abc|The field 'v' is 'abc', which is no number.",
                "m v=NaN|The field 'v' is 'NaN', which is no number.",
                "m v=1e999|The field 'v' is '1e999', which is no number.",
                "m v=99999999999999999999i|The field 'v' is '99999999999999999999i', which is too large.",
                "m v=\"open 12|The text of the field 'v' does not end.",
                "m v=1 soon|The time is 'soon', which is no whole number.",
                "m v=1 1 2|The time is '1 2', which is no whole number.",
                ",a=b v=1|The measurement is missing.",
            })
    void damageIsSaidInASentence(String line, String sentence) {
        assertThat(LineProtocol.read(line))
                .isInstanceOfSatisfying(LineRead.Unreadable.class, wrong -> assertThat(wrong.reason())
                        .isEqualTo(sentence));
    }

    @Test
    void everyKindOfFieldIsRead() {
        LineRead read = LineProtocol.read("m a=1,b=-2.5e3,c=3i,d=4u,e=t,f=FALSE,g=\"x, y=z\" 5");

        assertThat(read).isInstanceOfSatisfying(Line.class, line -> {
            assertThat(line.fields())
                    .containsEntry("a", new Field.Real(1))
                    .containsEntry("b", new Field.Real(-2500))
                    .containsEntry("c", new Field.Whole(3))
                    .containsEntry("d", new Field.Whole(4))
                    .containsEntry("e", new Field.Truth(true))
                    .containsEntry("f", new Field.Truth(false))
                    .containsEntry("g", new Field.Text("x, y=z"));
            assertThat(line.time()).isEqualTo(5);
        });
        assertThat(LineProtocol.read("  ")).isInstanceOf(LineRead.Nothing.class);
        assertThat(LineProtocol.read("# a remark")).isInstanceOf(LineRead.Nothing.class);
    }

    @Test
    void aTextMayGoOnInTheNextLine() {
        assertThat(LineProtocol.goesOn("m,a=\"b v=1 5")).isFalse();
        assertThat(LineProtocol.goesOn("m v=\"first")).isTrue();
        assertThat(LineProtocol.read("m v=\"first\nsecond\" 5")).isInstanceOf(Line.class);
    }

    private Line line() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.put(name(), name());
        }
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            fields.put(
                    name(),
                    switch (random.nextInt(4)) {
                        case 0 -> new Field.Real(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
                        case 1 -> new Field.Whole(random.nextLong());
                        case 2 -> new Field.Truth(random.nextBoolean());
                        default -> new Field.Text(text(random.nextInt(12)));
                    });
        }
        return new Line("m" + name(), tags, fields, random.nextLong());
    }

    /** Not empty, and ends with no backslash. */
    private String name() {
        return text(random.nextInt(8)) + "n";
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static Map<String, Field> fields(String one, Field first) {
        return fields(one, first, one, first);
    }

    private static Map<String, Field> fields(String one, Field first, String other, Field second) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put(one, first);
        fields.put(other, second);
        return fields;
    }
}
