package org.bmac.exchange;

import java.io.IOException;
import java.util.List;
import org.bmac.history.Bucket;
import org.bmac.history.Sample;

/** A file that is being written. What was not ended is no whole file. */
interface Sheet {

    void readings(Described point, List<Sample> readings) throws IOException;

    void buckets(Described point, List<Bucket> buckets) throws IOException;

    /** Ends it, and leaves open what it was written to. */
    void end() throws IOException;
}
