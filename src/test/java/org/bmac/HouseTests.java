package org.bmac;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {
    @Test
    void roomsKeepToTheirArrows() {
        ApplicationModules.of(BmacApplication.class).verify();
    }
}
