package org.bmac.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Writes the one sentence, without a frame and without a stack trace. */
class StartReporter implements FailureAnalysisReporter {
    private static final Logger LOG = LoggerFactory.getLogger("org.bmac.start");

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        LOG.error("BMaC cannot start. {}{}", analysis.getDescription(), action == null ? "" : " " + action);
    }
}
