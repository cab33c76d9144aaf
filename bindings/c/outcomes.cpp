// SPDX-License-Identifier: Apache-2.0
/// \file
/// The outcomes alone, without a look at the reasons.
#include "call.hpp"
#include "handles.hpp"

using namespace tieuchi::c;

tc_status tc_scratch_new(tc_scratch** out, tc_error* error) {
    return guarded(error, [&] { make(place_for(out)); });
}

void tc_scratch_free(tc_scratch* scratch) { delete scratch; } // NOLINT(cppcoreguidelines-owning-memory)

tc_status tc_facts_outcomes(uint64_t* out, const tc_facts* facts, tc_scratch* scratch, tc_error* error) {
    return guarded(error, [&] {
        uint64_t& to = needed(out, "out");
        to = 0;
        const tc_facts& given = needed(facts, "facts");
        to = given.of.outcomes(given.known, needed(scratch, "scratch").work).bits();
    });
}
