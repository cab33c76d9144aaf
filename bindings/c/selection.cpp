// SPDX-License-Identifier: Apache-2.0
#include "selection.hpp"

#include "sized.hpp"
#include "text.hpp"

namespace tieuchi::c {

selection selection_in(const tieuchi_selection* given) {
    const tieuchi_selection chosen = options_of(&needed(given, "selection"), "selection");
    selection how;
    how.on = day_in(chosen.on, "on");
    how.place = text_or_none(chosen.place, "place");
    if (chosen.year < 0 || chosen.year > 9999) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`year` is " + std::to_string(chosen.year) + ", not one from 1 to 9999"};
    }
    if (chosen.year != 0) { how.year = chosen.year; }
    if (chosen.reading_count != 0) { needed(chosen.readings, "readings"); }
    for (size_t i = 0; i < chosen.reading_count; ++i) {
        const tieuchi_chosen_reading& one = chosen.readings[i];
        how.readings.emplace_back(text_in(one.reading, "reading"), text_in(one.option, "option"));
    }
    return how;
}

} // namespace tieuchi::c
