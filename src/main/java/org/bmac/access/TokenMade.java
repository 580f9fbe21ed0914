package org.bmac.access;

/** Somebody has made a token that opens as much as this role does. Published as an application event after the commit. */
public record TokenMade(Actor.Person by, String label, Role role) {}
