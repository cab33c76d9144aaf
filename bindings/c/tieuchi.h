/* SPDX-License-Identifier: Apache-2.0 */
/**
 * \file
 * tieuchi from C, and from every language that can call C: rules, standards, facts, assessments, tables in columns, populations.
 *
 * Names. `tieuchi_<noun>_<verb>`; a function that only reads is named for what it returns.
 *
 * Status. A function that can fail returns a tieuchi_status and puts what is wrong into `error`, which the caller provides and which may be
 * NULL. Nothing is kept for each thread, nothing is printed, nothing aborts, and no exception leaves a function. What comes out stands
 * first among the arguments; when a function fails, every pointer that it would give is NULL. A function that cannot fail returns its
 * value itself; for a NULL handle or an index that is too large, it is NULL or 0.
 *
 * Ownership. What is said to be owned must be freed, once, by the function named; freeing NULL does nothing. What is borrowed
 * belongs to the handle that it was asked of, never changes, and lives until that handle is freed. Arguments are read during the call
 * only, unless their comment says more. Handles keep alive what they need: a standard outlives its rulebook, an assessment its standard.
 * Standards and assessments can have several owners: `_retain` gives one more owned handle to the same thing, of a borrowed handle too, and
 * each is freed once. What is borrowed of one of them then lives until the last of them is freed.
 *
 * Threads. `threads: any` means that any number of threads may call the function at once, with the same handle too: rulebooks,
 * standards, assessments, columns, results and lists never change. `threads: one` means that no other call with the same handle may be
 * going on: facts, populations and scratch space change. To free a handle is always such a call.
 *
 * Texts are UTF-8, end in NUL and hold no zero byte before it; a text handed in that is not UTF-8, or has a zero byte within its length, is
 * an error. So tieuchi_text_length returns the length of every text that comes out, and an owned one is returned with it. A
 * text that goes in without a NUL at its end is given with its length in bytes: to a function by the one whose name ends in `_n`; in structs
 * by the members for lengths, all of which count where `has_lengths` is 1, and none where it is 0. A `language` is `vi` or `en`; NULL means
 * `en`. It ends in NUL, as paths do.
 *
 * Structs that the caller fills, or has filled, begin with `struct_size`: set it to sizeof the struct, and everything else to 0 before a
 * function reads it. `tieuchi_selection selection = TIEUCHI_SELECTION_INIT;` does both, and each such struct has its `…_INIT`. So a program and a
 * library of different versions can work together: a newer struct only has more at its end. None ends in padding, which would hide that: a
 * member `reserved` stands there, which is 0. Where 0 or NULL is given for an option, it means the default. Booleans are 0 or 1.
 *
 * Numbers are exact decimals, as int64_t counts of millionths: 12.5 is 12500000.
 */
#ifndef TIEUCHI_H
#define TIEUCHI_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define TIEUCHI_C_API __attribute__((visibility("default")))
#else
#define TIEUCHI_C_API
#endif

/** Grows when something that a program could rely on changes; it is the number in the name of the shared library. */
#define TIEUCHI_ABI_VERSION 1

/** How many millionths make one. */
#define TIEUCHI_DECIMAL_ONE 1000000

/** Where there is no index: of an outcome not decided, a parent, a fact that bounds. */
#define TIEUCHI_NONE UINT32_MAX

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Arrow, as its specification gives it; another copy may be included before or after ---------------------------------------- */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** The type of an array: its format as a string, and the schemas of its children. */
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

/** An array: `length` elements from `offset` on, of the buffers that its format asks for. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/** Arrays of one type, one after another. The functions return 0, or an errno; `get_next` gives a released array at the end. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

#endif

/* ---- Status and errors ------------------------------------------------------------------------------------------------------- */

/** What came of a call. since: 0.1 */
typedef enum tieuchi_status {
    TIEUCHI_OK = 0,
    TIEUCHI_INVALID_ARGUMENT =
        1, /**< a NULL, an index that is too large, a text that is not UTF-8, a struct_size that cannot be */
    TIEUCHI_OUT_OF_MEMORY = 2,
    TIEUCHI_BAD_RULES = 3,     /**< the rules were refused */
    TIEUCHI_BAD_SELECTION = 4, /**< no such standard or kind, none in force on the day, no such reading or jurisdiction */
    TIEUCHI_BAD_DATA = 5,      /**< a value that does not fit its fact, a table that cannot be read */
    TIEUCHI_NO_SUCH_FACT = 6,  /**< the standard has no fact of that name */
    TIEUCHI_CANCELLED = 7,     /**< a progress function stopped the call */
    TIEUCHI_INTERNAL = 99      /**< a mistake of the library, or a callback that threw */
} tieuchi_status;

/** What went wrong. The caller provides it, and it needs no freeing; each call overwrites it. Texts that are too long are cut
 *  between characters. since: 0.1 */
typedef struct tieuchi_error {
    int32_t status;    /**< the tieuchi_status that was returned */
    char code[12];     /**< stable, such as `E203`: docs/errors.md explains each; empty where the call itself was wrong */
    char where[240];   /**< `drills.tieuchi:12:5`, the fact or column, the standard or kind asked for; may be empty */
    char message[512]; /**< one line, lower case, no final period */
    char help[224];    /**< how to fix it; may be empty */
    char reserved[32]; /**< 0 */
} tieuchi_error;

/* ---- The library --------------------------------------------------------------------------------------------------------------- */

/** The version of the library, `0.1.0`. Borrowed, for ever. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_library_version(void);

/** The TIEUCHI_ABI_VERSION that the library was built with. threads: any. since: 0.1 */
TIEUCHI_C_API uint32_t tieuchi_library_abi(void);

/** How many bytes a text that the library gave has, without the NUL in which it ends; 0 for NULL. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_text_length(const char* text);

/** Frees a text that a function gave as owned. threads: any. since: 0.1 */
TIEUCHI_C_API void tieuchi_text_free(char* text);

/** Bounds that keep hostile rule files to bounded time and memory; beyond one of them the rules are refused. 0: the default. since: 0.1 */
typedef struct tieuchi_limits {
    size_t struct_size;
    uint64_t file_bytes;  /**< size of one rule file */
    uint64_t files;       /**< rule files in one folder */
    uint32_t documents;   /**< documents in one rulebook */
    uint32_t standards;   /**< standards in one rulebook, all versions counted */
    uint32_t nesting;     /**< depth of parentheses, `not`s and criteria; more than 256 counts as 256 */
    uint32_t criteria;    /**< criteria in one standard */
    uint32_t facts;       /**< facts in one standard */
    uint32_t diagnostics; /**< problems reported for one file */
    uint64_t parts;       /**< parts of all standards together, once amendments and `same as` are written out. since: 0.1 */
} tieuchi_limits;
#define TIEUCHI_LIMITS_INIT                                                                                                      \
    { sizeof(tieuchi_limits), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** The default limits. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_limits_default(tieuchi_limits* out, tieuchi_error* error);

/** How much a line of the log matters, the least first. since: 0.1 */
typedef enum tieuchi_log_level {
    TIEUCHI_LOG_TRACE = 0,
    TIEUCHI_LOG_DEBUG = 1,
    TIEUCHI_LOG_INFO = 2,
    TIEUCHI_LOG_WARNING = 3,
    TIEUCHI_LOG_ERROR = 4,
    TIEUCHI_LOG_CRITICAL = 5
} tieuchi_log_level;

/** Receives a line of the log. Calls come one at a time, from any thread that works for the library. `message` is borrowed for the call.
 *  Must not call the library. since: 0.1 */
typedef void (*tieuchi_log_function)(void* context, tieuchi_log_level level, const char* message);

/** Sends the log of the whole process, from `least` (of tieuchi_log_level) on, to `receiver`; NULL silences it, which is how it starts.
 *  Once this returns, the previous receiver is not called again, and its context may be freed. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_log_set(tieuchi_log_function receiver, void* context, int32_t least, tieuchi_error* error);

/* ---- Diagnostics ----------------------------------------------------------------------------------------------------------------- */

/** A list of problems in rules or data, in the order in which they were found. since: 0.1 */
typedef struct tieuchi_diagnostics tieuchi_diagnostics;

/** Whether a problem refuses what it is about. A warning does not. since: 0.1 */
typedef enum tieuchi_severity { TIEUCHI_SEVERITY_ERROR = 0, TIEUCHI_SEVERITY_WARNING = 1 } tieuchi_severity;

/** One problem. Texts are borrowed from the list. since: 0.1 */
typedef struct tieuchi_diagnostic {
    size_t struct_size;
    tieuchi_severity severity;
    const char* code;    /**< stable, such as `E203`; docs/errors.md explains each */
    const char* message; /**< one line, lower case, no final period */
    const char* help;    /**< how to fix it; may be empty */
    const char* file;    /**< name of the rule file; NULL for a problem in data */
    const char* where;   /**< for data: the fact, `row 12: staff`, or the path; may be empty */
    uint32_t line;       /**< in the rule file, from 1; columns count code points; 0 without a file */
    uint32_t column;
    uint32_t begin; /**< the bytes of the rule file that it is about */
    uint32_t end;
} tieuchi_diagnostic;
#define TIEUCHI_DIAGNOSTIC_INIT                                                                                                  \
    { sizeof(tieuchi_diagnostic), (tieuchi_severity)0, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0 }

/** How many there are. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_diagnostics_count(const tieuchi_diagnostics* list);

/** One of them. Takes time in proportion to its offset in the file. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_diagnostics_describe(tieuchi_diagnostic* out, const tieuchi_diagnostics* list, size_t index,
                                                          tieuchi_error* error);

/** All of them for people: message, location, the line with the mistake marked, help. `length` may be NULL. Owned: tieuchi_text_free.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_diagnostics_text(char** out, size_t* length, const tieuchi_diagnostics* list,
                                                      tieuchi_error* error);

/** All of them as one line of JSON, after docs/diagnostics.schema.json. `length` may be NULL. Owned: tieuchi_text_free. threads: any.
 *  since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_diagnostics_json(char** out, size_t* length, const tieuchi_diagnostics* list,
                                                      tieuchi_error* error);

/** Frees a list. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_diagnostics_free(tieuchi_diagnostics* list);

/* ---- Rulebook -------------------------------------------------------------------------------------------------------------------- */

/** Documents that were checked together. since: 0.1 */
typedef struct tieuchi_rulebook tieuchi_rulebook;

/** A rule file in memory. since: 0.1 */
typedef struct tieuchi_source {
    const char* name;    /**< what to call it in messages */
    const char* text;    /**< need not end in NUL */
    size_t length;       /**< of `text`, in bytes */
    size_t name_length;  /**< of `name` */
    int32_t has_lengths; /**< 1: `name_length` counts; 0: `name` ends in NUL */
    int32_t reserved;    /**< 0 */
} tieuchi_source;
#define TIEUCHI_SOURCE_INIT                                                                                                      \
    { NULL, NULL, 0, 0, 0, 0 }

/** Reads and checks rule files from memory, one at least. `out` is owned: tieuchi_rulebook_free. `problems` may be NULL; else it is given a
 *  list, owned (tieuchi_diagnostics_free), of every problem of every file when the rules are refused (TIEUCHI_BAD_RULES), and of warnings
 *  when they are not. `limits` may be NULL. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_parse(tieuchi_rulebook** out, tieuchi_diagnostics** problems,
                                                    const tieuchi_source* sources, size_t count, const tieuchi_limits* limits,
                                                    tieuchi_error* error);

/** The same from disk, by one path at least. A path is a rule file, or a folder: then it stands for every `*.tieuchi` below it but those under
 *  names that begin with `.`; what cannot be read is a problem. A file is read once, by however many paths it is reached.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_load(tieuchi_rulebook** out, tieuchi_diagnostics** problems,
                                                   const char* const* paths, size_t count, const tieuchi_limits* limits,
                                                   tieuchi_error* error);

/** A rule file in its one canonical layout (dsl/LANGUAGE.md); only blanks and line ends change, so it means what it meant. Only syntax is looked at:
 *  names need not be declared. `problems` may be NULL; else it is given a list, owned (tieuchi_diagnostics_free), of what keeps the file from
 *  being read (TIEUCHI_BAD_RULES). `length` and `limits` may be NULL. `out` is owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_source_format(char** out, size_t* length, tieuchi_diagnostics** problems,
                                                   const tieuchi_source* source, const tieuchi_limits* limits,
                                                   tieuchi_error* error);

/** Runs the examples in the rules: what came of each and what of the rules they decide, as one line of JSON, after docs/test.schema.json.
 *  `length` may be NULL. Owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_test_json(char** out, size_t* length, const tieuchi_rulebook* rulebook,
                                                        tieuchi_error* error);

/** Frees a rulebook. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_rulebook_free(tieuchi_rulebook* rulebook);

/** Identifies the text of all rules: equal digests, equal rules. It does not secure. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_rulebook_digest(const tieuchi_rulebook* rulebook);

/** The names of all standards, each once. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_rulebook_standard_count(const tieuchi_rulebook* rulebook);
/** See tieuchi_rulebook_standard_count. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_rulebook_standard_name(const tieuchi_rulebook* rulebook, size_t index);

/** The kinds of subject that some standard is for, each once. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_rulebook_kind_count(const tieuchi_rulebook* rulebook);
/** See tieuchi_rulebook_kind_count. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_rulebook_kind(const tieuchi_rulebook* rulebook, size_t index);

/** How far a rule file may be relied on. Every assessment repeats it. since: 0.1 */
typedef enum tieuchi_document_status {
    TIEUCHI_DOCUMENT_OFFICIAL = 0,    /**< every number and clause is in the cited text */
    TIEUCHI_DOCUMENT_LOCAL = 1,       /**< an official text of one jurisdiction */
    TIEUCHI_DOCUMENT_DRAFT = 2,       /**< incomplete or not yet checked against the text */
    TIEUCHI_DOCUMENT_ILLUSTRATIVE = 3 /**< contains numbers without a source: an example, not law */
} tieuchi_document_status;

/** A legal text. Texts are borrowed from the rulebook; days look like `2022-11-15`. since: 0.1 */
typedef struct tieuchi_document {
    size_t struct_size;
    const char* number; /**< `124/2021/TT-BCA` */
    const char* title;
    const char* issuer;
    const char* note;
    const char* jurisdiction; /**< the one where it is in force, `place` in rule files; empty: everywhere */
    tieuchi_document_status status;
    char in_force_from[12];
    char in_force_to[12]; /**< first day no longer in force; empty: still in force */
    uint32_t replaces_count;
    uint32_t amends_count;
    uint32_t source_count;
} tieuchi_document;
#define TIEUCHI_DOCUMENT_INIT                                                                                                    \
    { sizeof(tieuchi_document), NULL, NULL, NULL, NULL, NULL, (tieuchi_document_status)0, {0}, {0}, 0, 0, 0 }

/** How many documents there are. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_rulebook_document_count(const tieuchi_rulebook* rulebook);
/** One of them. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_document(tieuchi_document* out, const tieuchi_rulebook* rulebook, size_t index,
                                                       const char* language, tieuchi_error* error);

/** Number of a document that it replaces. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_rulebook_document_replaces(const tieuchi_rulebook* rulebook, size_t document, size_t index);
/** Number of a document of which it changes clauses. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_rulebook_document_amends(const tieuchi_rulebook* rulebook, size_t document, size_t index);
/** Where its text was read. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_rulebook_document_source(const tieuchi_rulebook* rulebook, size_t document, size_t index);

/** The way in which a text that can be read in several ways is to be read. since: 0.1 */
typedef struct tieuchi_chosen_reading {
    const char* reading;   /**< its name */
    const char* option;    /**< the name of an option */
    size_t reading_length; /**< both count where the selection has lengths */
    size_t option_length;
    void* reserved; /**< NULL */
} tieuchi_chosen_reading;
#define TIEUCHI_CHOSEN_READING_INIT                                                                                              \
    { NULL, NULL, 0, 0, NULL }

/** Which rules to assess by. since: 0.1 */
typedef struct tieuchi_selection {
    size_t struct_size;
    const char* on;           /**< the day whose rules apply, `2022-11-15` */
    const char* jurisdiction; /**< a province or the like, whose rules apply too; NULL or empty: the country alone */
    const tieuchi_chosen_reading* readings; /**< those not named keep the default stated in the rules */
    size_t reading_count;
    size_t on_length;
    size_t jurisdiction_length;
    int32_t year;        /**< in which the window of the facts closes, 1 to 9999; 0: the year of `on` */
    int32_t has_lengths; /**< 1: the lengths count, those of readings too; 0: texts end in NUL */
} tieuchi_selection;
#define TIEUCHI_SELECTION_INIT                                                                                                   \
    { sizeof(tieuchi_selection), NULL, NULL, NULL, 0, 0, 0, 0, 0 }

/** A standard as it stood on one day, with its readings chosen. since: 0.1 */
typedef struct tieuchi_standard tieuchi_standard;

/** The version of a standard in force on the day. `out` is owned: tieuchi_standard_free. TIEUCHI_BAD_SELECTION: no such standard, none in
 *  force that day, no such reading, option or jurisdiction; `problems`, which may be NULL, is then given all that is wrong, owned
 *  (tieuchi_diagnostics_free). threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_standard(tieuchi_standard** out, tieuchi_diagnostics** problems,
                                                       const tieuchi_rulebook* rulebook, const char* name,
                                                       const tieuchi_selection* selection, tieuchi_error* error);
/** tieuchi_rulebook_standard for a `name` of `name_length` bytes, which need not end in NUL and may not be NULL. `out` is owned:
 *  tieuchi_standard_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_standard_n(tieuchi_standard** out, tieuchi_diagnostics** problems,
                                                         const tieuchi_rulebook* rulebook, const char* name, size_t name_length,
                                                         const tieuchi_selection* selection, tieuchi_error* error);

/** Standards, in the order of the rules. since: 0.1 */
typedef struct tieuchi_standards tieuchi_standards;

/** The standards for a kind of subject in force on the day. `out` is owned: tieuchi_standards_free; `problems` as with tieuchi_rulebook_standard.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_standards_for(tieuchi_standards** out, tieuchi_diagnostics** problems,
                                                            const tieuchi_rulebook* rulebook, const char* kind,
                                                            const tieuchi_selection* selection, tieuchi_error* error);
/** tieuchi_rulebook_standards_for for a `kind` of `kind_length` bytes, which need not end in NUL and may not be NULL. `out` is owned:
 *  tieuchi_standards_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_rulebook_standards_for_n(tieuchi_standards** out, tieuchi_diagnostics** problems,
                                                              const tieuchi_rulebook* rulebook, const char* kind,
                                                              size_t kind_length, const tieuchi_selection* selection,
                                                              tieuchi_error* error);

/** How many there are. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_standards_count(const tieuchi_standards* list);
/** One of them. Borrowed from the list; never to be freed by itself: tieuchi_standard_retain makes it one's own. threads: any.
 *  since: 0.1 */
TIEUCHI_C_API const tieuchi_standard* tieuchi_standards_at(const tieuchi_standards* list, size_t index);
/** Frees a list, and the standards in it. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_standards_free(tieuchi_standards* list);

/* ---- Standard: what a host needs to build a form -------------------------------------------------------------------------------- */

/** What a standard is. Texts are borrowed from the standard; days look like `2022-11-15`, and are empty where the rules state none.
 *  since: 0.1 */
typedef struct tieuchi_standard_summary {
    size_t struct_size;
    const char* name;
    const char* title;
    const char* document;           /**< number of the document that it stands in */
    tieuchi_document_status status; /**< how far it can be relied on: the weakest of its document and of those that amended it */
    int32_t scored;                 /**< it has a total */
    const char* jurisdiction;       /**< where this version is in force; empty: wherever no jurisdiction has one of its own */
    const char* digest;             /**< of the rules: see tieuchi_rulebook_digest */
    const char* decided_by;         /**< who decides; may be empty */
    const char* deadline_cite;      /**< clauses; may be empty */
    const char* window_cite;
    char on[12];           /**< the day whose rules these are */
    char period_first[12]; /**< the days that the facts describe, both included */
    char period_last[12];
    char decide_before[12]; /**< the decision is due before this day */
    uint32_t fact_count;
    uint32_t criterion_count;
    uint32_t outcome_count;
    uint32_t reading_count;
    uint32_t kind_count;
    uint32_t amendment_count;
    uint32_t quota_count;
    uint32_t exit_count;
    uint32_t adjustment_count;
    uint32_t reserved; /**< 0 */
} tieuchi_standard_summary;
#define TIEUCHI_STANDARD_SUMMARY_INIT                                                                                            \
    {                                                                                                                            \
        sizeof(tieuchi_standard_summary), NULL, NULL, NULL, (tieuchi_document_status)0, 0, NULL, NULL, NULL, NULL, NULL, {0},    \
            {0}, {0}, {0}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0                                                                          \
    }

/** What a standard is. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_describe(tieuchi_standard_summary* out, const tieuchi_standard* standard,
                                                       const char* language, tieuchi_error* error);

/** A kind of subject that it is for. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_standard_kind(const tieuchi_standard* standard, size_t index);
/** Number of a document that amended it, in the order in which their changes apply. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_standard_amendment(const tieuchi_standard* standard, size_t index);

/** What may be told of a fact. since: 0.1 */
typedef enum tieuchi_fact_type {
    TIEUCHI_FACT_YES_NO = 0,
    TIEUCHI_FACT_COUNT = 1,   /**< a whole number, 0 or more */
    TIEUCHI_FACT_NUMBER = 2,  /**< a decimal with so many digits after the point */
    TIEUCHI_FACT_PERCENT = 3, /**< 87.5 means 87.5 % */
    TIEUCHI_FACT_DATE = 4,
    TIEUCHI_FACT_ONE_OF = 5, /**< one of its options */
    TIEUCHI_FACT_JUDGED = 6  /**< points that an assessor gives, in steps */
} tieuchi_fact_type;

/** What a standard asks about a subject: enough for a field of a form. Texts are borrowed from the standard. The clauses that ask for it are in the
 *  questions of an assessment. since: 0.1 */
typedef struct tieuchi_fact {
    size_t struct_size;
    const char* name; /**< as in data */
    tieuchi_fact_type type;
    uint32_t slot;
    const char* label;
    const char* question; /**< what to ask; the label where the rules give no question */
    const char* evidence; /**< where its proof is found; may be empty */
    int64_t least;        /**< smallest and largest valid value, of count, number, percent and judged, in millionths */
    int64_t most;
    int64_t step;          /**< of judged: a value is a multiple of it, in millionths */
    int32_t scale;         /**< digits after the point that a value may have */
    uint32_t option_count; /**< of one_of */
    uint32_t at_most;      /**< slot of the fact that it may not exceed, or TIEUCHI_NONE */
    uint32_t kind_count;   /**< how many kinds it exists for; 0: for every kind of the standard */
    int32_t by_month;      /**< the day of the year by which it must have happened; 0: none */
    int32_t by_day;
    int32_t ordered;       /**< of one_of: the options stand from lowest to highest */
    int32_t previous;      /**< it describes the period before */
    int32_t from_subunits; /**< counted from the sub-units, where a population has them */
    int32_t from_outcome;  /**< the outcome of another standard, found where a population has its subject */
} tieuchi_fact;
#define TIEUCHI_FACT_INIT                                                                                                        \
    { sizeof(tieuchi_fact), NULL, (tieuchi_fact_type)0, 0, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** One fact. Slots count from 0; slot 0 is always `kind`. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_fact(tieuchi_fact* out, const tieuchi_standard* standard, uint32_t slot,
                                                   const char* language, tieuchi_error* error);

/** The slot of a fact by its name. TIEUCHI_NO_SUCH_FACT: `help` then names the nearest. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_slot(uint32_t* out, const tieuchi_standard* standard, const char* name,
                                                   tieuchi_error* error);
/** tieuchi_standard_slot for a `name` of `name_length` bytes, which need not end in NUL and may not be NULL; facts are then set by their slot.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_slot_n(uint32_t* out, const tieuchi_standard* standard, const char* name,
                                                     size_t name_length, tieuchi_error* error);

/** A kind that a fact exists for: see tieuchi_fact. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_standard_fact_kind(const tieuchi_standard* standard, uint32_t slot, size_t index);

/** A value of a fact that is one of several, or of a reading. Texts are borrowed from the standard. since: 0.1 */
typedef struct tieuchi_option {
    size_t struct_size;
    const char* name; /**< as in data */
    const char* label;
} tieuchi_option;
#define TIEUCHI_OPTION_INIT                                                                                                      \
    { sizeof(tieuchi_option), NULL, NULL }

/** One option of a fact. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_option(tieuchi_option* out, const tieuchi_standard* standard, uint32_t slot,
                                                     size_t index, const char* language, tieuchi_error* error);

/** What may be answered, for people: `a whole number from 0 to 120`. `length` may be NULL. Owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_valid_answers(char** out, size_t* length, const tieuchi_standard* standard,
                                                            uint32_t slot, const char* language, tieuchi_error* error);

/** How a criterion is decided. since: 0.1 */
typedef enum tieuchi_criterion_rule {
    TIEUCHI_RULE_WHEN = 0,
    TIEUCHI_RULE_ALL_OF = 1,
    TIEUCHI_RULE_ANY_OF = 2,
    TIEUCHI_RULE_NONE_OF = 3,
    TIEUCHI_RULE_AT_LEAST = 4,
    TIEUCHI_RULE_SAME_AS = 5,
    TIEUCHI_RULE_POINTS = 6, /**< by what it gives */
    TIEUCHI_RULE_SUM = 7,    /**< by the points of its parts */
    TIEUCHI_RULE_LEAST = 8,
    TIEUCHI_RULE_GREATEST = 9,
    TIEUCHI_RULE_MEAN = 10
} tieuchi_criterion_rule;

/** A clause of a standard. Texts are borrowed from the standard. since: 0.1 */
typedef struct tieuchi_criterion {
    size_t struct_size;
    const char* clause;
    const char* document; /**< number of the document whose clause it is */
    const char* title;
    const char* note;
    tieuchi_criterion_rule rule;
    uint32_t parent;         /**< index of the criterion that it is part of, or TIEUCHI_NONE */
    uint32_t depth;          /**< 0 for a criterion of the standard itself */
    uint32_t needed;         /**< of TIEUCHI_RULE_AT_LEAST: how many */
    int64_t maximum;         /**< the most points that it counts for, in millionths */
    int32_t scored;          /**< it gives points */
    int32_t event;           /**< stands under `none of`: it is met when its event did not happen */
    int32_t needs_judgement; /**< an assessor's judgement decides */
    uint32_t cite_count;     /**< further clauses cited */
} tieuchi_criterion;
#define TIEUCHI_CRITERION_INIT                                                                                                   \
    { sizeof(tieuchi_criterion), NULL, NULL, NULL, NULL, (tieuchi_criterion_rule)0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** One criterion, in the order of the law, each before its parts. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_criterion(tieuchi_criterion* out, const tieuchi_standard* standard, uint32_t index,
                                                        const char* language, tieuchi_error* error);

/** A further clause that a criterion cites, `9.2`; of another document with its number, `48/2025/TT-BCA 3`. Borrowed. threads: any.
 *  since: 0.1 */
TIEUCHI_C_API const char* tieuchi_standard_criterion_cite(const tieuchi_standard* standard, uint32_t criterion, size_t index);

/** A class that a subject can be given. Texts are borrowed from the standard. since: 0.1 */
typedef struct tieuchi_outcome {
    size_t struct_size;
    const char* name; /**< `met` */
    const char* label;
    const char* cite; /**< its clauses in one text; may be empty */
} tieuchi_outcome;
#define TIEUCHI_OUTCOME_INIT                                                                                                     \
    { sizeof(tieuchi_outcome), NULL, NULL, NULL }

/** One outcome; the better stand before the worse, those of exits last. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_outcome(tieuchi_outcome* out, const tieuchi_standard* standard, uint32_t index,
                                                      const char* language, tieuchi_error* error);

/** A passage of the text that can be read in several ways. Texts are borrowed from the standard. since: 0.1 */
typedef struct tieuchi_reading {
    size_t struct_size;
    const char* name;
    const char* label;
    uint32_t option_count;
    uint32_t default_option; /**< index of the default stated in the rules */
    uint32_t chosen;         /**< index of the one chosen */
    uint32_t cite_count;
} tieuchi_reading;
#define TIEUCHI_READING_INIT                                                                                                     \
    { sizeof(tieuchi_reading), NULL, NULL, 0, 0, 0, 0 }

/** One reading. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_reading(tieuchi_reading* out, const tieuchi_standard* standard, uint32_t index,
                                                      const char* language, tieuchi_error* error);
/** One way to read it. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_reading_option(tieuchi_option* out, const tieuchi_standard* standard,
                                                             uint32_t reading, size_t index, const char* language,
                                                             tieuchi_error* error);

/** A clause of which the reading is in question. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_standard_reading_cite(const tieuchi_standard* standard, uint32_t reading, size_t index);

/** What an exit makes of a subject. since: 0.1 */
typedef enum tieuchi_exit_kind {
    TIEUCHI_EXIT_NONE = 0,
    TIEUCHI_EXIT_NOT_SUBJECT = 1,  /**< the standard does not apply */
    TIEUCHI_EXIT_NOT_ASSESSED = 2, /**< the subject cannot be assessed */
    TIEUCHI_EXIT_REFERRED = 3      /**< a human decides */
} tieuchi_exit_kind;

/** A reason why a subject is not classed. Texts are borrowed from the standard, and may be empty. since: 0.1 */
typedef struct tieuchi_exit {
    size_t struct_size;
    tieuchi_exit_kind kind;
    const char* label; /**< why */
    const char* cite;
    const char* document; /**< number of the document whose clause it is */
    const char* to;       /**< of TIEUCHI_EXIT_REFERRED: who decides */
} tieuchi_exit;
#define TIEUCHI_EXIT_INIT                                                                                                        \
    { sizeof(tieuchi_exit), (tieuchi_exit_kind)0, NULL, NULL, NULL, NULL }

/** One exit, in the order in which they are tried. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_exit(tieuchi_exit* out, const tieuchi_standard* standard, uint32_t index,
                                                   const char* language, tieuchi_error* error);

/** Whether an adjustment is a cap, a floor or an automatic class. since: 0.1 */
typedef enum tieuchi_adjustment_kind {
    TIEUCHI_ADJUSTMENT_AT_MOST = 0,
    TIEUCHI_ADJUSTMENT_AT_LEAST = 1,
    TIEUCHI_ADJUSTMENT_EXACTLY = 2
} tieuchi_adjustment_kind;

/** A cap, a floor or an automatic class, as the rules have it. Texts are borrowed from the standard. since: 0.1 */
typedef struct tieuchi_adjustment_rule {
    size_t struct_size;
    tieuchi_adjustment_kind kind;
    uint32_t outcome; /**< index in the standard */
    const char* label;
    const char* document; /**< number of the document whose clause it is */
    uint32_t cite_count;
    uint32_t reserved; /**< 0 */
} tieuchi_adjustment_rule;
#define TIEUCHI_ADJUSTMENT_RULE_INIT                                                                                             \
    { sizeof(tieuchi_adjustment_rule), (tieuchi_adjustment_kind)0, 0, NULL, NULL, 0, 0 }

/** One adjustment, in the order in which they apply. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_adjustment(tieuchi_adjustment_rule* out, const tieuchi_standard* standard,
                                                         uint32_t index, const char* language, tieuchi_error* error);
/** A clause of an adjustment. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const char* tieuchi_standard_adjustment_cite(const tieuchi_standard* standard, uint32_t adjustment, size_t index);

/** In what `other`, a version of a standard or any other, differs from `standard`, as one line of JSON, after docs/differences.schema.json.
 *  `length` may be NULL. Owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_differences_json(char** out, size_t* length, const tieuchi_standard* standard,
                                                               const tieuchi_standard* other, tieuchi_error* error);

/** One more owned handle to a standard, whether `standard` is owned or borrowed; so one of a list, of results or of an assessment can be kept
 *  beyond it. Both handles share the standard itself, its rules and every text borrowed of either, which lives until the last of them
 *  is freed; nothing is copied. `out` is owned: each retain needs one tieuchi_standard_free of its own. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_standard_retain(tieuchi_standard** out, const tieuchi_standard* standard,
                                                     tieuchi_error* error);

/** Frees a handle of a standard. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_standard_free(tieuchi_standard* standard);

/* ---- Facts ------------------------------------------------------------------------------------------------------------------------- */

/** What is known about one subject, for one standard. What was never set is unknown: never no, never zero. since: 0.1 */
typedef struct tieuchi_facts tieuchi_facts;

/** Nothing known yet; but where the standard is for one kind only, the kind is. `out` is owned: tieuchi_facts_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_new(tieuchi_facts** out, const tieuchi_standard* standard, tieuchi_error* error);

/* To set a fact, by its name, or by its slot (`_at`), which is the fast way: ask for the slot once. Setting it again replaces the value. A
 * value that does not fit its fact is refused with TIEUCHI_BAD_DATA: the fact is then unknown, and the assessment reports the problem too. A
 * name that the standard lacks is TIEUCHI_NO_SUCH_FACT, and changes nothing; nor does a call that is wrong in itself,
 * TIEUCHI_INVALID_ARGUMENT: a NULL, a slot that is too large, a text that is not UTF-8, a day that there is not. */

/** The facts in one JSON object of `json_length` bytes, after docs/facts.schema.json: `{"staff": 120, "rank": "good", "inspected": null}`. Numbers
 *  are read by their digits, texts as by tieuchi_facts_set_text; null is unknown; `{"least": 3, "most": 5}` are the bounds of a number. A wrong
 *  value or name is no failure: it is among `problems`, and that fact is unknown. What is no such object is TIEUCHI_BAD_DATA. `problems` may be
 *  NULL; else it is given a list, owned (tieuchi_diagnostics_free). `out` is owned: tieuchi_facts_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_from_json(tieuchi_facts** out, tieuchi_diagnostics** problems,
                                                     const tieuchi_standard* standard, const char* json, size_t json_length,
                                                     tieuchi_error* error);
/** The facts that are known, exactly or within bounds, as one line of JSON, which tieuchi_facts_from_json reads back. `length` may be NULL. Owned:
 *  tieuchi_text_free. threads: any, unless another call sets facts. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_json(char** out, size_t* length, const tieuchi_facts* facts, tieuchi_error* error);

/** Yes or no. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_yes_no(tieuchi_facts* facts, const char* name, int32_t yes, tieuchi_error* error);
/** See tieuchi_facts_set_yes_no. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_yes_no_at(tieuchi_facts* facts, uint32_t slot, int32_t yes, tieuchi_error* error);

/** A whole number. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_integer(tieuchi_facts* facts, const char* name, int64_t number,
                                                       tieuchi_error* error);
/** See tieuchi_facts_set_integer. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_integer_at(tieuchi_facts* facts, uint32_t slot, int64_t number,
                                                          tieuchi_error* error);

/** `number` / 10^`digits`, 0 to 18 digits: 125 with one digit is 12.5. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_scaled(tieuchi_facts* facts, const char* name, int64_t number, uint32_t digits,
                                                      tieuchi_error* error);
/** See tieuchi_facts_set_scaled. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_scaled_at(tieuchi_facts* facts, uint32_t slot, int64_t number, uint32_t digits,
                                                         tieuchi_error* error);

/** The decimal that a person would have written: 0.1 is exactly one tenth. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_double(tieuchi_facts* facts, const char* name, double number,
                                                      tieuchi_error* error);
/** See tieuchi_facts_set_double. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_double_at(tieuchi_facts* facts, uint32_t slot, double number,
                                                         tieuchi_error* error);

/** A text, read by the type of the fact: `yes`, `no`, a number (a whole one in digits alone, not `1.000`), `70%`, `2022-11-15`, the name of an
 *  option; empty is unknown.
 *  threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_text(tieuchi_facts* facts, const char* name, const char* text,
                                                    tieuchi_error* error);
/** See tieuchi_facts_set_text. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_text_at(tieuchi_facts* facts, uint32_t slot, const char* text,
                                                       tieuchi_error* error);
/** tieuchi_facts_set_text_at for a `text` of `text_length` bytes, which need not end in NUL, and may be NULL where there are none: that is
 *  unknown. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_text_at_n(tieuchi_facts* facts, uint32_t slot, const char* text,
                                                         size_t text_length, tieuchi_error* error);

/** A day. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_date(tieuchi_facts* facts, const char* name, int32_t year, uint32_t month,
                                                    uint32_t day, tieuchi_error* error);
/** See tieuchi_facts_set_date. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_date_at(tieuchi_facts* facts, uint32_t slot, int32_t year, uint32_t month,
                                                       uint32_t day, tieuchi_error* error);

/** A number of which only bounds are known, both included, in millionths. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_between(tieuchi_facts* facts, const char* name, int64_t least, int64_t most,
                                                       tieuchi_error* error);
/** See tieuchi_facts_set_between. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_between_at(tieuchi_facts* facts, uint32_t slot, int64_t least, int64_t most,
                                                          tieuchi_error* error);

/** Clears a fact: it is unknown again. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_unknown(tieuchi_facts* facts, const char* name, tieuchi_error* error);
/** See tieuchi_facts_set_unknown. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_set_unknown_at(tieuchi_facts* facts, uint32_t slot, tieuchi_error* error);

/** Forgets everything, problems included. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_clear(tieuchi_facts* facts, tieuchi_error* error);

/** Whether a fact is known exactly. threads: any, unless another call sets facts. since: 0.1 */
TIEUCHI_C_API int32_t tieuchi_facts_knows(const tieuchi_facts* facts, uint32_t slot);

/** What is wrong with what was set, bounds between facts included. Owned: tieuchi_diagnostics_free. threads: any, unless another call sets facts. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_problems(tieuchi_diagnostics** out, const tieuchi_facts* facts, tieuchi_error* error);

/** Frees facts. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_facts_free(tieuchi_facts* facts);

/* ---- Assessment -------------------------------------------------------------------------------------------------------------------- */

/** The answer for one subject by one standard. since: 0.1 */
typedef struct tieuchi_assessment tieuchi_assessment;

/** Assesses a subject by the standard that its facts are for. Bad data are no failure: facts that were refused are unknown. `out` is owned:
 *  tieuchi_assessment_free. threads: any, unless another call sets facts. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_assess(tieuchi_assessment** out, const tieuchi_facts* facts, tieuchi_error* error);

/** Memory that tieuchi_facts_outcomes works in; one for each thread, for any standard. since: 0.1 */
typedef struct tieuchi_scratch tieuchi_scratch;

/** Scratch space. Owned: tieuchi_scratch_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_scratch_new(tieuchi_scratch** out, tieuchi_error* error);
/** Frees scratch space. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_scratch_free(tieuchi_scratch* scratch);

/** The outcomes still possible and nothing else: bit i is outcome i of the standard. Allocates nothing once `scratch` has grown to the
 *  standard. threads: one for each scratch. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_facts_outcomes(uint64_t* out, const tieuchi_facts* facts, tieuchi_scratch* scratch,
                                                    tieuchi_error* error);

/** The answer in short. Texts are borrowed from the assessment; points are in millionths. since: 0.1 */
typedef struct tieuchi_assessment_summary {
    size_t struct_size;
    int32_t decided;          /**< one outcome is left, even if facts are missing */
    uint32_t outcome;         /**< its index in the standard; TIEUCHI_NONE while several are possible */
    const char* outcome_name; /**< empty while several are possible */
    const char* outcome_label;
    uint64_t possible;      /**< bit i: outcome i of the standard is possible */
    int32_t scored;         /**< there is a total */
    tieuchi_exit_kind exit; /**< the exit that holds */
    const char* exit_label; /**< why; empty without one */
    const char* exit_cite;  /**< its clauses in one text; may be empty */
    const char* exit_document;
    const char* exit_to; /**< of TIEUCHI_EXIT_REFERRED: who decides */
    int64_t total_least; /**< equal when the total is known */
    int64_t total_most;
    int64_t maximum_least; /**< what the total can be at most where everything that applies is met */
    int64_t maximum_most;
    uint32_t finding_count; /**< one for each criterion of the standard */
    uint32_t problem_count; /**< what was wrong with the facts given; those were taken as unknown */
} tieuchi_assessment_summary;
#define TIEUCHI_ASSESSMENT_SUMMARY_INIT                                                                                          \
    { sizeof(tieuchi_assessment_summary), 0, 0, NULL, NULL, 0, 0, (tieuchi_exit_kind)0, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0 }

/** The answer in short. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_describe(tieuchi_assessment_summary* out, const tieuchi_assessment* assessment,
                                                         const char* language, tieuchi_error* error);

/** The standard that was applied. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API const tieuchi_standard* tieuchi_assessment_standard(const tieuchi_assessment* assessment);

/** What came of a criterion. since: 0.1 */
typedef enum tieuchi_finding_status {
    TIEUCHI_FINDING_MET = 0,
    TIEUCHI_FINDING_NOT_MET = 1,
    TIEUCHI_FINDING_UNKNOWN = 2,
    TIEUCHI_FINDING_NOT_APPLICABLE = 3
} tieuchi_finding_status;

/** A criterion's part of an assessment; tieuchi_standard_criterion describes the criterion of the same index. Points are in millionths.
 *  since: 0.1 */
typedef struct tieuchi_finding {
    size_t struct_size;
    const char* clause; /**< borrowed from the assessment */
    tieuchi_finding_status status;
    tieuchi_finding_status without_exception; /**< what it would be but for its exception */
    int32_t excepted;                         /**< met by its exception */
    int32_t scored;                           /**< it gives points; else the numbers are 0 */
    int64_t points_least;
    int64_t points_most;
    int64_t maximum_least; /**< what it counts for */
    int64_t maximum_most;
    int64_t lost_least; /**< what it falls short of that by */
    int64_t lost_most;
} tieuchi_finding;
#define TIEUCHI_FINDING_INIT                                                                                                     \
    { sizeof(tieuchi_finding), NULL, (tieuchi_finding_status)0, (tieuchi_finding_status)0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** The finding of a criterion. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_finding(tieuchi_finding* out, const tieuchi_assessment* assessment,
                                                        uint32_t index, tieuchi_error* error);

/** A fact as an assessment read it. Texts are borrowed from the assessment. Of numbers, `least` and `most` are in millionths; of yes_no 0
 *  or 1; of dates days since 1970-01-01; of one_of indices of options. since: 0.1 */
typedef struct tieuchi_fact_value {
    size_t struct_size;
    const char* name;
    const char* label;
    uint32_t slot;
    tieuchi_fact_type type;
    int32_t known;   /**< exactly: `least` and `most` are equal */
    int32_t unknown; /**< nothing at all is known */
    int64_t least;
    int64_t most;
} tieuchi_fact_value;
#define TIEUCHI_FACT_VALUE_INIT                                                                                                  \
    { sizeof(tieuchi_fact_value), NULL, NULL, 0, (tieuchi_fact_type)0, 0, 0, 0, 0 }

/** A fact as it was read. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_fact(tieuchi_fact_value* out, const tieuchi_assessment* assessment, uint32_t slot,
                                                     const char* language, tieuchi_error* error);
/** Its value for people: `yes`, `87.5%`, `15 to 18`, `unknown`. `length` may be NULL. Owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_fact_text(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                          uint32_t slot, const char* language, tieuchi_error* error);

/** The slots of the facts that settle a finding, or, when it is not settled, of those missing. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_finding_facts(const uint32_t** slots, size_t* count,
                                                              const tieuchi_assessment* assessment, uint32_t index,
                                                              tieuchi_error* error);

/** Why this outcome and not a better one: the clauses that it rests on, at least one when it is decided; while it is not, those of exits and
 *  adjustments that surely hold. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_because(const char* const** clauses, size_t* count,
                                                        const tieuchi_assessment* assessment, tieuchi_error* error);

/** What is reported of an assessment. since: 0.1 */
typedef enum tieuchi_report_part {
    TIEUCHI_REPORT_SHORTCOMINGS = 0,
    TIEUCHI_REPORT_STILL_OPEN = 1, /**< while the outcome is open, what keeps it so; once it is decided, what it does not need */
    TIEUCHI_REPORT_EXCEPTIONS = 2, /**< met by their exception (`unless`) */
    TIEUCHI_REPORT_STRENGTHS = 3,
    TIEUCHI_REPORT_NOT_APPLICABLE = 4
} tieuchi_report_part;

/** The findings to report, as indices; text, JSON and notebooks report the same. What was met is reported by its largest part, what was not met or
 *  is open by its smallest. None where an exit holds. `part` is a tieuchi_report_part. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_report(const uint32_t** findings, size_t* count,
                                                       const tieuchi_assessment* assessment, int32_t part, tieuchi_error* error);

/** A cap, a floor or an automatic class that surely holds, or that may and would change the class. Texts are borrowed from the assessment.
 *  since: 0.1 */
typedef struct tieuchi_adjustment {
    size_t struct_size;
    tieuchi_adjustment_kind kind;
    uint32_t outcome; /**< index in the standard */
    const char* outcome_name;
    int32_t certain; /**< it surely changed the class */
    const char* label;
    const char* document; /**< number of the document whose clause it is */
    const char* const* cites;
    size_t cite_count;
    int32_t holds; /**< its condition surely holds */
    int32_t idle;  /**< it holds and leaves the class as it is */
} tieuchi_adjustment;
#define TIEUCHI_ADJUSTMENT_INIT                                                                                                  \
    { sizeof(tieuchi_adjustment), (tieuchi_adjustment_kind)0, 0, NULL, 0, NULL, NULL, NULL, 0, 0, 0 }

/** How many there are. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_adjustment_count(size_t* out, const tieuchi_assessment* assessment,
                                                                 tieuchi_error* error);
/** One of them, in the order of the rules. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_adjustment(tieuchi_adjustment* out, const tieuchi_assessment* assessment,
                                                           size_t index, const char* language, tieuchi_error* error);

/** A missing fact that can still change the outcome. Texts are borrowed from the assessment. since: 0.1 */
typedef struct tieuchi_question {
    size_t struct_size;
    uint32_t slot;              /**< of the fact: tieuchi_standard_fact describes it */
    int32_t needs_judgement;    /**< an assessor's judgement is asked for */
    int32_t can_decide;         /**< one of its answers would settle the outcome at once */
    const char* fact;           /**< its name */
    const char* question;       /**< what to ask */
    const char* by;             /**< `2022-03-31` when it has a day by which it must have happened; else empty */
    const char* const* clauses; /**< that wait for it */
    size_t clause_count;
} tieuchi_question;
#define TIEUCHI_QUESTION_INIT                                                                                                    \
    { sizeof(tieuchi_question), 0, 0, 0, NULL, NULL, NULL, NULL, 0 }

/** How many there are; none when decided. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_question_count(size_t* out, const tieuchi_assessment* assessment,
                                                               tieuchi_error* error);
/** One of them, the most decisive first. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_question(tieuchi_question* out, const tieuchi_assessment* assessment,
                                                         size_t index, const char* language, tieuchi_error* error);

/** All of them as one line of JSON, after docs/questions.schema.json. `length` may be NULL. Owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_questions_json(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                               const char* language, tieuchi_error* error);

/** What was wrong with the facts given. Owned: tieuchi_diagnostics_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_problems(tieuchi_diagnostics** out, const tieuchi_assessment* assessment,
                                                         tieuchi_error* error);

/** The whole assessment as one line of JSON, after docs/assessment.schema.json; `subject` is what to call the subject, or NULL. `length` may
 *  be NULL. Owned: tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_json(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                     const char* subject, tieuchi_error* error);
/** tieuchi_assessment_json for a `subject` of `subject_length` bytes, which need not end in NUL; or NULL. `length` may be NULL. Owned:
 *  tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_json_n(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                       const char* subject, size_t subject_length, tieuchi_error* error);

/** In what `other`, an answer by the same standard, differs from `assessment`: those of two raters, or of two times; as one line of JSON, after
 *  docs/comparison.schema.json. `name` and `other_name` are what to call them. `length` may be NULL. Owned: tieuchi_text_free. threads: any.
 *  since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_compare_json(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                             const char* name, const tieuchi_assessment* other,
                                                             const char* other_name, tieuchi_error* error);

/** The assessment for people, several lines; `subject` is what to call the subject, or NULL. `length` may be NULL. Owned: tieuchi_text_free.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_explain(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                        const char* language, const char* subject, tieuchi_error* error);
/** tieuchi_assessment_explain for a `subject` of `subject_length` bytes, which need not end in NUL; or NULL. `length` may be NULL. Owned:
 *  tieuchi_text_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_explain_n(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                          const char* language, const char* subject, size_t subject_length,
                                                          tieuchi_error* error);

/** One more owned handle to an assessment, whether `assessment` is owned or borrowed; so one of results can be kept beyond them. Both handles
 *  share the assessment, what it works out when asked (questions, adjustments, clauses, facts of a finding), its standard, and every text and
 *  list borrowed of either, which lives until the last of them is freed; nothing is copied or worked out again. `out` is owned: each
 *  retain needs one tieuchi_assessment_free of its own. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_assessment_retain(tieuchi_assessment** out, const tieuchi_assessment* assessment,
                                                       tieuchi_error* error);

/** Frees a handle of an assessment. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_assessment_free(tieuchi_assessment* assessment);

/* ---- Columns: whole tables, by the Arrow C data interface ---------------------------------------------------------------------------- */

/** What to answer of each row, besides outcome, decided and has_problems: bits of tieuchi_columns_options.answers. since: 0.1 */
typedef enum tieuchi_answer {
    TIEUCHI_ANSWER_NOTHING_ELSE = 1 << 0,
    TIEUCHI_ANSWER_POSSIBLE = 1 << 1, /**< the outcomes still possible */
    TIEUCHI_ANSWER_TOTAL = 1 << 2,    /**< of a scored standard */
    TIEUCHI_ANSWER_ADJUSTMENTS = 1 << 3,
    TIEUCHI_ANSWER_FINDINGS = 1 << 4, /**< of every criterion: its status, and the points of a scored one */
    TIEUCHI_ANSWER_REASONS = 1 << 5,  /**< the clauses that surely fell short, whatever the outcome, those that cost most first */
    TIEUCHI_ANSWER_BECAUSE =
        1 << 6 /**< why this outcome and not a better one: tieuchi_assessment_because; takes longer than all else */
} tieuchi_answer;

/** A part of the work: calls of it with the indices from 0 to count - 1 may run at once. since: 0.1 */
typedef void (*tieuchi_task_function)(void* task, size_t index);
/** The host's own threads: must call `run(task, 0)` … `run(task, count - 1)`, each once, and return when all are done. since: 0.1 */
typedef void (*tieuchi_run_tasks_function)(void* context, size_t count, tieuchi_task_function run, void* task);
/** Receives the problem of a value that was refused. `problem` is borrowed for the call. since: 0.1 */
typedef void (*tieuchi_problem_function)(void* context, const tieuchi_diagnostic* problem);

/** How to assess tables. since: 0.1 */
typedef struct tieuchi_columns_options {
    size_t struct_size;
    uint32_t answers;                   /**< of tieuchi_answer; 0: TIEUCHI_ANSWER_TOTAL */
    uint32_t threads;                   /**< how many work on a batch, the caller's included; 0: one */
    int32_t ignore_unknown_columns;     /**< every column that is not a fact is ignored */
    int32_t every_fact;                 /**< a fact without a column is an error; else it is unknown in every row */
    const char* const* ignored_columns; /**< columns that are not facts and are ignored, such as `id`; copied */
    size_t ignored_column_count;
    tieuchi_run_tasks_function run_tasks; /**< NULL: threads of the library's own */
    void* run_tasks_context;              /**< must live as long as the columns and the streams of their answers */
    tieuchi_problem_function
        on_problem;           /**< of values that were refused, row by row; `where` says `row 12: staff`, from 0; may be NULL */
    void* on_problem_context; /**< as `run_tasks_context` */
    size_t max_problems;      /**< how many, at most; 0: 100 */
    const size_t* ignored_column_lengths; /**< of each of `ignored_columns`; NULL: they end in NUL */
} tieuchi_columns_options;
#define TIEUCHI_COLUMNS_OPTIONS_INIT                                                                                             \
    { sizeof(tieuchi_columns_options), 0, 0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL }

/** Assesses tables by one standard. since: 0.1 */
typedef struct tieuchi_columns tieuchi_columns;

/** Makes a standard ready for tables. `options` may be NULL. `out` is owned: tieuchi_columns_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_columns_new(tieuchi_columns** out, const tieuchi_standard* standard,
                                                 const tieuchi_columns_options* options, tieuchi_error* error);

/** The type of the answers; include/tieuchi/columns.hpp describes them, and what columns may be. The caller releases `out`.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_columns_schema(struct ArrowSchema* out, const tieuchi_columns* columns,
                                                    tieuchi_error* error);

/** Assesses a batch: a struct array whose children are facts, by their names; a null is unknown. `schema` stays the caller's. `rows` is taken
 *  over: it is released whatever comes of the call. The caller releases `answers`; when the call fails it is released already.
 *  TIEUCHI_BAD_DATA: the table cannot be read; `problems`, which may be NULL, is then given all that is wrong, owned (tieuchi_diagnostics_free).
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_columns_assess_array(struct ArrowArray* answers, tieuchi_diagnostics** problems,
                                                          const tieuchi_columns* columns, const struct ArrowSchema* schema,
                                                          struct ArrowArray* rows, tieuchi_error* error);

/** Assesses a stream batch by batch, as `answers` is read. `rows` is taken over: it is released whatever comes of the call, else when
 *  `answers` is, which the caller releases. What is wrong with a later batch is reported by the stream: EINVAL and get_last_error. The stream
 *  may outlive `columns`. threads: any; a stream is read by one thread at a time. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_columns_assess_stream(struct ArrowArrayStream* answers, tieuchi_diagnostics** problems,
                                                           const tieuchi_columns* columns, struct ArrowArrayStream* rows,
                                                           tieuchi_error* error);

/** Frees columns. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_columns_free(tieuchi_columns* columns);

/* ---- Population: subjects together, sub-units before the bodies above them ----------------------------------------------------------- */

/** Subjects that are assessed together. since: 0.1 */
typedef struct tieuchi_population tieuchi_population;

/** A fact of a subject. since: 0.1 */
typedef struct tieuchi_named_text {
    const char* name;   /**< of the fact */
    const char* text;   /**< its value, read as tieuchi_facts_set_text reads it; NULL or empty is unknown */
    size_t name_length; /**< both count where the subject has lengths */
    size_t text_length;
    void* reserved; /**< NULL */
} tieuchi_named_text;
#define TIEUCHI_NAMED_TEXT_INIT                                                                                                  \
    { NULL, NULL, 0, 0, NULL }

/** A body or area. since: 0.1 */
typedef struct tieuchi_subject {
    size_t struct_size;
    const char* id;     /**< unique, for each rater; names are compared in Unicode's normal form C */
    const char* parent; /**< id of the body that it is a sub-unit of; NULL or empty: none */
    const char* kind;   /**< says which standards assess it */
    const char* rater;  /**< whose facts these are; NULL or empty where there is one rater only */
    const char* where;  /**< for messages: `subjects.csv:12`; may be NULL */
    const tieuchi_named_text* facts;
    size_t fact_count;
    size_t id_length;
    size_t parent_length;
    size_t kind_length;
    size_t rater_length;
    size_t where_length;
    int32_t has_lengths; /**< 1: the lengths count, those of facts too; 0: texts end in NUL */
    int32_t reserved;    /**< 0 */
} tieuchi_subject;
#define TIEUCHI_SUBJECT_INIT                                                                                                     \
    { sizeof(tieuchi_subject), NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 }

/** No subjects yet, to be assessed by the rules selected. `out` is owned: tieuchi_population_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_new(tieuchi_population** out, const tieuchi_rulebook* rulebook,
                                                    const tieuchi_selection* selection, tieuchi_error* error);
/** Adds a subject; the first has index 0. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_add(tieuchi_population* population, const tieuchi_subject* subject,
                                                    tieuchi_error* error);
/** How many subjects there are. threads: any, unless another call adds subjects. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_population_count(const tieuchi_population* population);

/** Called from time to time with the number of subjects done, and at the end with that of all. Return 0 to go on; anything else stops the call,
 *  which then returns TIEUCHI_CANCELLED and no results. Called on the thread that made the call. since: 0.1 */
typedef int32_t (*tieuchi_progress_function)(void* context, size_t done);

/** The answers for the subjects of a population, in the order in which they were added. since: 0.1 */
typedef struct tieuchi_results tieuchi_results;

/** Assesses all of them. `on_progress` may be NULL. `out` is owned: tieuchi_results_free. TIEUCHI_CANCELLED: `on_progress` stopped it.
 *  TIEUCHI_BAD_SELECTION: what is wrong with the selection is in `problems`, which may be NULL, owned (tieuchi_diagnostics_free). threads:
 *  any, unless another call adds subjects. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_assess(tieuchi_results** out, tieuchi_diagnostics** problems,
                                                       const tieuchi_population* population,
                                                       tieuchi_progress_function on_progress, void* context,
                                                       tieuchi_error* error);
/** Frees a population. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_population_free(tieuchi_population* population);

/** How many subjects there are. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_results_count(const tieuchi_results* results);
/** How many standards assessed a subject; 0 when it was refused. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_results_assessment_count(const tieuchi_results* results, size_t subject);
/** One of its answers. Borrowed from the results; never to be freed by itself: tieuchi_assessment_retain makes it one's own. threads: any.
 *  since: 0.1 */
TIEUCHI_C_API const tieuchi_assessment* tieuchi_results_assessment(const tieuchi_results* results, size_t subject, size_t index);
/** The outcomes that are still possible for it after quotas: bit i is outcome i of the standard. threads: any. since: 0.1 */
TIEUCHI_C_API uint64_t tieuchi_results_outcomes(const tieuchi_results* results, size_t subject, size_t index);
/** Why the outcome after quotas, and not a better one: tieuchi_assessment_because, and where quotas took a class away their clauses.
 *  Borrowed from the results. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_results_because(const char* const** clauses, size_t* count, const tieuchi_results* results,
                                                     size_t subject, size_t index, tieuchi_error* error);
/** Why a subject was refused; an empty list when it was not. Owned: tieuchi_diagnostics_free. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_results_problems(tieuchi_diagnostics** out, const tieuchi_results* results, size_t subject,
                                                      tieuchi_error* error);

/** What a quota comes to. Subjects are given by their indices; all is borrowed from the results. since: 0.1 */
typedef struct tieuchi_quota_result {
    size_t struct_size;
    const tieuchi_standard* standard;
    uint32_t quota;       /**< which one of the standard */
    uint32_t outcome;     /**< index of the class that it is about */
    const char* rater;    /**< whose answers; empty where there is one rater only */
    const char* cite;     /**< its clauses in one text; may be empty */
    size_t counted_least; /**< of which it is a share */
    size_t counted_most;
    size_t seats_least; /**< how many may have the class, or a better one */
    size_t seats_most;
    const size_t* kept; /**< surely reached the class and surely keep it */
    size_t kept_count;
    const size_t* lost; /**< surely reached it, and surely get the class below */
    size_t lost_count;
    const size_t* open; /**< may reach it or not, or may keep or lose it */
    size_t open_count;
    const size_t* tied; /**< of these, tied across the last seat with nothing else left open */
    size_t tied_count;
} tieuchi_quota_result;
#define TIEUCHI_QUOTA_RESULT_INIT                                                                                                \
    { sizeof(tieuchi_quota_result), NULL, 0, 0, NULL, NULL, 0, 0, 0, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0 }

/** How many quotas there are, of all standards and raters. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_results_quota_count(const tieuchi_results* results);
/** One of them. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_results_quota(tieuchi_quota_result* out, const tieuchi_results* results, size_t index,
                                                   tieuchi_error* error);
/** Frees results, and the assessments in them. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_results_free(tieuchi_results* results);

/* ---- Population by columns: a table of subjects of many kinds ------------------------------------------------------------------------- */

/** Subjects that are assessed together, taken from tables. since: 0.1 */
typedef struct tieuchi_column_population tieuchi_column_population;

/** No subjects yet, to be assessed by the rules selected. `options` may be NULL; its `every_fact` is ignored, for no kind has every
 *  fact, and its `on_problem` receives why subjects were refused. `out` is owned: tieuchi_column_population_free. TIEUCHI_BAD_SELECTION:
 *  `problems`, which may be NULL, is then given all that is wrong, owned (tieuchi_diagnostics_free). threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_column_population_new(tieuchi_column_population** out, tieuchi_diagnostics** problems,
                                                           const tieuchi_rulebook* rulebook, const tieuchi_selection* selection,
                                                           const tieuchi_columns_options* options, tieuchi_error* error);

/** Adds a batch: a struct array with columns `id`, `kind`, where there are sub-units `parent`, where there are several raters `rater`, and the
 *  facts of all kinds, by their names; include/tieuchi/column_population.hpp describes their types. A null is unknown. `schema` stays the
 *  caller's. `rows` is taken over: it is released when the last answers are freed, or at once when the call fails, and then nothing is
 *  added. TIEUCHI_BAD_DATA: the table cannot be read; `problems` as with tieuchi_columns_assess_array. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_column_population_add_array(tieuchi_column_population* population,
                                                                 tieuchi_diagnostics** problems, const struct ArrowSchema* schema,
                                                                 struct ArrowArray* rows, tieuchi_error* error);
/** Adds all batches of a stream, which is taken over. threads: one. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_column_population_add_stream(tieuchi_column_population* population,
                                                                  tieuchi_diagnostics** problems, struct ArrowArrayStream* rows,
                                                                  tieuchi_error* error);
/** How many subjects there are. Each is identified by its index in the tables, from 0. threads: any, unless another call adds subjects. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_column_population_count(const tieuchi_column_population* population);

/** The answers for such a population. They keep its tables. since: 0.1 */
typedef struct tieuchi_population_answers tieuchi_population_answers;

/** Assesses all of them. `on_progress` may be NULL. `out` is owned: tieuchi_population_answers_free. TIEUCHI_CANCELLED: `on_progress` stopped it. The tables move
 *  into the answers: the population is empty afterwards, whatever comes of the call, takes no more, and may be freed. threads: one.
 *  since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_column_population_assess(tieuchi_population_answers** out,
                                                              tieuchi_column_population* population,
                                                              tieuchi_progress_function on_progress, void* context,
                                                              tieuchi_error* error);
/** Frees a population. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_column_population_free(tieuchi_column_population* population);

/** How many subjects there are. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_population_answers_count(const tieuchi_population_answers* answers);
/** The standards that assess some subject, in the order of the rules. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_population_answers_standard_count(const tieuchi_population_answers* answers);
/** One of them. Borrowed from the answers; never to be freed by itself. threads: any. since: 0.1 */
TIEUCHI_C_API const tieuchi_standard* tieuchi_population_answers_standard(const tieuchi_population_answers* answers,
                                                                          size_t index);
/** The type of the answers by one of the standards: first a column `row`, int64, the subject; then those of tieuchi_columns_schema but
 *  `has_problems`; last, where the standard has quotas, `before_quotas`: the outcomes possible before these. The caller releases `out`.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_answers_schema(struct ArrowSchema* out, const tieuchi_population_answers* answers,
                                                               size_t standard, tieuchi_error* error);
/** The answers by one of the standards for the subjects that it assesses, in their order, in batches that are worked out as they are read. The
 *  caller releases `out`, which may outlive `answers`. threads: any; a stream is read by one thread at a time. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_answers_stream(struct ArrowArrayStream* out,
                                                               const tieuchi_population_answers* answers, size_t standard,
                                                               tieuchi_error* error);
/** The subjects that were refused, ascending. Borrowed. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_answers_refused(const size_t** subjects, size_t* count,
                                                                const tieuchi_population_answers* answers, tieuchi_error* error);
/** All about one subject, as results in which it is subject 0: its answers, explained, or why it was refused. Owned: tieuchi_results_free.
 *  threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_answers_subject(tieuchi_results** out, const tieuchi_population_answers* answers,
                                                                size_t subject, tieuchi_error* error);
/** How many quotas there are, of all standards and raters. threads: any. since: 0.1 */
TIEUCHI_C_API size_t tieuchi_population_answers_quota_count(const tieuchi_population_answers* answers);
/** One of them; all in it is borrowed from the answers. threads: any. since: 0.1 */
TIEUCHI_C_API tieuchi_status tieuchi_population_answers_quota(tieuchi_quota_result* out,
                                                              const tieuchi_population_answers* answers, size_t index,
                                                              tieuchi_error* error);
/** Frees answers. threads: one. since: 0.1 */
TIEUCHI_C_API void tieuchi_population_answers_free(tieuchi_population_answers* answers);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
