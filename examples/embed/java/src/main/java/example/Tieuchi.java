// SPDX-License-Identifier: Apache-2.0
package example;

import com.google.gson.Gson;
import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Map;

/** Assesses by written rules: as much of the library as a form needs. */
public final class Tieuchi {
    /** What is used of tieuchi.h. */
    interface C extends Library {
        int TIEUCHI_ABI_VERSION = 1;

        int tieuchi_library_abi();
        void tieuchi_text_free(Pointer text);
        int tieuchi_rulebook_load(PointerByReference out, Pointer problems, String[] paths, SizeT count, Pointer limits, CError error);
        void tieuchi_rulebook_free(Pointer rulebook);
        int tieuchi_rulebook_standard(PointerByReference out, Pointer problems, Pointer rulebook, String name, CSelection selection, CError error);
        void tieuchi_standard_free(Pointer standard);
        int tieuchi_standard_slot(IntByReference out, Pointer standard, String name, CError error);
        int tieuchi_facts_new(PointerByReference out, Pointer standard, CError error);
        void tieuchi_facts_free(Pointer facts);
        int tieuchi_facts_set_integer(Pointer facts, String name, long number, CError error);
        int tieuchi_facts_set_integer_at(Pointer facts, int slot, long number, CError error);
        int tieuchi_facts_set_yes_no(Pointer facts, String name, int yes, CError error);
        int tieuchi_facts_assess(PointerByReference out, Pointer facts, CError error);
        int tieuchi_assessment_json(PointerByReference out, Pointer length, Pointer assessment, String subject, CError error);
        void tieuchi_assessment_free(Pointer assessment);
    }

    /** C's size_t. */
    public static final class SizeT extends IntegerType {
        public SizeT() { this(0); }
        public SizeT(long value) { super(Native.SIZE_T_SIZE, value, true); }
    }

    @FieldOrder({"status", "code", "where", "message", "help", "reserved"})
    public static final class CError extends Structure {
        public int status;
        public byte[] code = new byte[12];
        public byte[] where = new byte[240];
        public byte[] message = new byte[512];
        public byte[] help = new byte[224];
        public byte[] reserved = new byte[32];

        CError() { setAutoSynch(false); } // is read when a call failed, not after each
    }

    @FieldOrder({"struct_size", "on", "jurisdiction", "readings", "reading_count", "on_length", "jurisdiction_length", "year", "has_lengths"})
    public static final class CSelection extends Structure {
        public SizeT struct_size;
        public String on;
        public String jurisdiction;
        public Pointer readings;
        public SizeT reading_count = new SizeT();
        public SizeT on_length = new SizeT();
        public SizeT jurisdiction_length = new SizeT();
        public int year;
        public int has_lengths; // 0: texts end in NUL

        CSelection(String on) {
            setStringEncoding(UTF_8);
            this.on = on;
            struct_size = new SizeT(size());
        }
    }

    private static final String UTF_8 = "UTF-8"; // never the default of the platform
    private static final C C = Native.load("tieuchi-c", C.class, Map.of(Library.OPTION_STRING_ENCODING, UTF_8));

    static {
        if (C.tieuchi_library_abi() != C.TIEUCHI_ABI_VERSION) throw new LinkageError("libtieuchi-c is of another ABI");
    }

    private Tieuchi() {}

    /** What the library says is wrong. */
    public static final class RulesException extends RuntimeException {
        public final int status;
        public final String code, where, help;

        private RulesException(int status, String code, String where, String message, String help) {
            super(code + " " + where + ": " + message + (help.isEmpty() ? "" : ": " + help));
            this.status = status;
            this.code = code;
            this.where = where;
            this.help = help;
        }
    }

    private static void check(int status, CError error) {
        if (status == 0) return;
        error.read();
        throw new RulesException(status, text(error.code), text(error.where), text(error.message), text(error.help));
    }

    private static String text(byte[] chars) {
        return Native.toString(chars, UTF_8);
    }

    /** Never changes: any number of threads may use it at once. Facts made from it live on when it is closed. */
    public static final class Standard implements AutoCloseable {
        private Pointer handle;

        /** Reads a rule file or a folder of them, and picks the version of a standard in force on a day such as 2022-11-15. */
        public Standard(String path, String name, String day) {
            var error = new CError();
            var rules = new PointerByReference();
            var standard = new PointerByReference();
            check(C.tieuchi_rulebook_load(rules, null, new String[] {path}, new SizeT(1), null, error), error);
            try {
                check(C.tieuchi_rulebook_standard(standard, null, rules.getValue(), name, new CSelection(day), error), error);
            } finally {
                C.tieuchi_rulebook_free(rules.getValue()); // a standard outlives it
            }
            handle = standard.getValue();
        }

        /** Finds a fact by its name: ask once, and set by the slot. */
        public int slot(String name) {
            var error = new CError();
            var slot = new IntByReference();
            check(C.tieuchi_standard_slot(slot, handle, name, error), error);
            return slot.getValue();
        }

        @Override public void close() {
            C.tieuchi_standard_free(handle);
            handle = null;
        }
    }

    /** What is known about one subject; what is never set is unknown. For one thread at a time. */
    public static final class Facts implements AutoCloseable {
        private final CError error = new CError(); // of every call
        private Pointer handle;

        public Facts(Standard standard) {
            var facts = new PointerByReference();
            check(C.tieuchi_facts_new(facts, standard.handle, error), error);
            handle = facts.getValue();
        }

        public void setInteger(String name, long number) {
            check(C.tieuchi_facts_set_integer(handle, name, number, error), error);
        }

        public void setInteger(int slot, long number) {
            check(C.tieuchi_facts_set_integer_at(handle, slot, number, error), error);
        }

        public void setYesNo(String name, boolean yes) {
            check(C.tieuchi_facts_set_yes_no(handle, name, yes ? 1 : 0, error), error);
        }

        public Answer assess() {
            var assessment = new PointerByReference();
            var json = new PointerByReference();
            check(C.tieuchi_facts_assess(assessment, handle, error), error);
            try {
                check(C.tieuchi_assessment_json(json, null, assessment.getValue(), null, error), error);
                return new Gson().fromJson(json.getValue().getString(0, UTF_8), Answer.class);
            } finally {
                C.tieuchi_text_free(json.getValue());
                C.tieuchi_assessment_free(assessment.getValue());
            }
        }

        @Override public void close() {
            C.tieuchi_facts_free(handle);
            handle = null;
        }
    }

    /** Of the answer, as docs/assessment.schema.json describes it, what is used; `outcome` is null while several are possible. */
    public record Answer(String outcome, List<String> because, List<Question> questions) {}

    /** A fact that can still change the outcome. */
    public record Question(String fact) {}
}
