package org.bmac.point;

/**
 * By what a message that the broker sends until we acknowledge it is known when it comes again.
 *
 * @param link which broker it comes from
 * @param session our session at that broker, counted up since this program started; 0 for one that the broker had kept
 *     from before
 * @param number the broker's number for the message, which goes to another one when this one is acknowledged
 * @param again whether the broker says that it has sent it before
 * @param content a hash of topic and payload
 */
public record Receipt(String link, long session, int number, boolean again, long content) {}
