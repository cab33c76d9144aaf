// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tieuchi
{
    /// <summary>What is used of tieuchi.h. Texts go in as UTF-8 that ends in NUL; they come out as pointers that the library keeps.</summary>
    internal static class C
    {
        private const string Library = "tieuchi-c";
        internal const uint AbiVersion = 1;

        [StructLayout(LayoutKind.Sequential)]
        internal struct Selection
        {
            public UIntPtr StructSize;
            public IntPtr On, Jurisdiction, Readings;
            public UIntPtr ReadingCount, OnLength, JurisdictionLength;
            public int Year, HasLengths;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Summary
        {
            public UIntPtr StructSize;
            public int Decided;
            public uint Outcome;
            public IntPtr OutcomeName, OutcomeLabel;
            public ulong Possible;
            public int Scored, Exit;
            public IntPtr ExitLabel, ExitCite, ExitDocument, ExitTo;
            public long TotalLeast, TotalMost, MaximumLeast, MaximumMost;
            public uint FindingCount, ProblemCount;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Question
        {
            public UIntPtr StructSize;
            public uint Slot;
            public int NeedsJudgement, CanDecide;
            public IntPtr Fact, Text, By, Clauses;
            public UIntPtr ClauseCount;
        }

        internal sealed class RulebookHandle : SafeHandleZeroOrMinusOneIsInvalid
        {
            public RulebookHandle() : base(true) { }
            protected override bool ReleaseHandle() { tieuchi_rulebook_free(handle); return true; }
        }

        internal sealed class StandardHandle : SafeHandleZeroOrMinusOneIsInvalid
        {
            public StandardHandle() : base(true) { }
            protected override bool ReleaseHandle() { tieuchi_standard_free(handle); return true; }
        }

        internal sealed class FactsHandle : SafeHandleZeroOrMinusOneIsInvalid
        {
            public FactsHandle() : base(true) { }
            protected override bool ReleaseHandle() { tieuchi_facts_free(handle); return true; }
        }

        internal sealed class AssessmentHandle : SafeHandleZeroOrMinusOneIsInvalid
        {
            public AssessmentHandle() : base(true) { }
            protected override bool ReleaseHandle() { tieuchi_assessment_free(handle); return true; }
        }

        [DllImport(Library)] internal static extern uint tieuchi_library_abi();
        [DllImport(Library)]
        internal static extern int tieuchi_rulebook_load(out RulebookHandle to, IntPtr problems, ref IntPtr paths,
            UIntPtr count, IntPtr limits, [In, Out] byte[] error);
        [DllImport(Library)] private static extern void tieuchi_rulebook_free(IntPtr rulebook);
        [DllImport(Library)]
        internal static extern int tieuchi_rulebook_standard(out StandardHandle to, IntPtr problems, RulebookHandle rulebook,
            byte[] name, ref Selection selection, [In, Out] byte[] error);
        [DllImport(Library)] private static extern void tieuchi_standard_free(IntPtr standard);
        [DllImport(Library)]
        internal static extern int tieuchi_standard_slot(out uint to, StandardHandle standard, byte[] name, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_facts_new(out FactsHandle to, StandardHandle standard, [In, Out] byte[] error);
        [DllImport(Library)] private static extern void tieuchi_facts_free(IntPtr facts);
        [DllImport(Library)]
        internal static extern int tieuchi_facts_set_integer(FactsHandle facts, byte[] name, long number, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_facts_set_integer_at(FactsHandle facts, uint slot, long number, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_facts_set_yes_no(FactsHandle facts, byte[] name, int yes, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_facts_assess(out AssessmentHandle to, FactsHandle facts, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_assessment_describe(ref Summary to, AssessmentHandle assessment, IntPtr language, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_assessment_because(out IntPtr clauses, out UIntPtr count, AssessmentHandle assessment,
            [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_assessment_question_count(out UIntPtr to, AssessmentHandle assessment, [In, Out] byte[] error);
        [DllImport(Library)]
        internal static extern int tieuchi_assessment_question(ref Question to, AssessmentHandle assessment, UIntPtr index,
            IntPtr language, [In, Out] byte[] error);
        [DllImport(Library)] private static extern void tieuchi_assessment_free(IntPtr assessment);
    }

    /// <summary>What the library says is wrong.</summary>
    public sealed class TieuchiException : Exception
    {
        public string Code { get; }
        public string Where { get; }
        public string Help { get; }

        private TieuchiException(string code, string where, string message, string help)
            : base(code + " " + where + ": " + message + (help.Length == 0 ? "" : ": " + help))
        {
            Code = code;
            Where = where;
            Help = help;
        }

        /// <summary>Room for a tieuchi_error: a status of 4 bytes, texts, no padding.</summary>
        internal static byte[] Room() => new byte[1024];

        internal static void Check(int status, byte[] error)
        {
            if (status != 0)
            {
                throw new TieuchiException(Text.Of(error, 4), Text.Of(error, 16), Text.Of(error, 256), Text.Of(error, 768));
            }
        }
    }

    /// <summary>UTF-8, whatever the platform's default is.</summary>
    internal static class Text
    {
        internal static byte[] Of(string text)
        {
            if (text.IndexOf('\0') >= 0) { throw new ArgumentException("a NUL inside a text"); }
            return Encoding.UTF8.GetBytes(text + "\0");
        }

        internal static string Of(byte[] bytes, int begin) =>
            Encoding.UTF8.GetString(bytes, begin, Array.IndexOf(bytes, (byte)0, begin) - begin);

        internal static string Of(IntPtr borrowed) => Marshal.PtrToStringUTF8(borrowed);
    }

    /// <summary>A text that stays in place while a struct or a list points at it.</summary>
    internal sealed class Pinned : IDisposable
    {
        private GCHandle pin;
        internal Pinned(string text) { pin = GCHandle.Alloc(Text.Of(text), GCHandleType.Pinned); }
        internal IntPtr Pointer => pin.AddrOfPinnedObject();
        public void Dispose() { pin.Free(); }
    }

    /// <summary>Never changes: any number of threads may use it at once. Facts made from it live on when it is disposed of.</summary>
    public sealed class Standard : IDisposable
    {
        internal readonly C.StandardHandle Handle;

        /// <summary>Reads a rule file or a folder of them, and picks the version of a standard in force on a day such as 2022-11-15.</summary>
        public Standard(string path, string name, string day)
        {
            if (C.tieuchi_library_abi() != C.AbiVersion) { throw new DllNotFoundException("libtieuchi-c is of another ABI"); }
            byte[] error = TieuchiException.Room();
            using (var on = new Pinned(day))
            using (var file = new Pinned(path))
            {
                IntPtr paths = file.Pointer;
                var how = new C.Selection { StructSize = (UIntPtr)Marshal.SizeOf(typeof(C.Selection)), On = on.Pointer };
                int status = C.tieuchi_rulebook_load(out C.RulebookHandle rules, IntPtr.Zero, ref paths, (UIntPtr)1, IntPtr.Zero, error);
                using (rules) // a standard outlives it
                {
                    TieuchiException.Check(status, error);
                    TieuchiException.Check(C.tieuchi_rulebook_standard(out Handle, IntPtr.Zero, rules, Text.Of(name), ref how, error), error);
                }
            }
        }

        /// <summary>Finds a fact by its name: ask once, and set by the slot.</summary>
        public uint Slot(string name)
        {
            byte[] error = TieuchiException.Room();
            TieuchiException.Check(C.tieuchi_standard_slot(out uint slot, Handle, Text.Of(name), error), error);
            return slot;
        }

        public void Dispose() { Handle.Dispose(); }
    }

    /// <summary>What is known about one subject; what is never set is unknown. For one thread at a time.</summary>
    public sealed class Facts : IDisposable
    {
        private readonly C.FactsHandle handle;
        private readonly byte[] error = TieuchiException.Room(); // of every call, so that setting by slot allocates nothing

        public Facts(Standard standard) { Check(C.tieuchi_facts_new(out handle, standard.Handle, error)); }
        public void Set(string name, long number) { Check(C.tieuchi_facts_set_integer(handle, Text.Of(name), number, error)); }
        public void Set(uint slot, long number) { Check(C.tieuchi_facts_set_integer_at(handle, slot, number, error)); }
        public void Set(string name, bool yes) { Check(C.tieuchi_facts_set_yes_no(handle, Text.Of(name), yes ? 1 : 0, error)); }
        public void Dispose() { handle.Dispose(); }

        public Answer Assess()
        {
            Check(C.tieuchi_facts_assess(out C.AssessmentHandle assessment, handle, error));
            using (assessment) // what is read below is borrowed from it
            {
                var summary = new C.Summary { StructSize = (UIntPtr)Marshal.SizeOf(typeof(C.Summary)) };
                Check(C.tieuchi_assessment_describe(ref summary, assessment, IntPtr.Zero, error));
                var answer = new Answer { Outcome = summary.Decided != 0 ? Text.Of(summary.OutcomeName) : null };

                Check(C.tieuchi_assessment_because(out IntPtr clauses, out UIntPtr count, assessment, error));
                for (int i = 0; i < (int)count; ++i) { answer.Because.Add(Text.Of(Marshal.ReadIntPtr(clauses, i * IntPtr.Size))); }

                Check(C.tieuchi_assessment_question_count(out count, assessment, error));
                for (uint i = 0; i < (uint)count; ++i)
                {
                    var question = new C.Question { StructSize = (UIntPtr)Marshal.SizeOf(typeof(C.Question)) };
                    Check(C.tieuchi_assessment_question(ref question, assessment, (UIntPtr)i, IntPtr.Zero, error));
                    answer.Ask.Add(Text.Of(question.Fact));
                }
                return answer;
            }
        }

        private void Check(int status) { TieuchiException.Check(status, error); }
    }

    /// <summary>A copy of what an assessment says.</summary>
    public sealed class Answer
    {
        /// <summary>Null while several are possible.</summary>
        public string Outcome { get; internal set; }
        /// <summary>The clauses that decided.</summary>
        public List<string> Because { get; } = new List<string>();
        /// <summary>The facts that can still change the outcome, the most decisive first.</summary>
        public List<string> Ask { get; } = new List<string>();
    }

    /// <summary>Asks whether an office is safe from fire.</summary>
    internal static class Drills
    {
        private static void Tell(long drilled, Answer answer)
        {
            Console.Write(drilled + " of 25: " + (answer.Outcome ?? "open"));
            foreach (string clause in answer.Because) { Console.Write(", because of " + clause); }
            foreach (string fact in answer.Ask) { Console.Write(", ask for " + fact); }
            Console.WriteLine();
        }

        private static int Main(string[] arguments)
        {
            if (arguments.Length != 1) { throw new ArgumentException("usage: Drills RULES"); }
            Console.OutputEncoding = new UTF8Encoding(false);
            try
            {
                using (var fireSafety = new Standard(arguments[0], "fire_safety", "2022-11-15"))
                using (var known = new Facts(fireSafety))
                {
                    known.Set("staff", 25);
                    known.Set("plan", true);
                    known.Set("fires", 0);
                    uint drilled = fireSafety.Slot("drilled");
                    foreach (long count in new long[] { 18, 17 })
                    {
                        known.Set(drilled, count);
                        Tell(count, known.Assess());
                    }
                }
                return 0;
            }
            catch (TieuchiException wrong) // all is given back by now
            {
                Console.Error.WriteLine(wrong.Message);
                return 1;
            }
        }
    }
}
