package org.bmac.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people load up as plans, the good and the evil. */
class UploadsTests {
    private static final String START = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'>";

    private final Uploads uploads = new Uploads();

    private Picture take(String svg) {
        return uploads.take(svg.getBytes(StandardCharsets.UTF_8), 1);
    }

    private String cleaned(String inside) {
        return take(START + inside + "</svg>").content().text();
    }

    @Test
    void aDrawingKeepsWhatDraws() {
        Picture picture = take(
                "<?xml version='1.0'?>" + START
                        + "<defs><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient></defs>"
                        + "<style>.wall{stroke:#000}</style>"
                        + "<g transform='scale(2)'><path class='wall' d='M0 0L10 10' fill='url(#g)'/></g><text x='1'>A &amp; B</text></svg>");

        assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
        assertThat(picture.width()).isEqualTo(400);
        assertThat(picture.height()).isEqualTo(300);
        assertThat(picture.content().text())
                .contains(
                        "viewBox=\"0 0 400 300\"",
                        "linearGradient",
                        "url(#g)",
                        ".wall{stroke:#000}",
                        "A &amp; B",
                        "M0 0L10 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "<SCRIPT>evil()</SCRIPT>",
                "<x:script xmlns:x='http://www.w3.org/2000/svg'>evil()</x:script>",
                "<rect onload='evil()' width='1'/>",
                "<rect OnClick='evil()' width='1'/>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><iframe src='evil'/></body></foreignObject>",
                "<image href='https://evil.example/x.png'/>",
                "<image xlink:href='//evil.example/x.png'/>",
                "<image href='data:image/svg+xml;base64,ZXZpbA=='/>",
                "<use href='https://evil.example/x.svg#a'/>",
                "<use xlink:href='data:image/svg+xml,evil#a'/>",
                "<a href='javascript:evil()'><rect width='1'/></a>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<style>rect{fill:url(https://evil.example/x)}</style>",
                "<style>rect{fill:u\\72l(https://evil.example/x)}</style>",
                "<style><![CDATA[rect{background:url(//evil.example)}]]></style>",
                "<rect style='fill:url(https://evil.example)'/>",
                "<rect fill='URL( https://evil.example/#a )'/>",
                "<rect fill='url(#a) url(https://evil.example)'/>",
                "<animate attributeName='href' values='javascript:evil()'/>",
                "<set attributeName='onload' to='evil()'/>",
                "<handler type='evil'>evil()</handler>",
                "<iframe src='evil'/>",
                "<embed src='evil'/>",
                "<audio src='evil'/>",
                "<feImage href='https://evil.example'/>",
                "<?xml-stylesheet href='evil.css'?>",
                "<!-- evil -->",
                "<metadata>evil</metadata>",
                "<title><script>evil()</script></title>"
            })
    void whatCouldRunOrReachOutsideIsLeftOut(String evil) {
        String clean = cleaned(evil + "<circle r='7'/>");

        assertThat(clean).contains("circle");
        assertThat(clean.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "evil",
                        "script",
                        "http://www.w3.org/1999",
                        "foreignobject",
                        "onload",
                        "onclick",
                        "animate",
                        "<set");
    }

    @Test
    void entitiesAreRefusedBeforeTheyGrow() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + START
                + "<text>&b;</text></svg>";

        assertThatThrownBy(() -> take(bomb)).isInstanceOf(Refusal.class).hasMessageContaining("entities");
        assertThatThrownBy(() -> take(
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + START + "<text>&x;</text></svg>"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void partsThatUseEachOtherManyTimesAreRefused() {
        StringBuilder bomb = new StringBuilder("<g id='a0'><rect width='1'/></g>");
        for (int i = 1; i < 30; i++) {
            String use = "<use href='#a" + (i - 1) + "'/>";
            bomb.append("<g id='a").append(i).append("'>").append(use.repeat(5)).append("</g>");
        }

        assertThatThrownBy(() -> cleaned(bomb.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("use one another");
        assertThatThrownBy(() -> cleaned("<g id='x'><use href='#x'/></g>"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("without end");
    }

    @Test
    void aDrawingThatIsTooDeepOrSaysNoSizeIsRefused() {
        assertThatThrownBy(() -> cleaned("<g>".repeat(5000) + "</g>".repeat(5000)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> take("<svg xmlns='http://www.w3.org/2000/svg'/>"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("how large");
        assertThatThrownBy(() -> take("<?xml version='1.0'?><html/>"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no SVG");
    }

    @Test
    void aPictureWithinADrawingIsMadeAnew() {
        String data = Base64.getEncoder().encodeToString(png(3, 2));

        assertThat(cleaned("<image width='3' href='data:image/png;base64," + data + "'/>"))
                .contains("data:image/png;base64,");
        String huge = Base64.getEncoder().encodeToString(pngHeader(10_000, 10_000));
        assertThatThrownBy(() -> cleaned("<image href='data:image/png;base64," + huge + "'/>"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10000 × 10000");
    }

    @Test
    void thePicturesOfADrawingCountTogether() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5_100, 5_000, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
        String image =
                "<image href='data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "'/>";

        assertThatThrownBy(() -> cleaned(image + image))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 50 million pixels together");
    }

    /** Trying it in all ways takes the square of its length. */
    @Test
    void aNumberOfManyDigitsIsNoSize() {
        assertThatThrownBy(() -> take(
                        "<svg xmlns='http://www.w3.org/2000/svg' width='" + "1".repeat(2_000_000) + "x' height='1'/>"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("how large");
    }

    @Test
    void aHundredMegapixelPictureIsRefusedByItsHeader() {
        assertThatThrownBy(() -> uploads.take(pngHeader(10_000, 10_000), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10000 × 10000 pixels");
        assertThatThrownBy(() -> uploads.take(pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE), 1))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> uploads.take(pngHeader(0, 5), 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void aPictureIsPaintedAnewAndScaled() throws IOException {
        Picture picture = uploads.take(png(5000, 10), 1);

        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.width()).isLessThanOrEqualTo(Raster.LONGEST);
        BufferedImage again =
                ImageIO.read(new java.io.ByteArrayInputStream(picture.content().toArray()));
        assertThat(again.getWidth()).isEqualTo((int) picture.width());
    }

    @Test
    void whatIsHiddenBehindAPictureIsNotKept() {
        byte[] picture = png(4, 4);
        byte[] evil = "<script>evil()</script>".getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(picture.length + evil.length)
                .put(picture)
                .put(evil)
                .array();

        assertThat(new String(uploads.take(both, 1).content().toArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("evil");
    }

    @Test
    void aJpegIsTaken() {
        Picture picture = uploads.take(written("jpg", new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB)), 1);

        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(picture.width()).isEqualTo(20);
    }

    @Test
    void theWrongTypeIsRefusedWhateverItsName() throws IOException {
        assertThatThrownBy(() -> uploads.take("MZ\0\0".getBytes(StandardCharsets.UTF_8), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("none of them");
        assertThatThrownBy(() -> uploads.take(new byte[0], 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> uploads.take(new byte[] {'P', 'K', 3, 4}, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("compressed");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(START.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> uploads.take(bytes.toByteArray(), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("compressed");
        assertThatThrownBy(() -> uploads.take(new byte[Uploads.MOST_BYTES + 1], 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("20 MB");
    }

    @Test
    void aPageOfAPdfBecomesAPicture() throws IOException {
        byte[] file = pdf(new PDRectangle(400, 200));

        Picture picture = uploads.take(file, 1);

        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.width() / picture.height()).isBetween(1.99, 2.01);
        assertThat(picture.pages()).isEqualTo(1);
        assertThatThrownBy(() -> uploads.take(file, 2))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 page");
        assertThatThrownBy(() -> uploads.take("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anyPageOfAPdfMayBeChosenAndTheirNumberIsTold() throws IOException {
        byte[] file = pdf(new PDRectangle(400, 200), new PDRectangle(200, 400), new PDRectangle(300, 300));

        Picture second = uploads.take(file, 2);

        assertThat(second.pages()).isEqualTo(3);
        assertThat(second.width() / second.height()).isBetween(0.49, 0.51);
        assertThatThrownBy(() -> uploads.take(file, 4)).hasMessageContaining("3 pages");
    }

    @Test
    void aPdfThatUnpacksToMoreThanThisMachineHoldsIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 201; i++) {
                packed.write(zeros);
            }
        }

        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThatThrownBy(() -> uploads.take(bytes.toByteArray(), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("200 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter[/ASCIIHexDecode /FlateDecode]",
                "/Filter [ /FlateDecode/FlateDecode ]",
                "/F#69lter\n[/A85 /Fl]",
                "/Filter\0[/ASCII85Decode%x\n/FlateDecode]",
                "/Filter 7 0 R",
                "/Filter[7 0 R]",
                "/Filter/LZWDecode",
                "/Filter[/RunLengthDecode]",
                "/Filter%x\n[/ASCIIHexDecode /FlateDecode]",
            })
    void whatCannotBeWeighedBeforeItIsUnpackedIsRefused(String packing) {
        byte[] file = ("%PDF-1.7\n1 0 obj\n<<" + packing + ">>\nstream\nx\nendstream\nendobj\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> uploads.take(file, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("packs its contents twice");
    }

    @Test
    void aPictureOfManyPixelsInAPdfIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(100, 100));
            document.addPage(page);
            PDImageXObject image =
                    LosslessFactory.createFromImage(document, new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0);
            }
            image.setWidth(10_000);
            image.setHeight(10_000);
            document.save(bytes);
        }

        assertThatThrownBy(() -> uploads.take(bytes.toByteArray(), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10000 × 10000");
    }

    private static byte[] pdf(PDRectangle... sizes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (PDRectangle size : sizes) {
                document.addPage(new PDPage(size));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** Damage is refused in words, whatever it is. */
    @Test
    void nothingThatIsDamagedGetsThroughAsAnotherFailure() {
        Random random = new Random(7);
        byte[][] starts = {
            png(9, 9),
            written("jpg", new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB)),
            (START + "<g><rect width='1'/></g></svg>").getBytes(StandardCharsets.UTF_8)
        };
        for (int i = 0; i < 600; i++) {
            byte[] file = starts[i % starts.length].clone();
            for (int j = 0; j < 4; j++) {
                file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
            }
            try {
                assertThat(uploads.take(file, 1).width()).isPositive();
            } catch (Refusal refusal) {
                assertThat(refusal).hasMessageMatching("(?s)[A-Z].*\\.");
            }
        }
    }

    static byte[] png(int width, int height) {
        return written("png", new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    private static byte[] written(String format, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, bytes)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A picture that says so many pixels and has none. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0}); // 8 bits, colours, the usual ways, not interlaced
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
