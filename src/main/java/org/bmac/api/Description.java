package org.bmac.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the interface says about itself at {@code /api/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class Description {
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";

    /** Of the jar; "development" when started from classes. */
    static String version() {
        return Optional.ofNullable(Description.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("BMaC")
                        .version(version())
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description("""
                                What the building reports, and what is asked of it. Everything here needs the role viewer, \
                                commanding that of operator, the building file the right to configure all of it. Each request says who \
                                it is: with a token made on the account page, or with a user's name and password. \
                                Errors are problem details (RFC 9457); those of control and of the building file have a code that stays as it is."""))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER, scheme("bearer", "A token, as made on the account page: it begins with bmac_."))
                        .addSecuritySchemes(BASIC, scheme("basic", "Name and password of a user.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    private static SecurityScheme scheme(String name, String description) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name).description(description);
    }
}
