package org.bmac.command;

import org.bmac.access.Actor;
import org.bmac.point.PointId;

/**
 * Somebody has set other rules for an output. Published as an application event within the transaction that writes them:
 * whoever throws undoes it.
 *
 * @param origin the display or browser
 */
public record RulesChanged(Actor by, String origin, PointId point, OutputRules before, OutputRules after) {}
