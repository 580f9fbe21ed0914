package org.bmac.broker;

import com.hivemq.configuration.info.SystemInformation;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Where the embedded broker is and may write. HiveMQ's own would look for itself in the jar, and count processors with a
 * library that takes a second to load.
 */
record EmbeddedFolders(Path folder) implements SystemInformation {
    @Override
    public void init() {
        // nothing to look for
    }

    @Override
    public String getHiveMQVersion() {
        return "embedded";
    }

    @Override
    public File getHiveMQHomeFolder() {
        return folder.toFile();
    }

    @Override
    public File getConfigFolder() {
        return folder.toFile();
    }

    @Override
    public File getLogFolder() {
        return folder.toFile();
    }

    @Override
    public File getDataFolder() {
        return folder.toFile();
    }

    @Override
    public File getExtensionsFolder() {
        return folder.resolve("extensions").toFile();
    }

    @Override
    public long getRunningSince() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    @Override
    public int getProcessorCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }
}
