// SPDX-License-Identifier: Apache-2.0
#include "slots.hpp"

#include "text.hpp"

namespace tieuchi::c {

std::uint32_t slot_of(const standard& of, std::string_view wanted) {
    if (const auto slot = of.slot(wanted)) { return *slot; }
    facts any(of);
    any.set(wanted, value{}); // says what is wrong with the name
    throw refusal_for(TIEUCHI_NO_SUCH_FACT, any.problems());
}

} // namespace tieuchi::c
