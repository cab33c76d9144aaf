// SPDX-License-Identifier: Apache-2.0
#include "selection.hpp"

#include "sized.hpp"
#include "text.hpp"

namespace tieuchi::c {

selection selection_in(const tieuchi_selection* given) {
    const tieuchi_selection chosen = options_of(&needed(given, "selection"), "selection");
    selection how;
    const texts_in text(chosen.has_lengths);
    how.on = day_in(text(chosen.on, chosen.on_length, "on"), "on");
    how.jurisdiction = text.or_none(chosen.jurisdiction, chosen.jurisdiction_length, "jurisdiction");
    if (chosen.year < 0 || chosen.year > 9999) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`year` is " + std::to_string(chosen.year) + ", not one from 1 to 9999"};
    }
    if (chosen.year != 0) { how.year = chosen.year; }
    if (chosen.reading_count != 0) { needed(chosen.readings, "readings"); }
    for (size_t i = 0; i < chosen.reading_count; ++i) {
        const tieuchi_chosen_reading& one = chosen.readings[i];
        check_reserved(one.reserved);
        how.readings.emplace_back(text(one.reading, one.reading_length, "reading"),
                                  text(one.option, one.option_length, "option"));
    }
    return how;
}

} // namespace tieuchi::c
