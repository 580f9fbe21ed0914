package org.bmac.history;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Lets the settings in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistorySettings.class)
class HistoryConfiguration {
    static final String KEEPING = "historyKeeping";

    /**
     * Packing, thinning and compacting have a thread of their own: all other tasks share one, and those that bring commands to
     * nodes must not wait for a database that tidies up.
     */
    @Bean(name = KEEPING, defaultCandidate = false)
    TaskScheduler historyKeeping() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setThreadNamePrefix("history-keeping-");
        scheduler.setDaemon(true);
        return scheduler;
    }
}
