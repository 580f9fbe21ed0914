package org.bmac.certificate;

import org.bmac.access.Actor;

/**
 * Somebody has made or brought the authority, or has issued or revoked a certificate. Published as an application event before
 * it is done: whoever throws prevents it.
 *
 * @param origin the display or browser
 * @param words what, a sentence
 */
public record CertificateChanged(Actor by, String origin, String words) {}
