package io.racewatch.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChunksTest {
  @TempDir Path folder;

  @Test
  void anInterruptDoesNotCloseTheFile() throws Exception {
    FileChunks chunks = FileChunks.create(folder, "s");
    Thread.currentThread().interrupt();
    ByteBuffer first = chunks.next();
    ByteBuffer second = chunks.next();
    assertThat(Thread.interrupted()).isTrue();

    first.put(0, (byte) 1);
    second.put(0, (byte) 2);
    chunks.finish(FileChunks.FIRST + 1);
    byte[] bytes = Files.readAllBytes(chunks.path());
    assertThat(bytes).hasSize(FileChunks.FIRST + 1);
    assertThat(bytes[0]).isEqualTo((byte) 1);
    assertThat(bytes[FileChunks.FIRST]).isEqualTo((byte) 2);
  }

  @Test
  void eachJvmHasAFileOfItsOwn() throws Exception {
    FileChunks one = FileChunks.create(folder, "s");
    FileChunks two = FileChunks.create(folder, "s");
    assertThat(one.path()).isNotEqualTo(two.path());
    one.discard();
    two.discard();
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }
}
