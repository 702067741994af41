package dev.patterned.operator.controlplane;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Reads one file out of a gzipped tar archive (POSIX.1-1988 ustar, as Go's release tools write it).
 */
final class TarGz {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE_LENGTH = 12;

    private TarGz() {}

    /**
     * Writes the archive's first entry of a name to a new file.
     *
     * @return whether there was such an entry
     */
    static boolean extract(InputStream archive, String entry, Path target) throws IOException {
        var tar = new GZIPInputStream(archive);
        while (true) {
            var header = tar.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return false;
            }
            var size = Long.parseLong(field(header, SIZE_OFFSET, SIZE_LENGTH), 8);
            if (field(header, 0, NAME_LENGTH).equals(entry)) {
                copy(tar, size, target);
                return true;
            }
            tar.skipNBytes(Math.ceilDiv(size, BLOCK) * BLOCK);
        }
    }

    private static void copy(InputStream in, long size, Path target) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            var left = size;
            while (left > 0) {
                var chunk = in.readNBytes((int) Math.min(left, 1 << 16));
                if (chunk.length == 0) {
                    throw new EOFException("the archive ends within " + target.getFileName());
                }
                out.write(chunk);
                left -= chunk.length;
            }
        }
    }

    private static String field(byte[] header, int offset, int length) {
        var text = new String(header, offset, length, StandardCharsets.US_ASCII);
        var end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
