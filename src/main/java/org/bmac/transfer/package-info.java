/**
 * The whole building on its way out and in: as a file of ours, and out of the databases of the old programs. What comes in
 * is first compared with what there is, so that people see what would change before it does; it says who took or brought
 * what as {@link org.bmac.transfer.Transferred}. The form of the file stands in {@code src/docs/building-file.md}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "editor", "access", "node"})
package org.bmac.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
