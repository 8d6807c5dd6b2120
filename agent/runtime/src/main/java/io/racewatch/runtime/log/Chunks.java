package io.racewatch.runtime.log;

import io.racewatch.format.Layout;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the bytes of the log go: into mapped chunks one after the other, and into memory of bounded
 * size once there are no more. Used under the log's lock.
 */
final class Chunks {
  /** Most bytes kept in memory. */
  static final int MAX_MEMORY = 4 << 20;

  private static final byte[] NOTHING = {};

  private final Grower grower;
  private ByteBuffer current;
  private int at;
  private long before;
  private byte[] memory = NOTHING;
  private int memoryLength;

  /**
   * @param first the first chunk, null to use memory only
   * @param grower gives more chunks, null if first is null
   */
  Chunks(ByteBuffer first, Grower grower) {
    this.current = first;
    this.grower = grower;
  }

  /** Whether an entry of any size can be written at once, wherever it will go. */
  boolean hasRoom() {
    return toMemory() || left() >= Layout.MAX_WRITE || grower.spare != null;
  }

  /** Whether what does not fit into the current chunk goes into memory. */
  boolean toMemory() {
    return current == null || memoryLength > 0 || grower.failed();
  }

  /** Bytes in mapped chunks. */
  long mapped() {
    return before + at;
  }

  /** A copy of what is in memory only. It follows what is in the mapped chunks. */
  byte[] memory() {
    return Arrays.copyOf(memory, memoryLength);
  }

  /**
   * Writes bytes after those before them. If this is cut short by an error, then nothing is
   * written: the positions move last.
   *
   * @return false if there is no room; nothing is written then
   */
  boolean write(byte[] bytes, int length) {
    int first = Math.min(length, memoryLength > 0 ? 0 : left());
    if (first == length) {
      current.put(at, bytes, 0, length);
      at += length;
    } else if (toMemory()) {
      return splitToMemory(bytes, first, length);
    } else {
      ByteBuffer next = grower.spare;
      if (next == null) {
        return false;
      }
      int capacity = current.capacity();
      next.put(0, bytes, first, length - first);
      current.put(at, bytes, 0, first);
      // Stores only from here on: no call that a full stack could cut short in between.
      before += capacity;
      current = next;
      at = length - first;
      grower.low = false;
      grower.spare = null;
    }
    if (left() < current.capacity() / 2) {
      grower.request();
    }
    return true;
  }

  private boolean splitToMemory(byte[] bytes, int first, int length) {
    int more = length - first;
    if (memoryLength + more > MAX_MEMORY) {
      return false;
    }
    if (memoryLength + more > memory.length) {
      int size = Math.max(memory.length * 2, memoryLength + more + (1 << 16));
      memory = Arrays.copyOf(memory, Math.min(size, MAX_MEMORY));
    }
    System.arraycopy(bytes, first, memory, memoryLength, more);
    if (first > 0) {
      current.put(at, bytes, 0, first);
      at += first;
    }
    memoryLength += more;
    return true;
  }

  private int left() {
    return current == null ? 0 : current.capacity() - at;
  }
}
