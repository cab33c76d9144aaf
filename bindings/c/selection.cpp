// SPDX-License-Identifier: Apache-2.0
#include "selection.hpp"

#include "sized.hpp"
#include "text.hpp"

namespace tieuchi::c {

selection selection_in(const tieuchi_selection* input) {
    const tieuchi_selection request = options_of(&needed(input, "selection"), "selection");
    selection result;
    const texts_in text(request.has_lengths);
    result.on = day_in(text(request.on, request.on_length, "on"), "on");
    result.jurisdiction = text.or_none(request.jurisdiction, request.jurisdiction_length, "jurisdiction");
    if (request.year < 0 || request.year > 9999) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`year` is " + std::to_string(request.year) + ", not one from 1 to 9999"};
    }
    if (request.year != 0) { result.year = request.year; }
    if (request.reading_count != 0) { needed(request.readings, "readings"); }
    for (size_t i = 0; i < request.reading_count; ++i) {
        const tieuchi_chosen_reading& reading = request.readings[i];
        check_reserved(reading.reserved);
        result.readings.emplace_back(text(reading.reading, reading.reading_length, "reading"),
                                     text(reading.option, reading.option_length, "option"));
    }
    return result;
}

} // namespace tieuchi::c
