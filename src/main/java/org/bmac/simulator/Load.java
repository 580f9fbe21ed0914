package org.bmac.simulator;

/**
 * What acts on a room's air from inside.
 *
 * @param wanted up to which temperature the radiators heat, in °C
 * @param heating whether warm or cold water runs through the fan coils
 */
record Load(int people, double wanted, Drive drive, boolean heating) {}
