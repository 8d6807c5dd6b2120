package io.racewatch.instrument.weave;

import io.racewatch.runtime.Sites;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A call that makes a method handle, calls one, or makes one of others. */
final class HandleProbe extends Probe {
  private static final String HANDLE = "java/lang/invoke/MethodHandle";
  private static final String FACTORY = "java/lang/invoke/MethodHandles";
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";
  private static final String VARIABLE = "java/lang/invoke/VarHandle";
  private static final Type TYPE = Type.getObjectType(HANDLE);

  private static final Set<String> MAKERS =
      Set.of(
          "findVirtual",
          "findStatic",
          "findSpecial",
          "bind",
          "unreflect",
          "unreflectSpecial",
          "unreflectGetter",
          "unreflectSetter",
          "findGetter",
          "findSetter",
          "findStaticGetter",
          "findStaticSetter");

  private static final Set<String> FACTORIES =
      Set.of(
          "arrayElementGetter", "arrayElementSetter", "varHandleInvoker", "varHandleExactInvoker");

  private static final Set<String> ASKED =
      Set.of("type", "isVarargsCollector", "describeConstable", "toString", "hashCode", "equals");

  private final Call call;
  private final boolean makes;
  private final boolean checks;

  private HandleProbe(Call call, boolean makes, boolean checks) {
    this.call = call;
    this.makes = makes;
    this.checks = checks;
  }

  /** The probe of a call, or null if it is none of these. */
  static Probe of(Call call, boolean checks) {
    switch (call.owner()) {
      case LOOKUP:
        return MAKERS.contains(call.name())
            ? new HandleProbe(call, true, checks)
            : HiddenProbe.of(call);
      case VARIABLE:
        boolean converts = call.name().equals("toMethodHandle");
        return converts ? new HandleProbe(call, true, checks) : null;
      case HANDLE:
        return call.isStatic() || ASKED.contains(call.name())
            ? null
            : new HandleProbe(call, false, checks);
      case "java/lang/invoke/CallSite",
      "java/lang/invoke/MutableCallSite",
      "java/lang/invoke/VolatileCallSite":
        boolean invokes = call.name().equals("dynamicInvoker");
        return invokes ? new HandleProbe(call, true, checks) : null;
      case "java/lang/invoke/SwitchPoint":
        boolean guards = call.name().equals("guardWithTest");
        return guards ? new HandleProbe(call, true, checks) : null;
      case FACTORY, "java/lang/invoke/MethodHandleProxies":
        return ofFactory(call, checks);
      default:
        return null;
    }
  }

  private static Probe ofFactory(Call call, boolean checks) {
    if (FACTORIES.contains(call.name())) {
      return new HandleProbe(call, true, checks);
    }
    for (Type argument : call.arguments()) {
      if (argument.equals(TYPE)) {
        return new HandleProbe(call, false, checks);
      }
    }
    return null;
  }

  @Override
  void weave(Code code) {
    int flags = checks ? 0 : Sites.UNCHECKED;
    int site = code.sites.add(Sites.CALL, call.owner(), call.name(), flags);
    if (makes) {
      make(code, site);
    } else {
      use(code, site);
    }
  }

  /** Stack before: … receiver, arguments; after: … handle. */
  private void make(Code code, int site) {
    boolean hasReceiver = !call.isStatic();
    Operands operands = Operands.spill(code, call, hasReceiver, 0);
    reload(code, operands, site);
    call.write(code);
    // … handle
    code.insn(Opcodes.DUP);
    // … handle handle
    if (hasReceiver) {
      operands.pushReceiver(code);
    } else {
      code.insn(Opcodes.ACONST_NULL);
    }
    push(code, operands, 0);
    push(code, operands, 1);
    // … handle handle receiver first second
    String parameters = "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;";
    code.hook(Names.DYNAMIC_HOOKS, "handleMade", parameters, site);
    // … handle
  }

  private static void push(Code code, Operands operands, int argument) {
    if (operands.isReference(argument)) {
      operands.pushArgument(code, argument);
    } else {
      code.insn(Opcodes.ACONST_NULL);
    }
  }

  /** Stack before: … receiver, arguments; after: … result, or …. */
  private void use(Code code, int site) {
    Operands operands = Operands.spill(code, call, false, 0);
    // … receiver
    if (!call.isStatic()) {
      observed(code, site);
    }
    reload(code, operands, site);
    // … receiver arguments
    call.write(code);
  }

  private static void reload(Code code, Operands operands, int site) {
    for (int i = 0; i < operands.count(); i++) {
      operands.pushArgument(code, i);
      if (operands.argumentType(i).equals(TYPE)) {
        observed(code, site);
      }
    }
  }

  /** Stack before: … handle; after: … the one to take for it. */
  private static void observed(Code code, int site) {
    code.tail(site);
    // … handle thread site
    code.call(
        Names.DYNAMIC_HOOKS,
        "observed",
        "(L" + HANDLE + ";L" + Names.THREAD_STATE + ";I)L" + HANDLE + ";");
    // … handle
  }
}
