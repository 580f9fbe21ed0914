package org.bmac.access;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

/** The ways in that are no screens: for programs, for the streams of a screen, and for who asks whether we are well. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class Doors {

    /** Says in events who came in and who did not, also who was not looked at. */
    @Bean
    AuthenticationEventPublisher doorBells(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher bells = new DefaultAuthenticationEventPublisher(events);
        bells.setAdditionalExceptionMappings(Map.of(
                TooManyAttempts.class, AuthenticationFailureLockedEvent.class,
                TooBusy.class, AuthenticationFailureServiceExceptionEvent.class));
        return bells;
    }

    /** Measures the passwords that are typed on the sign-in page. */
    @Bean
    AuthenticationManager people(SignIn signIn, AuthenticationEventPublisher doorBells) {
        ProviderManager manager = new ProviderManager(new PasswordProvider(signIn));
        manager.setAuthenticationEventPublisher(doorBells);
        return manager;
    }

    @Bean
    SessionAuthenticationStrategy screenSessions(Sessions sessions, Users users, SignIn signIn) {
        return new ScreenSessions(sessions, users, signIn);
    }

    @Bean
    SignInFailures signInFailures() {
        return new SignInFailures();
    }

    /** Anybody may ask whether we are well, whom the building trusts, and for the image of a node whose SHA-256 is known; no session, no look at who it is. */
    @Bean
    @Order(1)
    SecurityFilterChain doorForAll(HttpSecurity http) {
        return http.securityMatcher("/health", "/image/*/*", "/pki/*")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> SecurityHeaders.set(headers, SecurityHeaders.DATA))
                .build();
    }

    /** Programs: each request says who it is, and no session is made. */
    @Bean
    @Order(2)
    SecurityFilterChain doorForPrograms(
            HttpSecurity http,
            SignIn signIn,
            Tokens tokens,
            RememberedPasswords remembered,
            Attempts attempts,
            AuthenticationEventPublisher doorBells,
            SecurityContextHolderStrategy contexts,
            JsonMapper json) {
        Problems problems = new Problems(json);
        ProviderManager programs = new ProviderManager(new ProgramProvider(signIn, tokens, remembered, attempts));
        programs.setAuthenticationEventPublisher(doorBells);
        AuthenticationFilter credentials = new AuthenticationFilter(programs, new ProgramCredentials());
        credentials.setSecurityContextHolderStrategy(contexts);
        credentials.setSuccessHandler((request, response, authentication) -> {});
        credentials.setFailureHandler(problems::commence);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(all -> all.anyRequest().hasRole(Role.VIEWER.name()))
                .addFilterAt(credentials, BasicAuthenticationFilter.class)
                .addFilterBefore(new SameSiteOnly(problems), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        wrong -> wrong.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> SecurityHeaders.set(headers, SecurityHeaders.DATA))
                .build();
    }

    /** What the pages fetch by script: the session of the page, and a bare 401 when it is over. */
    @Bean
    @Order(3)
    SecurityFilterChain doorForStreams(HttpSecurity http, JsonMapper json) {
        return http.securityMatcher("/stream/**")
                .authorizeHttpRequests(all -> all.anyRequest().hasRole(Role.VIEWER.name()))
                .addFilterBefore(new SameSiteOnly(new Problems(json)), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        wrong -> wrong.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> SecurityHeaders.set(headers, SecurityHeaders.DATA))
                .build();
    }
}
