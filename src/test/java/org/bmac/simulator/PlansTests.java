package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlansTests {

    @ParameterizedTest
    @ValueSource(strings = {"ground", "first", "second"})
    void aPlanIsADrawingAndNothingElse(String name) throws Exception {
        Element plan = plan(name);
        assertThat(plan.getAttribute("viewBox")).isEqualTo("0 0 1200 800");
        NodeList all = plan.getElementsByTagName("*");
        assertThat(all.getLength()).isGreaterThan(50);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName()).isIn("style", "defs", "pattern", "g", "path", "rect", "circle", "ellipse");
            for (String forbidden : List.of("href", "xlink:href", "src", "style", "onload", "onclick")) {
                assertThat(element.hasAttribute(forbidden)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ground", "first", "second"})
    void aPlanRefersToNothingOutside(String name) throws Exception {
        String text = text(name);
        assertThat(text).doesNotContain("@import").doesNotContain("javascript").doesNotContain("data:");
        assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
        assertThat(text.replace("url(#tiles)", "")).doesNotContain("url(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ground", "first", "second"})
    void aPlanHasALightAndADarkDress(String name) throws Exception {
        assertThat(text(name)).contains("@media (prefers-color-scheme: dark)");
    }

    @Test
    void allFloorsHaveTheSameOutline() throws Exception {
        String ground = outline("ground");
        assertThat(ground).isNotEmpty();
        assertThat(outline("first")).isEqualTo(ground);
        assertThat(outline("second")).isEqualTo(ground);
    }

    private static String outline(String name) throws Exception {
        NodeList paths = plan(name).getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            if (path.getAttribute("class").equals("floor")) {
                return path.getAttribute("d");
            }
        }
        return "";
    }

    private static Element plan(String name) throws Exception {
        try (InputStream in = open(name)) {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static String text(String name) throws Exception {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        InputStream in = PlansTests.class.getResourceAsStream("/simulator/" + name + ".svg");
        assertThat(in).as(name).isNotNull();
        return java.util.Objects.requireNonNull(in);
    }
}
