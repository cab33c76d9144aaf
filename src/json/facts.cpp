// SPDX-License-Identifier: Apache-2.0
#include "json/flat_object.hpp"
#include "json/writer.hpp"

#include <tieuchi/json.hpp>
#include <tieuchi/source.hpp>

#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

namespace impl::json {
namespace {

/// The problem of a text that is not an object of facts, with its line and column.
[[nodiscard]] diagnostics fault_in(std::string_view text, fault fault) {
    const text_position at =
        source({}, std::string(text.substr(0, fault.offset))).position_of(static_cast<std::uint32_t>(fault.offset));
    return {problem(std::move(fault.what), "line " + std::to_string(at.line) + ", column " + std::to_string(at.column))};
}

[[nodiscard]] bool is_number(fact_type type) {
    switch (type) {
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: return true;
    case fact_type::yes_no:
    case fact_type::date:
    case fact_type::one_of: break;
    }
    return false;
}

} // namespace

void set_member(facts& facts, const member& member) {
    if (!member.bounds) {
        facts.set(member.name, member.value);
        return;
    }
    const auto slot = facts.standard().slot(member.name);
    if (slot && is_number(facts.standard().facts()[*slot].type)) {
        facts.set_between(*slot, member.bounds->least, member.bounds->most);
    } else {
        facts.set(member.name, member.bounds->text());
    }
}

} // namespace impl::json

result<facts> facts::from_json(const tieuchi::standard& standard, std::string_view json) {
    auto object = impl::json::read_flat_object(json, impl::json::bounds::allowed);
    if (object.fault) { return impl::json::fault_in(json, std::move(*object.fault)); }
    facts known(standard);
    for (const impl::json::member& member : object.members) { impl::json::set_member(known, member); }
    return known;
}

std::string to_json(const facts& known) {
    std::vector<fact_value> values;
    const std::size_t count = known.standard().facts().size();
    for (std::uint32_t slot = 0; slot < count; ++slot) {
        if (const fact_value value = known.as_read(slot); !value.unknown()) { values.push_back(value); }
    }
    return boost::json::serialize(impl::json::to_object(values));
}

} // namespace TIEUCHI_NAMESPACE
