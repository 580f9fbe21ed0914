package org.bmac.editor;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bmac.point.Bytes;

/**
 * Pictures made of pixels. How many those are is read from the header before anything is unpacked; then the picture is
 * painted anew, at most so large as screens can use, and nothing of the old file is kept.
 */
final class Raster {
    /** The most pixels that a picture may have before it is made smaller. */
    static final long MOST_PIXELS = 50_000_000;

    /** The longest side of what is kept. */
    static final int LONGEST = 4096;

    private static final float JPEG_QUALITY = 0.88f;

    private Raster() {}

    static Picture png(byte[] file) {
        BufferedImage image = read(file, "png", "PNG");
        return png(image);
    }

    static Picture png(BufferedImage image) {
        return picture(image, "png", "image/png");
    }

    static Picture jpeg(byte[] file) {
        return picture(read(file, "jpeg", "JPEG"), "jpeg", "image/jpeg");
    }

    /**
     * Looks at the header only.
     *
     * @throws Refusal when it says more pixels than are allowed, or nothing that makes sense
     */
    static void check(long width, long height) {
        if (width < 1 || height < 1) {
            throw new Refusal("This picture has no pixels.");
        }
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new Refusal("This picture has " + width + " × " + height + " pixels; the most are "
                    + MOST_PIXELS / 1_000_000 + " million. Make it smaller.");
        }
    }

    /** How many a picture has, from its header. */
    static long pixels(byte[] file, boolean png) {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg").next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            check(reader.getWidth(0), reader.getHeight(0));
            return (long) reader.getWidth(0) * reader.getHeight(0);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("A picture in this SVG is damaged and cannot be read.");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(byte[] file, String format, String word) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            ImageReadParam how = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / LONGEST);
            how.setSourceSubsampling(every, every, 0, 0);
            return scaled(reader.read(0, how));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("This " + word + " is damaged and cannot be read.");
        } finally {
            reader.dispose();
        }
    }

    static BufferedImage scaled(BufferedImage image) {
        double share = (double) LONGEST / Math.max(image.getWidth(), image.getHeight());
        if (share >= 1) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.getWidth() * share));
        int height = Math.max(1, (int) Math.round(image.getHeight() * share));
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage small =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = small.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paint.drawImage(image, 0, 0, width, height, null);
        paint.dispose();
        return small;
    }

    private static Picture picture(BufferedImage image, String format, String mediaType) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new Refusal("This picture cannot be painted anew.");
        } finally {
            writer.dispose();
        }
        return new Picture(mediaType, image.getWidth(), image.getHeight(), Bytes.wrap(bytes.toByteArray()));
    }
}
