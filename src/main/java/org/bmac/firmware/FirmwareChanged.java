package org.bmac.firmware;

import org.bmac.access.Actor;

/**
 * Somebody has brought or removed an image, or has said that nodes are to run one. Published as an application event before
 * it is done: whoever throws prevents it.
 *
 * @param origin the display or browser
 * @param words what, a sentence
 */
public record FirmwareChanged(Actor by, String origin, String words) {}
