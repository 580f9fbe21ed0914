package org.bmac.access.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.bmac.access.SameSiteOnly;
import org.bmac.access.SecurityHeaders;
import org.bmac.access.SignInFailures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/** The way in to all screens: whoever has not signed in is led to the sign-in page; each view says which role it needs. */
@Configuration(proxyBeanMethods = false)
class ScreenDoor {
    private static final String LOGIN = "/login";

    @Bean
    @Order(100)
    SecurityFilterChain doorForScreens(
            HttpSecurity http,
            AuthenticationManager people,
            SessionAuthenticationStrategy sessions,
            SignInFailures failures) {
        return http.authenticationManager(people)
                .authorizeHttpRequests(
                        open -> open.requestMatchers("/themes/**", "/icons/**").permitAll())
                .sessionManagement(session -> session.sessionAuthenticationStrategy(sessions))
                .formLogin(
                        form -> form.loginPage(LOGIN).failureHandler(failures).permitAll())
                .addFilterBefore(new SameSiteOnly(failures), LogoutFilter.class)
                .headers(headers -> SecurityHeaders.set(headers, SecurityHeaders.SCREENS))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LOGIN))
                .build();
    }
}
