package org.bmac.command;

/**
 * A command has begun, was sent or has ended. Published as an application event after it is written down, on a thread that
 * must not be held up.
 */
public record CommandChanged(Command command) {}
