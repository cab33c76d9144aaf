// SPDX-License-Identifier: Apache-2.0
/// \file
/// Outcomes only, without the reasons.
#include "call.hpp"
#include "handles.hpp"

using namespace tieuchi::c;

tieuchi_status tieuchi_scratch_new(tieuchi_scratch** out, tieuchi_error* error) {
    return guarded(error, [&] { make(place_for(out)); });
}

void tieuchi_scratch_free(tieuchi_scratch* scratch) { delete scratch; } // NOLINT(cppcoreguidelines-owning-memory)

tieuchi_status tieuchi_facts_outcomes(uint64_t* out, const tieuchi_facts* facts, tieuchi_scratch* scratch, tieuchi_error* error) {
    return guarded(error, [&] {
        uint64_t& bits = needed(out, "out");
        bits = 0;
        const tieuchi_facts& input = needed(facts, "facts");
        bits = input.standard.outcomes(input.value, needed(scratch, "scratch").work).bits();
    });
}
