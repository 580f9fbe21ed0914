package org.bmac.firmware;

/** What an image runs on, as its own bytes say. */
public enum Board {
    ESP8266("ESP8266"),
    ESP32("ESP32 family");

    private final String label;

    Board(String label) {
        this.label = label;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }
}
