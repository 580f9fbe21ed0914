package org.bmac.cnc;

import org.bmac.access.Actor;

/**
 * Somebody at the original desktop client has changed a node.
 *
 * @param origin from where, in words for the audit
 * @param words what, in a sentence
 */
public record CncChanged(Actor by, String origin, String words) {}
