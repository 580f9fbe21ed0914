package org.bmac.editor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page of a PDF, painted as a picture; nothing else of the document is kept. What is packed in it is unpacked once and only
 * counted, before anything reads it, so that a few bytes cannot become more than this machine holds.
 */
final class PdfPage {
    private static final long MOST_UNPACKED = 200L << 20;
    private static final long MOST_KEPT = 256L << 20;
    private static final int LONGEST = 3000;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9a-fA-F]{2})");

    /** More than one filter, one that stands elsewhere, or one of those that blow up and are not deflate. */
    private static final Pattern ODDLY_PACKED = Pattern.compile(
            "/Filter[\\s\\x00]*+(?:\\[[\\s\\x00]*+/\\w++[\\s\\x00]*+[^\\]\\s\\x00]|[0-9%]|\\[[\\s\\x00]*+[0-9%])"
                    + "|/LZWDecode|/RunLengthDecode");

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private PdfPage() {}

    /** @throws Refusal with a sentence when it is damaged, locked, too large, or has no such page */
    static Picture picture(byte[] file, int page) {
        checkPacking(file);
        weigh(file);
        try (PDDocument document =
                Loader.loadPDF(file, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_KEPT).streamCache)) {
            int pages = document.getNumberOfPages();
            if (page < 1 || page > pages) {
                throw new Refusal(
                        "This PDF has " + pages + (pages == 1 ? " page" : " pages") + ", and no page " + page + ".");
            }
            checkPictures(document);
            return Raster.png(painted(document, page)).of(pages);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            throw new Refusal("This PDF is damaged or locked with a password, and cannot be read.");
        } catch (OutOfMemoryError
                | StackOverflowError tooMuch) { // what is packed in pages can still be packed in itself
            throw new Refusal("This PDF takes more to be painted than there is. Load the plan up as a picture.");
        }
    }

    /** What is packed twice, or otherwise than by deflating, cannot be weighed before it is unpacked. */
    private static void checkPacking(byte[] file) {
        String text = ESCAPED.matcher(new String(file, StandardCharsets.ISO_8859_1))
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
        if (ODDLY_PACKED.matcher(text).find()) {
            throw new Refusal(
                    "This PDF packs its contents twice, or in an old way. Print it to a new PDF, or load the plan up"
                            + " as a picture.");
        }
    }

    /** Each is unpacked whole when it is painted. */
    private static void checkPictures(PDDocument document) throws IOException {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                Raster.check(stream.getLong(COSName.WIDTH), stream.getLong(COSName.HEIGHT));
            }
        }
    }

    private static BufferedImage painted(PDDocument document, int page) throws IOException {
        PDRectangle box = document.getPage(page - 1).getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(longest >= 1 && Math.min(box.getWidth(), box.getHeight()) >= 1)) {
            throw new Refusal("Page " + page + " of this PDF has no size.");
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page - 1, LONGEST / longest, ImageType.RGB);
    }

    private static void weigh(byte[] file) {
        long total = 0;
        byte[] basket = new byte[1 << 16];
        for (int at = next(file, 0); at >= 0; at = next(file, at)) {
            total += unpacked(file, at, basket, MOST_UNPACKED - total);
            if (total >= MOST_UNPACKED) {
                throw new Refusal("What is packed in this PDF is more than " + (MOST_UNPACKED >> 20)
                        + " MB. Load the plan up as a picture.");
            }
        }
    }

    /** Where what follows the next word "stream" begins; -1 when there is none. */
    private static int next(byte[] file, int from) {
        for (int i = from; i + STREAM.length < file.length; i++) {
            if (isStream(file, i)) {
                int after = i + STREAM.length;
                while (after < file.length && (file[after] == '\r' || file[after] == '\n')) {
                    after++;
                }
                return after;
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] file, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (file[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static long unpacked(byte[] file, int at, byte[] basket, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, at, file.length - at);
            long total = 0;
            while (total < most && !inflater.finished()) {
                int some = inflater.inflate(basket);
                if (some == 0) {
                    break;
                }
                total += some;
            }
            return total;
        } catch (DataFormatException packedOtherwise) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
