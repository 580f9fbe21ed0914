package org.bmac.editor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.point.Bytes;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Drawings. What is in them is read by jsoup, which knows no entities of a document's own and fetches nothing, and written
 * anew: only elements and attributes that draw, no script, no style that reaches outside, no reference but within the
 * drawing. What is not on the lists below is left out.
 */
final class SvgPlan {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "style",
            "image",
            "clipPath",
            "linearGradient",
            "radialGradient",
            "stop",
            "marker");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "class",
            "style",
            "transform",
            "d",
            "points",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "dx",
            "dy",
            "fx",
            "fy",
            "width",
            "height",
            "viewBox",
            "preserveAspectRatio",
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-dashoffset",
            "vector-effect",
            "opacity",
            "color",
            "display",
            "visibility",
            "clip-path",
            "clip-rule",
            "clipPathUnits",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "text-anchor",
            "dominant-baseline",
            "alignment-baseline",
            "letter-spacing",
            "rotate",
            "textLength",
            "lengthAdjust",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "orient",
            "refX",
            "refY",
            "markerWidth",
            "markerHeight",
            "markerUnits",
            "marker-start",
            "marker-mid",
            "marker-end",
            "overflow",
            "paint-order",
            "shape-rendering",
            "text-rendering",
            "image-rendering");

    private static final int MOST_ELEMENTS = 200_000;
    private static final int DEEPEST = 100;
    private static final double LARGEST = 1_000_000;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?#[\\w.:-]+['\"]?\\s*\\)");
    private static final Pattern EMBEDDED = Pattern.compile("data:image/(png|jpeg);base64,([A-Za-z0-9+/=\\s]+)");
    private static final Pattern LENGTH =
            Pattern.compile("\\s*([0-9]*\\.?[0-9]+(?:e[0-9]+)?)\\s*(px|mm|cm|in|pt|pc)?\\s*");

    private int elements;
    private long pixels;
    private final Map<String, Element> byId = new HashMap<>();

    private SvgPlan() {}

    /** @throws Refusal with a sentence when it is no drawing, or made to wear out whoever draws it */
    static Picture cleaned(byte[] file) {
        return new SvgPlan().clean(file);
    }

    private Picture clean(byte[] file) {
        String text =
                new String(file, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        if (text.contains("<!entity")) {
            throw new Refusal("This SVG defines entities, which can blow it up when it is read. Save it as plain SVG.");
        }
        Element root = root(file);
        double[] size = size(root);
        Document clean = Document.createShell("");
        clean.empty();
        clean.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        Element copy = copy(root, 0);
        String box = Stream.of(size[0], size[1], size[2], size[3])
                .map(SvgPlan::plain)
                .collect(Collectors.joining(" "));
        copy.attributes()
                .put("xmlns", "http://www.w3.org/2000/svg")
                .put("width", plain(size[2]))
                .put("height", plain(size[3]))
                .put("viewBox", box);
        checkUses(copy);
        clean.appendChild(copy);
        return new Picture("image/svg+xml", size[2], size[3], Bytes.of(clean.outerHtml()));
    }

    private static Element root(byte[] file) {
        try {
            Document document = Jsoup.parse(new ByteArrayInputStream(file), null, "", Parser.xmlParser());
            for (Element child : document.children()) {
                if (local(child.tagName()).equals("svg")) {
                    return child;
                }
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            throw new Refusal("This SVG is damaged and cannot be read.");
        }
        throw new Refusal("This file is XML, and no SVG.");
    }

    private static String local(String tag) {
        return tag.startsWith("svg:") ? tag.substring(4) : tag;
    }

    private Element copy(Element from, int depth) {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new Refusal("This SVG has more than " + MOST_ELEMENTS + " parts, or more than " + DEEPEST
                    + " within one another. Make it simpler, or load it up as PNG.");
        }
        String tag = local(from.tagName());
        Element to = new Element(
                org.jsoup.parser.Tag.valueOf(tag, Parser.NamespaceSvg, org.jsoup.parser.ParseSettings.preserveCase),
                "");
        for (Attribute attribute : from.attributes()) {
            String value = value(tag, attribute.getKey(), attribute.getValue());
            if (value != null) {
                // not Element.attr, which would write viewBox small
                to.attributes().put(attribute.getKey().equals("xlink:href") ? "href" : attribute.getKey(), value);
            }
        }
        if (!to.id().isEmpty()) {
            byId.putIfAbsent(to.id(), to);
        }
        if (tag.equals("style")) {
            String style = styleOf(from);
            return isHarmless(style) ? to.appendText(style) : to;
        }
        for (Node child : from.childNodes()) {
            if (child instanceof Element element) {
                if (isKept(element)) {
                    Element kept = copy(element, depth + 1);
                    if (!kept.tagName().equals("image") || kept.hasAttr("href")) {
                        to.appendChild(kept);
                    }
                }
            } else if (child instanceof TextNode words) {
                to.appendChild(new TextNode(words.getWholeText()));
            }
        }
        return to;
    }

    private static String styleOf(Element style) {
        StringBuilder text = new StringBuilder();
        for (Node child : style.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (child instanceof DataNode data) {
                text.append(data.getWholeData());
            }
        }
        return text.toString();
    }

    private static boolean isKept(Element element) {
        return ELEMENTS.contains(local(element.tagName()));
    }

    /** What an attribute may say; null when it may not be there. */
    private @Nullable String value(String tag, String name, String value) {
        if (name.equals("href") || name.equals("xlink:href")) {
            boolean within = value.startsWith("#") && (tag.equals("use") || tag.endsWith("Gradient"));
            return within ? value : tag.equals("image") ? embedded(value) : null;
        }
        return ATTRIBUTES.contains(name) && isHarmless(value) ? value : null;
    }

    /** Neither reaches outside nor hides how it does. */
    private static boolean isHarmless(String value) {
        String rest = REFERENCE.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        return !rest.contains("url")
                && !rest.contains("\\")
                && !rest.contains("@import")
                && !rest.contains("@font-face")
                && !rest.contains("image(")
                && !rest.contains("image-set(")
                && !rest.contains("expression")
                && !rest.contains("javascript:")
                && !rest.contains("animation")
                && !rest.contains("filter")
                && !rest.contains("<");
    }

    /**
     * A picture within the drawing, made anew like one that was loaded up by itself; null when it is none.
     *
     * @throws Refusal when all pictures of the drawing together have more pixels than one may have
     */
    private @Nullable String embedded(String address) {
        Matcher data = EMBEDDED.matcher(address.strip());
        if (!data.matches()) {
            return null;
        }
        byte[] file;
        try {
            file = Base64.getMimeDecoder().decode(data.group(2));
        } catch (IllegalArgumentException damaged) {
            return null;
        }
        boolean png = data.group(1).equals("png");
        pixels += Raster.pixels(file, png);
        if (pixels > Raster.MOST_PIXELS) {
            throw new Refusal("The pictures in this SVG have more than " + Raster.MOST_PIXELS / 1_000_000
                    + " million pixels together. Make them smaller.");
        }
        Picture picture = png ? Raster.png(file) : Raster.jpeg(file);
        return "data:" + picture.mediaType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.content().toArray());
    }

    private static double[] size(Element root) {
        String[] box = root.attr("viewBox").strip().split("[\\s,]+", -1);
        double[] size;
        if (box.length == 4) {
            try {
                size = new double[] {
                    Double.parseDouble(box[0]),
                    Double.parseDouble(box[1]),
                    Double.parseDouble(box[2]),
                    Double.parseDouble(box[3])
                };
            } catch (NumberFormatException damaged) {
                throw new Refusal("The viewBox of this SVG is damaged.");
            }
        } else {
            size = new double[] {0, 0, length(root.attr("width")), length(root.attr("height"))};
        }
        boolean fits = size[2] > 0
                && size[3] > 0
                && size[2] <= LARGEST
                && size[3] <= LARGEST
                && Math.abs(size[0]) <= LARGEST
                && Math.abs(size[1]) <= LARGEST;
        if (!fits) {
            throw new Refusal("This SVG does not say how large it is: it needs a viewBox, or a width and a height.");
        }
        return size;
    }

    private static double length(String text) {
        Matcher length = LENGTH.matcher(text);
        return text.length() <= LONGEST_NUMBER && length.matches() ? Double.parseDouble(length.group(1)) : 0;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Parts that use parts that use parts … make few letters into more than anybody can draw. */
    private void checkUses(Element root) {
        Map<Element, Long> known = new HashMap<>();
        weight(root, known, 0);
    }

    private long weight(Element element, Map<Element, Long> known, int depth) {
        Long before = known.get(element);
        if (before != null) {
            return before;
        }
        if (depth > 2 * DEEPEST) {
            throw new Refusal("The parts of this SVG use one another without end.");
        }
        long weight = 1;
        for (Element child : element.children()) {
            weight += weight(child, known, depth + 1);
        }
        Element used =
                element.tagName().equals("use") ? byId.get(element.attr("href").replaceFirst("^#", "")) : null;
        if (used != null) {
            weight += weight(used, known, depth + 1);
        }
        if (weight > 2L * MOST_ELEMENTS) {
            throw new Refusal("The parts of this SVG use one another so often that nobody could draw it.");
        }
        known.put(element, weight);
        return weight;
    }
}
