package org.bmac.command;

/** Something waits for a second person, was answered, or what came of it is known. Published as an application event. */
public record RequestChanged(Request request) {}
