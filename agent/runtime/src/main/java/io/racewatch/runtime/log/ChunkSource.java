package io.racewatch.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Gives the log its space, one piece after the other. Used by one thread at a time. */
interface ChunkSource {
  /**
   * The next piece. Its space is really there: writing into it cannot fail for want of space.
   *
   * @throws IOException if there is no more space, or it cannot be had
   */
  ByteBuffer next() throws IOException;

  /** Nothing more is written: gives back what lies after {@code length} and forces the rest out. */
  void finish(long length) throws IOException;
}
