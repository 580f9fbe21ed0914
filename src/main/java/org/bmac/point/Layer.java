package org.bmac.point;

/** A group of kinds that the map shows or hides together. */
public enum Layer {
    TEMPERATURE("Temperature"),
    CO2("CO₂"),
    AIR("Air"),
    MOTION("Motion"),
    COFFEE("Coffee"),
    PLANT("Plants"),
    OUTPUTS("Outputs");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /** The layer's name for people, in English. */
    public String label() {
        return label;
    }
}
