// SPDX-License-Identifier: Apache-2.0
// Assesses by written rules: as much of the library as a form needs.
import koffi from 'koffi';

const library = koffi.load('libtieuchi-c.so.1'); // 1: the TC_ABI_VERSION of what is declared here

for (const handle of ['tc_rulebook', 'tc_standard', 'tc_facts', 'tc_assessment']) koffi.opaque(handle);
koffi.disposable('tc_text', 'str', library.func('void tc_text_free(void *text)')); // owned: copied, then given back
const tc_error = koffi.struct('tc_error', {
    status: 'int32_t', code: 'char [12]', where: 'char [240]', message: 'char [512]', help: 'char [224]', reserved: 'char [32]',
});
const tc_selection = koffi.struct('tc_selection', {
    struct_size: 'size_t', on: 'str', place: 'str', readings: 'void *', reading_count: 'size_t', year: 'int32_t',
});

// `problems`, `limits` and `length` are always null here, and `error` always the one below: `void *` is enough.
const rulebook_load = library.func(`int tc_rulebook_load(_Out_ tc_rulebook **out, void *problems, const char **paths, size_t count,
    void *limits, void *error)`);
const rulebook_free = library.func('void tc_rulebook_free(tc_rulebook *rulebook)');
const rulebook_standard = library.func(`int tc_rulebook_standard(_Out_ tc_standard **out, void *problems, tc_rulebook *rulebook,
    const char *name, tc_selection *selection, void *error)`);
const standard_free = library.func('void tc_standard_free(tc_standard *standard)');
const standard_slot = library.func('int tc_standard_slot(_Out_ uint32_t *out, tc_standard *standard, const char *name, void *error)');
const facts_new = library.func('int tc_facts_new(_Out_ tc_facts **out, tc_standard *standard, void *error)');
const facts_free = library.func('void tc_facts_free(tc_facts *facts)');
const facts_set_integer = library.func('int tc_facts_set_integer(tc_facts *facts, const char *name, int64_t number, void *error)');
const facts_set_integer_at = library.func('int tc_facts_set_integer_at(tc_facts *facts, uint32_t slot, int64_t number, void *error)');
const facts_set_yes_no = library.func('int tc_facts_set_yes_no(tc_facts *facts, const char *name, int32_t yes, void *error)');
const facts_assess = library.func('int tc_facts_assess(_Out_ tc_assessment **out, tc_facts *facts, void *error)');
const assessment_json = library.func(`int tc_assessment_json(_Out_ tc_text *out, void *length, tc_assessment *assessment,
    const char *subject, void *error)`);
const assessment_free = library.func('void tc_assessment_free(tc_assessment *assessment)');

const error = Buffer.alloc(koffi.sizeof(tc_error)); // calls come one at a time, and each worker has its own copy of this module

/** What the library says is wrong. */
export class TieuchiError extends Error {
    constructor({ status, code, where, message, help }) {
        super(`${code} ${where}: ${message}${help && `: ${help}`}`);
        Object.assign(this, { status, code, where, help });
    }
}

function check(status) {
    if (status !== 0) throw new TieuchiError(koffi.decode(error, tc_error));
}

/** 12.5 does not become 12, nor undefined 0. */
function whole(number) {
    if (!Number.isSafeInteger(number)) throw new TypeError(`not a whole number: ${number}`);
    return number;
}

/** Never changes. Give it back with close(); facts made from it live on. */
export class Standard {
    #handle;

    /** Reads a rule file or a folder of them, and picks the version of a standard in force on a day such as 2022-11-15. */
    constructor(path, name, on) {
        const rules = [null], standard = [null];
        check(rulebook_load(rules, null, [path], 1, null, error));
        try {
            check(rulebook_standard(standard, null, rules[0], name, { struct_size: koffi.sizeof(tc_selection), on }, error));
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

/** What is known about one subject; what is never set is unknown. Give it back with close(). */
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
