// SPDX-License-Identifier: Apache-2.0
#include "slots.hpp"

#include "text.hpp"

namespace tieuchi::c {

std::uint32_t slot_of(const standard& definition, std::string_view name) {
    if (const auto slot = definition.slot(name)) { return *slot; }
    facts probe(definition);
    probe.set(name, value{}); // reports what is wrong with the name
    throw refusal_for(TIEUCHI_NO_SUCH_FACT, probe.problems());
}

} // namespace tieuchi::c
