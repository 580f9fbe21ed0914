package org.bmac.access;

import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.building.TestBuildings;

/** Rights for tests of other rooms, without an application context. */
public final class TestRights {
    private TestRights() {}

    /** Those of users who have no grants: the role alone decides. */
    public static Rights ofRoles(Buildings buildings) {
        return over(TestBuildings.database(), buildings);
    }

    /** As after a start on this database. */
    public static Rights over(DataSource database, Buildings buildings) {
        return TestAccess.over(database, buildings, _ -> {}).rights;
    }
}
