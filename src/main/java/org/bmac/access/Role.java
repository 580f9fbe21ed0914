package org.bmac.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody is trusted with. The order is from least to most; each role holds all before it. */
public enum Role {
    /** Sees everything that the building reports. */
    VIEWER("Viewer"),
    /** Also switches and sets what may be commanded. */
    OPERATOR("Operator"),
    /** Also places nodes, draws floors, and changes how the building works. */
    ENGINEER("Engineer"),
    /** Also decides who may do what. */
    ADMIN("Administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role's name for people, in English. */
    public String label() {
        return label;
    }

    /** The stable word for programs: lower case, such as {@code viewer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether who has this role may do what the other one allows. */
    public boolean holds(Role other) {
        return compareTo(other) >= 0;
    }

    /** This role and all that it holds, from least to most. */
    public List<Role> held() {
        return Stream.of(values()).filter(this::holds).toList();
    }

    /** The lesser of the two. */
    public Role atMost(Role other) {
        return holds(other) ? other : this;
    }
}
