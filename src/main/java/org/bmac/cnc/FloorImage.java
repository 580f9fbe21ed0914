package org.bmac.cnc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.point.Bytes;

/**
 * The plan of a floor as the desktop client shows it, and where something is on it. A picture goes out as it is, whatever
 * its type: the client (Qt) recognises it by its content, a drawing (SVG) too where Qt's SVG module is installed.
 *
 * @param version of the floor's plan
 * @param width in pixels: of the picture itself, of a drawing what the floor says
 */
record FloorImage(FloorId floor, int version, double width, double height, Bytes content) {

    static FloorImage of(Floor floor, PlanImage plan) {
        Optional<int[]> pixels = plan.mediaType().startsWith("image/svg") ? Optional.empty() : size(plan.content());
        return new FloorImage(
                floor.id(),
                floor.version(),
                pixels.map(size -> (double) size[0]).orElse(floor.width()),
                pixels.map(size -> (double) size[1]).orElse(floor.height()),
                plan.content());
    }

    boolean isOf(Floor now) {
        return floor.equals(now.id()) && version == now.version();
    }

    /** Empty when it lies beside the plan, or nowhere. */
    Optional<Spot> spot(float x, float y) {
        boolean within = x >= 0 && y >= 0 && x <= (float) width && y <= (float) height;
        return within ? Optional.of(new Spot(Math.min(1, x / width), Math.min(1, y / height))) : Optional.empty();
    }

    float x(Spot spot) {
        return (float) (spot.x() * width);
    }

    float y(Spot spot) {
        return (float) (spot.y() * height);
    }

    /** Read from the header; empty when it says nothing. */
    private static Optional<int[]> size(Bytes picture) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.toArray()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return Optional.of(new int[] {reader.getWidth(0), reader.getHeight(0)});
            } finally {
                reader.dispose();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
