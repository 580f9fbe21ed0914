package org.bmac.access;

/**
 * What this user may do has changed: disabled, another role, another password, a token taken back. Whatever was begun
 * with the old rights ends now and asks again. Published as an application event after the commit.
 */
public record AccessChanged(UserId user) {}
