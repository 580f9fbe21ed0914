package org.bmac.homeassistant;

/**
 * What announces entities.
 *
 * @param id tells it apart from all others of one installation
 * @param name for people
 * @param model its maker and model for people; empty when it does not say
 */
record Device(String id, String name, String model) {}
