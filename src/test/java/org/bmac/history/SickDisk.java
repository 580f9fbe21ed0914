package org.bmac.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A disk below a real H2 on which nothing can be written for a while; for addresses like {@code jdbc:h2:sick:/folder/name}.
 * One for all tests, that run one after the other.
 */
public final class SickDisk extends FilePathWrapper {
    static final String SCHEME = "sick";

    private static volatile @Nullable String complaint;

    /** Makes the scheme known to H2. */
    static void plugIn() {
        FilePath.register(new SickDisk());
        complaint = null;
    }

    /** From now on it answers each attempt to write with this. */
    static void sicken(String saying) {
        complaint = saying;
    }

    static void heal() {
        complaint = null;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static void check() throws IOException {
        String saying = complaint;
        if (saying != null) {
            throw new IOException(saying);
        }
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            check();
            return file.write(from);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            check();
            return file.write(from, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            check();
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean all) throws IOException {
            check();
            file.force(all);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return file.read(into);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long to) throws IOException {
            file.position(to);
            return this;
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
