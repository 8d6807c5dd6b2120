package io.racewatch.runtime.log;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** Why something failed, in the words of a person. Stateless. */
final class Reason {
  private Reason() {}

  static String of(Throwable t) {
    if (t instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (t instanceof FileAlreadyExistsException || t instanceof NotDirectoryException) {
      return ((FileSystemException) t).getFile() + " is not a folder";
    }
    if (t instanceof FileSystemException && ((FileSystemException) t).getReason() != null) {
      return ((FileSystemException) t).getReason();
    }
    String message = t.getMessage();
    return message == null || message.isEmpty() ? t.getClass().getName() : message;
  }
}
