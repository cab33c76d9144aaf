// SPDX-License-Identifier: Apache-2.0
// Assesses by written rules: as much of the library as a form needs.
import koffi from 'koffi';

const library = koffi.load('libtieuchi-c.so.1'); // 1: the TIEUCHI_ABI_VERSION of what is declared here

for (const handle of ['tieuchi_rulebook', 'tieuchi_standard', 'tieuchi_facts', 'tieuchi_assessment']) koffi.opaque(handle);
koffi.disposable('tieuchi_text', 'str', library.func('void tieuchi_text_free(void *text)')); // owned: copied, then given back
const tieuchi_error = koffi.struct('tieuchi_error', {
    status: 'int32_t', code: 'char [12]', where: 'char [240]', message: 'char [512]', help: 'char [224]', reserved: 'char [32]',
});
const tieuchi_selection = koffi.struct('tieuchi_selection', {
    struct_size: 'size_t', on: 'str', jurisdiction: 'str', readings: 'void *', reading_count: 'size_t',
    on_length: 'size_t', jurisdiction_length: 'size_t', year: 'int32_t', has_lengths: 'int32_t',
});

// `problems`, `limits` and `length` are always null here, and `error` always the one below: `void *` is enough.
const rulebook_load = library.func(`int tieuchi_rulebook_load(_Out_ tieuchi_rulebook **out, void *problems, const char **paths, size_t count,
    void *limits, void *error)`);
const rulebook_free = library.func('void tieuchi_rulebook_free(tieuchi_rulebook *rulebook)');
const rulebook_standard = library.func(`int tieuchi_rulebook_standard(_Out_ tieuchi_standard **out, void *problems, tieuchi_rulebook *rulebook,
    const char *name, tieuchi_selection *selection, void *error)`);
const standard_free = library.func('void tieuchi_standard_free(tieuchi_standard *standard)');
const standard_slot = library.func('int tieuchi_standard_slot(_Out_ uint32_t *out, tieuchi_standard *standard, const char *name, void *error)');
const facts_new = library.func('int tieuchi_facts_new(_Out_ tieuchi_facts **out, tieuchi_standard *standard, void *error)');
const facts_free = library.func('void tieuchi_facts_free(tieuchi_facts *facts)');
const facts_set_integer = library.func('int tieuchi_facts_set_integer(tieuchi_facts *facts, const char *name, int64_t number, void *error)');
const facts_set_integer_at = library.func('int tieuchi_facts_set_integer_at(tieuchi_facts *facts, uint32_t slot, int64_t number, void *error)');
const facts_set_yes_no = library.func('int tieuchi_facts_set_yes_no(tieuchi_facts *facts, const char *name, int32_t yes, void *error)');
const facts_assess = library.func('int tieuchi_facts_assess(_Out_ tieuchi_assessment **out, tieuchi_facts *facts, void *error)');
const assessment_json = library.func(`int tieuchi_assessment_json(_Out_ tieuchi_text *out, void *length, tieuchi_assessment *assessment,
    const char *subject, void *error)`);
const assessment_free = library.func('void tieuchi_assessment_free(tieuchi_assessment *assessment)');

const error = Buffer.alloc(koffi.sizeof(tieuchi_error)); // calls come one at a time, and each worker has its own copy of this module

/** What the library says is wrong. */
export class TieuchiError extends Error {
    constructor({ status, code, where, message, help }) {
        super(`${code} ${where}: ${message}${help && `: ${help}`}`);
        Object.assign(this, { status, code, where, help });
    }
}

function check(status) {
    if (status !== 0) throw new TieuchiError(koffi.decode(error, tieuchi_error));
}

/** 12.5 does not become 12, nor undefined 0. */
function whole(number) {
    if (!Number.isSafeInteger(number)) throw new TypeError(`not a whole number: ${number}`);
    return number;
}

/** Never changes. Free it with close(); facts made from it live on. */
export class Standard {
    #handle;

    /** Reads a rule file or a folder of them, and picks the version of a standard in force on a day such as 2022-11-15. */
    constructor(path, name, on) {
        const rules = [null], standard = [null];
        check(rulebook_load(rules, null, [path], 1, null, error));
        try {
            check(rulebook_standard(standard, null, rules[0], name, { struct_size: koffi.sizeof(tieuchi_selection), on }, error));
        } finally {
            rulebook_free(rules[0]); // a standard outlives it
        }
        this.#handle = standard[0];
    }

    /** Finds a fact by its name: ask once, and set by the slot. */
    slot(name) {
        const slot = [0];
        check(standard_slot(slot, this.#handle, name, error));
        return slot[0];
    }

    /** Nothing known yet. */
    facts() {
        const facts = [null];
        check(facts_new(facts, this.#handle, error));
        return new Facts(facts[0]);
    }

    close() {
        standard_free(this.#handle);
        this.#handle = null;
    }
}

/** What is known about one subject; what is never set is unknown. Free it with close(). */
class Facts {
    #handle;

    constructor(handle) {
        this.#handle = handle;
    }

    setInteger(name, number) {
        check(facts_set_integer(this.#handle, name, whole(number), error));
    }

    setIntegerAt(slot, number) {
        check(facts_set_integer_at(this.#handle, slot, whole(number), error));
    }

    setYesNo(name, yes) {
        if (typeof yes !== 'boolean') throw new TypeError(`neither true nor false: ${yes}`); // undefined is not no
        check(facts_set_yes_no(this.#handle, name, Number(yes), error));
    }

    /** The answer, as docs/assessment.schema.json describes it. */
    assess() {
        const assessment = [null], json = [null];
        check(facts_assess(assessment, this.#handle, error));
        try {
            check(assessment_json(json, null, assessment[0], null, error));
        } finally {
            assessment_free(assessment[0]);
        }
        return JSON.parse(json[0]);
    }

    close() {
        facts_free(this.#handle);
        this.#handle = null;
    }
}
