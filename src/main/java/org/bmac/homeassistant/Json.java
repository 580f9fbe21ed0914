package org.bmac.homeassistant;

import org.bmac.point.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON from strangers: bounded in size and depth; what cannot be read is missing, never thrown. */
final class Json {
    /** So many bytes a payload may have; device-based announcements of large devices have some 20,000. */
    static final int LONGEST = 65_536;

    private static final int DEEPEST = 12;
    private static final int LONGEST_NUMBER = 40;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(256)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** What the bytes say, or a missing node. */
    static JsonNode read(Bytes payload) {
        if (payload.length() == 0 || payload.length() > LONGEST) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode read = MAPPER.readTree(payload.toArray());
            return read == null ? MissingNode.getInstance() : read;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** A text, number or truth as text; empty for everything else. */
    static String text(JsonNode node) {
        return node.isString() || node.isNumber() || node.isBoolean() ? node.asString("") : "";
    }
}
