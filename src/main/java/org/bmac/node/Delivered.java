package org.bmac.node;

/** The end of a {@link Delivery}, and the bytes that it took. */
public record Delivered(Verdict verdict, Transcript transcript) {}
