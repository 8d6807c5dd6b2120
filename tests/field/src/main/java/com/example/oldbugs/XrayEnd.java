package com.example.oldbugs;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;

/** AWS X-Ray 2.11.1: one thread ends a subsegment, another writes its segment; never at once. */
public final class XrayEnd {
  private XrayEnd() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard().withEmitter(new Nowhere()).build();
    Segment segment = recorder.beginSegment("request");
    Subsegment first = recorder.beginSubsegment("first");
    Subsegment second = recorder.beginSubsegment("second");
    TurnsRwIgnored.play(
        () -> {
          recorder.setTraceEntity(second);
          recorder.endSubsegment();
        },
        () -> System.out.println(segment.serialize().contains("request")),
        () -> {
          recorder.setTraceEntity(first);
          recorder.endSubsegment();
        });
    System.out.println("over");
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
