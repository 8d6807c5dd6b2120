package com.example.oldbugs;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.strategy.DefaultStreamingStrategy;

/** AWS X-Ray 2.9.0: one thread streams what has ended, another adds to it; never at once. */
public final class XrayStream {
  private XrayStream() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    AWSXRayRecorder recorder =
        AWSXRayRecorderBuilder.standard()
            .withEmitter(new Nowhere())
            .withStreamingStrategy(new DefaultStreamingStrategy(1))
            .build();
    Segment segment = recorder.beginSegment("request");
    Subsegment[] parts = new Subsegment[6];
    for (int i = 0; i < parts.length; i++) {
      recorder.setTraceEntity(segment);
      parts[i] = recorder.beginSubsegment("part " + i);
    }
    TurnsRwIgnored.play(
        () -> end(recorder, parts[0]),
        () -> end(recorder, parts[1]),
        () -> {
          recorder.setTraceEntity(segment);
          recorder.beginSubsegment("later");
        },
        () -> end(recorder, parts[2]));
    System.out.println("over");
  }

  private static void end(AWSXRayRecorder recorder, Subsegment part) {
    recorder.setTraceEntity(part);
    recorder.endSubsegment();
  }

  private static final class Nowhere extends Emitter {
    @Override
    public boolean sendSegment(Segment segment) {
      return true;
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
      return true;
    }
  }
}
