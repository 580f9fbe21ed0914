package org.bmac.editor;

/**
 * What one person draws and has not published.
 *
 * @param revision counts how often it was saved, so that two windows do not overwrite each other
 * @param base what was published when it began, or when it was last brought together with that
 */
record Draft(int revision, Drawing base, Drawing drawing) {}
