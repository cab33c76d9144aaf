// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Asks whether an office is safe from fire. */
final class Drills {
    private static final PrintStream OUT = utf8(FileDescriptor.out);
    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    private static void tell(long drilled, Tieuchi.Answer answer) {
        OUT.print(drilled + " of 25: " + (answer.outcome() == null ? "open" : answer.outcome()));
        answer.because().forEach(clause -> OUT.print(", because of " + clause));
        answer.questions().forEach(question -> OUT.print(", ask for " + question.fact()));
        OUT.println();
    }

    public static void main(String[] args) {
        if (args.length != 1) throw new IllegalArgumentException("usage: drills RULES");
        try (var fireSafety = new Tieuchi.Standard(args[0], "fire_safety", "2022-11-15");
                var known = new Tieuchi.Facts(fireSafety)) {
            known.setInteger("staff", 25);
            known.setYesNo("plan", true);
            known.setInteger("fires", 0);
            int drilled = fireSafety.slot("drilled");
            for (long count : new long[] {18, 17}) {
                known.setInteger(drilled, count);
                tell(count, known.assess());
            }
        } catch (Tieuchi.RulesException wrong) { // all is closed by now
            ERR.println(wrong.getMessage());
            System.exit(1);
        }
    }
}
