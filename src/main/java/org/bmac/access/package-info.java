/**
 * Who may come in, and as what: users with their roles and where these count, sign-in by password on the screens and by password or token on
 * the interface for programs, sessions, and what every answer to a browser says about security. Other rooms ask
 * {@link org.bmac.access.SignedIn} who is acting, and {@link org.bmac.access.Role} and {@link org.bmac.access.Rights} what that allows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building"})
package org.bmac.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
