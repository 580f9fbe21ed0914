package org.bmac.command;

/** A confirmation waits for a second person, or has found one. Published as an application event. */
public record TicketChanged(Ticket ticket) {}
