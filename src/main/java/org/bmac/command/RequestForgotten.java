package org.bmac.command;

/** A {@link Request} was answered so long ago that nobody is told of it any more. */
public record RequestForgotten(Request request) {}
