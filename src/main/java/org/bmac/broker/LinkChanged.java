package org.bmac.broker;

/** The link went up or down, or is down for another reason now. Published as an application event. */
public record LinkChanged(Link link) {}
