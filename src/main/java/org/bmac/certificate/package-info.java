/**
 * The building's own certificate authority: who may speak to the broker shows a certificate of it. It is made or brought here,
 * and issues, renews and revokes the certificates of nodes and servers. Its key is in an encrypted file; a key that is made for
 * a node is handed out once and kept nowhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "access"})
package org.bmac.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
