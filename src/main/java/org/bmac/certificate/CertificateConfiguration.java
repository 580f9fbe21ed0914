package org.bmac.certificate;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the settings in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateSettings.class)
class CertificateConfiguration {
    @Bean
    AuthorityFile authorityFile(CertificateSettings settings, @Value("${bmac.data:data}") Path data) {
        return new AuthorityFile(settings.folderIn(data), settings.password(), settings.passwordIn(data));
    }
}
