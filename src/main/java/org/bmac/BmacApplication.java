package org.bmac;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server, and says how every page looks. */
@SpringBootApplication
@Modulithic(systemName = "BMaC")
@EnableScheduling
@Push(transport = Transport.WEBSOCKET)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("themes/bmac/styles.css")
public class BmacApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(BmacApplication.class, arguments);
    }

    /** The time for everything that asks for it; tests put one in its place that they move by hand. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
